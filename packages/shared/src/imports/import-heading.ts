import { cleanLine } from '../basics/typed-text.ts';
import { type ImportCell, originOf, textOf } from './import-cells.ts';
import { headingForm, type ImportColumn } from './import-column.ts';
import { type ImportKind, importColumns, importKinds } from './import-columns.ts';
import { fieldPerHourType, type PerHourType, type Unfolded, unfold } from './unfold.ts';

/** A column of a file: what it is called there, some of what stands in it, and the field that it is read as, if any. */
export interface FileColumn {
  /** Its place in the rows; the first is 0. */
  place: number;
  /** Empty where cells stand below nothing. */
  heading: string;
  samples: string[];
  field: string | null;
}
/** The field of each column of a file, in their order (`payCents N100` of an hour type); `null` passes it over. */
export type ChosenFields = readonly (string | null)[];

/** Wrong with the heading, or with what somebody made of it. */
export type HeadingError = 'missing-column' | 'doubled-column';

export interface Heading extends Unfolded {
  /** The index of its row. */
  at: number;
  columns: FileColumn[];
  /** The columns with a field, by their place in the unfolded rows. */
  read: Map<number, ImportColumn>;
  /** Tells files of one system from those of another. */
  shape: string;
  errors: { row: number; column: string; code: HeadingError; value: string | null }[];
}

type Sheet = readonly (readonly ImportCell[])[];

/** The column in which a file with its errors says what is wrong: known, and passed over when it comes back. */
export const wrongHeading = { nl: 'Wat klopt er niet?', en: 'What is wrong?' } as const;

export interface Shape {
  /** Each row has all of its cells, as in CSV: one with fewer than the heading was cut, or its cells have moved. */
  hasAllCells?: boolean;
  /** What each column of a file of such a shape is, where somebody said so. */
  chosenFor?: (shape: string) => ChosenFields | undefined;
  /** The code of each hour type, by that and by its names: a heading may say it. */
  hourTypes?: ReadonlyMap<string, string>;
}

/**
 * The heading of a sheet, and what each of its columns is: as somebody chose, as was chosen before for files of this shape, or by their
 * names.
 */
export function readHeading(
  kind: ImportKind,
  given: Sheet,
  { chosenFor = () => undefined, hasAllCells = false, hourTypes = new Map() }: Shape = {},
): Heading {
  const at = headingIn(kind, given);
  const named = namedColumns(given, at);
  const headings = named.map(({ heading }) => heading);
  const shape = JSON.stringify(headings.map(headingForm));
  const chosen = chosenFor(shape);
  const called = chosen?.length === named.length ? chosen : fieldsOf(kind, headings, hourTypes);
  const fields = withoutGiven(kind, called);
  const columns = named.map((column, index) => ({ ...column, field: fields[index] ?? null }));
  const beside = columns.flatMap(({ place, field }) => {
    const part = perHourTypeIn(kind, field);
    return part ? [{ place, ...part }] : [];
  });
  const unfolded = unfold(importColumns[kind], { sheet: given, at, hasAllCells, beside });
  const read = new Map<number, ImportColumn>();
  const errors: Heading['errors'] = [];
  const said = new Set<string>([...unfolded.added.values()].map(({ field }) => field));
  for (const { place, field, heading } of columns) {
    if (field === null) continue;
    const column = byField(kind, field);
    if (said.has(field)) errors.push({ row: at + 1, column: field, code: 'doubled-column', value: heading });
    else if (column) read.set(unfolded.newPlaceOf(place), column);
    said.add(field);
  }
  for (const [place, column] of unfolded.added) read.set(place, column);
  const has = new Set(read.values());
  // A house number without any street is written nowhere.
  const added = new Set([...has].map(({ addsTo }) => addsTo));
  const saidAtOnce = new Set([...has].flatMap(({ gives = [] }) => gives));
  for (const column of importColumns[kind])
    if ((column.isRequired || added.has(column.field)) && !has.has(column) && !saidAtOnce.has(column.field))
      errors.push({ row: at + 1, column: column.field, code: 'missing-column', value: null });
  return { ...unfolded, at, columns, read, shape, errors };
}

/** What is given by a column is passed over there where it has columns of its own, all that are needed. */
function withoutGiven(kind: ImportKind, fields: ChosenFields): ChosenFields {
  return fields.map((field) => {
    const { gives = [] } = byField(kind, field) ?? {};
    const needed = gives.filter((one) => byField(kind, one)?.isRequired);
    return needed.length > 0 && needed.every((one) => fields.includes(one)) ? null : field;
  });
}

/** How well a sheet fits a kind: whether it says all that is needed, how many of its columns it says, and whether rows stand below them. */
export function fitOf(kind: ImportKind, sheet: Sheet): { isWhole: boolean; columns: number; hasRows: boolean } {
  const { errors, read, at } = readHeading(kind, withoutWrong(sheet));
  const hasRows = sheet.slice(at + 1).some((line) => !line.every(isEmpty));
  return { isWhole: !errors.some(({ code }) => code === 'missing-column'), columns: read.size, hasRows };
}

/** What kind of file a sheet looks like: one whose needed columns are all there, of several that with the most. */
export function kindOf(sheet: Sheet): ImportKind | null {
  const fits = importKinds.flatMap((kind) => {
    const { errors, read } = readHeading(kind, sheet);
    return errors.length === 0 ? [{ kind, found: read.size }] : [];
  });
  return fits.toSorted((a, b) => b.found - a.found)[0]?.kind ?? null;
}

/** Whether these fields can be those of a file with so many columns: of its kind, and none twice. */
export const areFields = (kind: ImportKind, fields: ChosenFields, columns: number): boolean => {
  const said = fields.filter((field) => field !== null);
  return (
    fields.length === columns &&
    new Set(said).size === said.length &&
    said.every((field) => byField(kind, field) ?? perHourTypeIn(kind, field))
  );
};

/** A sheet without the column that says what is wrong. */
export function withoutWrong(sheet: Sheet): Sheet {
  const words = Object.values(wrongHeading).map(headingForm);
  const place = sheet
    .slice(0, MOST_ABOVE)
    .map((line) => line.findIndex((cell) => words.includes(headingForm(textOf(cell)))))
    .find((index) => index !== -1);
  return place === undefined ? sheet : sheet.map((line) => line.filter((_, index) => index !== place));
}

export const isEmpty = (cell: ImportCell): boolean => cleanLine(textOf(cell)) === '' && originOf(cell) !== 'no-result';

/** So many rows may stand above the heading. */
export const MOST_ABOVE = 20;

/** Which row is the heading: of the first ones that which says most columns; where none says any, the first that is about as wide as any. */
function headingIn(kind: ImportKind, sheet: Sheet): number {
  const first = sheet.slice(0, MOST_ABOVE);
  const says = first.map((line) => new Set(line.map((cell) => columnCalled(kind, textOf(cell))).filter(Boolean)).size);
  const most = Math.max(0, ...says);
  if (most > 0) return says.indexOf(most);
  const filled = first.map((line) => line.filter((cell) => !isEmpty(cell)).length);
  const widest = Math.max(0, ...filled);
  return Math.max(
    0,
    filled.findIndex((count) => count > 0 && count >= widest * ABOUT),
  );
}
/** Of the widest row: titles stand in a cell or two. */
const ABOUT = 0.6;

const [MOST_SAMPLES, LONGEST_SAMPLE, SAMPLED] = [3, 40, 200];

/** Each column with a heading, or with cells below none. */
function namedColumns(sheet: Sheet, at: number): Omit<FileColumn, 'field'>[] {
  const heading = sheet[at] ?? [];
  const width = heading.findLastIndex((cell) => !isEmpty(cell)) + 1;
  return Array.from({ length: width }, (_, place) => place).flatMap((place) => {
    const name = cleanLine(textOf(heading[place] ?? ''));
    const below = (line: readonly ImportCell[]) => line[place] !== undefined && !isEmpty(line[place]);
    if (name === '' && !sheet.some((line, index) => index > at && below(line))) return [];
    const said = sheet.slice(at + 1, at + 1 + SAMPLED).filter(below);
    const samples = [...new Set(said.map((line) => cleanLine(textOf(line[place] ?? '')).slice(0, LONGEST_SAMPLE)))];
    return [{ place, heading: name, samples: samples.slice(0, MOST_SAMPLES) }];
  });
}

const byField = (kind: ImportKind, field: string | null | undefined): ImportColumn | undefined =>
  importColumns[kind].find((column) => column.field === field);

/** `payCents N100` is of the hour type N100. */
function perHourTypeIn(kind: ImportKind, said: string | null): Omit<PerHourType, 'place'> | undefined {
  const [field = '', code = ''] = said?.split(' ') ?? [];
  return byField(kind, field)?.isPerHourType && isCode(code) ? { field, code } : undefined;
}
const isCode = (text: string): boolean => /^[A-Z0-9+-]{1,12}$/.test(text);

/** The field of each heading by its name. Where rows say their hour type, no heading says one. */
function fieldsOf(kind: ImportKind, headings: readonly string[], hourTypes: Shape['hourTypes']): ChosenFields {
  const saysType = headings.some((heading) => columnCalled(kind, heading)?.field === 'hourType');
  const codes = new Map([...(hourTypes ?? [])].map(([called, code]) => [headingForm(called), code]));
  const beside = headings.map((heading) => (saysType ? undefined : typedHeading(kind, heading, codes)));
  const others = columnsOf(
    kind,
    headings.map((heading, index) => (beside[index] ? '' : heading)),
  );
  return headings.map((_, index) => beside[index] ?? others[index]?.field ?? null);
}

/** `Loon N100`, `Tarief: Overuren 125 %`, `Loon normale uren (N100)`, `N100 loon`: a column's name and an hour type, in either order. */
function typedHeading(kind: ImportKind, heading: string, codes: ReadonlyMap<string, string>): string | undefined {
  if (columnCalled(kind, heading)) return undefined;
  for (const { 0: gap, index } of heading.matchAll(/[\s:_/]+(?:- )?/g)) {
    const [before, behind] = [heading.slice(0, index), heading.slice(index + gap.length)];
    const named = columnCalled(kind, before);
    const column = named ?? columnCalled(kind, behind);
    const code = column && codeIn(named ? behind : before, codes, named !== undefined);
    if (column?.isPerHourType && code) return fieldPerHourType({ field: column.field, code });
  }
  return undefined;
}

/** The code that a text says: by a name, by both (`Overuren (O125)`), or by one that is not known and will be said to be so. */
function codeIn(text: string, codes: ReadonlyMap<string, string>, isLast: boolean): string | undefined {
  const [, outer = text, inner = text] = /^(.*)\(([^()]+)\)$/.exec(text) ?? [];
  const known = [text, inner, outer].map((called) => codes.get(headingForm(called))).find(Boolean);
  // Beside those that are known a word without a figure is none.
  const isNew = isCode(text.toUpperCase()) && (/\d/.test(text) || (isLast && codes.size === 0));
  return known ?? (isNew ? text.toUpperCase() : undefined);
}

const columnCalled = (kind: ImportKind, text: string): ImportColumn | undefined => calledSo(kind, text)[0]?.column;

/** A column that is called so, and how directly: by its own name (0), by its first synonym (1), … */
interface Called {
  column: ImportColumn;
  rank: number;
}

/**
 * What each of these headings is. Where two say one column, it is the one that says it more directly: the other is what it may mean next,
 * or nothing. Headings that say it alike both have it. A needed column that none says is the one that may mean it.
 */
function columnsOf(kind: ImportKind, headings: readonly string[]): (ImportColumn | undefined)[] {
  const meanings = headings.map((heading) => [...calledSo(kind, heading)]);
  const rankOf = (column: ImportColumn): number =>
    Math.min(...meanings.flatMap(([first]) => (first?.column === column ? [first.rank] : [])));
  for (let isSettled = false; !isSettled; ) {
    const late = meanings.filter(([first]) => first && first.rank > rankOf(first.column));
    for (const meaning of late) meaning.shift();
    isSettled = late.length === 0;
  }
  const isSaid = (field: string) => meanings.some(([first]) => first?.column.field === field);
  for (const needed of importColumns[kind].filter(({ isRequired }) => isRequired)) {
    if (meanings.some(([first]) => first?.column === needed)) continue;
    // A name is the last one only beside a first one.
    const isGiven = ({ gives = [] }: ImportColumn) =>
      gives.some((field) => field !== needed.field && byField(kind, field)?.isRequired && !isSaid(field));
    const next = meanings.find(
      ([first, ...others]) =>
        first && !first.column.isRequired && !isGiven(first.column) && others.some(({ column }) => column === needed),
    );
    if (next) next.splice(0, next.length, ...next.filter(({ column }) => column === needed));
  }
  return meanings.map(([first]) => first?.column);
}

/** `Goedkeuren (J/N)` says how it is filled in. */
const calledSo = (kind: ImportKind, text: string): readonly Called[] =>
  calledBy.get(kind)?.get(headingForm(text.replace(/\(?\b(?:j\/n|ja\/nee|y\/n|yes\/no)\b\)?/i, ''))) ?? [];

/** The columns of a kind by all that they are called, the most direct first. */
function namesOf(kind: ImportKind): Map<string, Called[]> {
  const all = importColumns[kind].flatMap((column): (Called & { name: string; isNext: boolean })[] => {
    const { field, nl, en, also = [], alsoNext = [] } = column;
    const synonyms = [...also, ...alsoNext];
    return [
      ...[field, nl, en].map((name) => ({ name, column, rank: 0, isNext: false })),
      ...synonyms.map((name, index) => ({ name, column, rank: index + 1, isNext: index >= also.length })),
    ];
  });
  const byName = Map.groupBy(all, ({ name }) => headingForm(name));
  return new Map(
    [...byName].map(([name, called]) => [name, called.toSorted((a, b) => Number(a.isNext) - Number(b.isNext))]),
  );
}
const calledBy = new Map(importKinds.map((kind) => [kind, namesOf(kind)]));
