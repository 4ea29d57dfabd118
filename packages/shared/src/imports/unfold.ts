import { cleanLine } from '../basics/typed-text.ts';
import { type SheetCell, textOf } from './import-cells.ts';
import { headingForm, type ImportColumn } from './import-column.ts';

/** A sheet with the row of the file that each of its lines comes from. */
export interface Unfolded {
  sheet: readonly (readonly SheetCell[])[];
  rowOf(line: number): number;
  /** What a field of a line is called there, where it was beside others of its kind. */
  headingOf(line: number, field: string): string | undefined;
  /** So many of its columns are those of the file, and where each of them stands there. */
  ownWidth: number;
  placeOf(place: number): number;
}

interface Folded {
  sheet: Unfolded['sheet'];
  /** The index of the heading's row. */
  at: number;
  /** Each row has all of its cells: one with fewer was cut. */
  hasAllCells: boolean;
  /** The code of each hour type, by that and by its names. */
  hourTypes: ReadonlyMap<string, string>;
}

/**
 * All hour types of a row beside each other (`Loon N100`, `Tarief N100`, `Loon Overuren 125 %`, …) as rows below each other, of which each says
 * its hour type. A type of which nothing is said has none. A sheet without such columns, or whose rows say their hour type, stays as it is.
 */
export function unfold(
  known: readonly ImportColumn[],
  { sheet, at, hasAllCells, hourTypes }: Folded,
  columnCalled: (text: string) => ImportColumn | undefined,
): Unfolded {
  const perHourType = known.filter(({ isPerHourType }) => isPerHourType);
  const heading = sheet[at] ?? [];
  const saysType = heading.some((cell) => columnCalled(textOf(cell))?.field === 'hourType');
  const codes = new Map([...hourTypes].map(([called, code]) => [headingForm(called), code]));
  const found = (saysType ? [] : heading).flatMap((cell, place) => {
    const text = textOf(cell).trim();
    if (columnCalled(text)) return [];
    for (const { 0: gap, index } of text.matchAll(/[\s:_]+/g)) {
      const [column, rest] = [columnCalled(text.slice(0, index)), text.slice(index + gap.length)];
      const code = codes.get(headingForm(rest)) ?? (isCode(rest, codes.size > 0) ? rest.toUpperCase() : undefined);
      if (column?.isPerHourType && code) return [{ place, field: column.field, code }];
    }
    return [];
  });
  if (found.length === 0)
    return {
      ...{ sheet, ownWidth: Number.POSITIVE_INFINITY },
      rowOf: (line) => line + 1,
      headingOf: () => undefined,
      placeOf: (place) => place,
    };

  const isFound = new Set(found.map(({ place }) => place));
  const bare = (line: readonly SheetCell[]) => line.filter((_, place) => !isFound.has(place));
  const each = [...new Set(found.map(({ code }) => code))];
  const rows: number[] = [];
  const unfolded = sheet.flatMap((line, index) => {
    const lines =
      index === at
        ? [[...bare(line), 'hourType', ...perHourType.map(({ field }) => field)]]
        : index < at
          ? [line]
          : below(line);
    rows.push(...lines.map(() => index + 1));
    return lines;
  });
  const places = heading.flatMap((_, place) => (isFound.has(place) ? [] : [place]));
  return {
    sheet: unfolded,
    rowOf: (line) => rows[line] ?? line + 1,
    headingOf: (line, field) => {
      const code = unfolded[line]?.[places.length];
      const place = found.find((one) => one.code === code && one.field === field)?.place;
      return place === undefined ? undefined : cleanLine(textOf(heading[place] ?? ''));
    },
    ownWidth: places.length,
    placeOf: (place) => places[place] ?? place,
  };

  function below(line: readonly SheetCell[]): (readonly SheetCell[])[] {
    // One that has lost cells, or has too many, is refused as it is.
    if (hasAllCells && line.length < heading.length) return [bare(line)];
    const extra = line.slice(heading.length);
    const own = bare(heading.map((_, place) => line[place] ?? ''));
    const said = each.flatMap((code) => {
      const cells = perHourType.map(
        ({ field }) => line[found.find((one) => one.code === code && one.field === field)?.place ?? -1] ?? '',
      );
      return cells.some((cell) => textOf(cell).trim() !== '') ? [[...own, code, ...cells, ...extra]] : [];
    });
    return said.length > 0 ? said : [[...own, '', ...perHourType.map(() => ''), ...extra]];
  }
}

/** One that is not known, and will be said to be so: beside those that are, a word without a figure is none. */
const isCode = (text: string, areKnown: boolean): boolean =>
  /^[A-Z0-9+-]{1,12}$/i.test(text) && (!areKnown || /\d/.test(text));
