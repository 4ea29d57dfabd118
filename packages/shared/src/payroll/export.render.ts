import { isTime } from '../hour-types/hour-type.words.ts';
import {
  bookedOn,
  type Coded,
  cellOf,
  type ExportCell,
  type ExportRow,
  type ExportRun,
  hundredthsOf,
  isFigure,
  isFigureField,
} from './export.cells.ts';
import { codeOf, usesCodes } from './export.codes.ts';
import type { ExportContent } from './export.schema.ts';
import { add, type ControlTotal, controlTotals, type Sum, workedDaysOf } from './export.totals.ts';
import type { FigureField } from './export.words.ts';

export interface Rendered {
  header: ExportCell[][];
  rows: ExportCell[][];
  totals: ControlTotal[];
  /** Lines whose hour type has no code, and those the definition leaves out. */
  withoutCode: number;
  leftOut: number;
  /** Lines without a day, which are booked on the last day of their period. */
  withoutDay: number;
}

/**
 * The rows of a run by a definition. The same rows and definition give the same cells, in whatever order the rows come. Rows that say the
 * same but for their figures are one row with the sum. Decimals of hours are rounded so that those of one employee and code add up.
 */
export function renderExport(content: ExportContent, run: ExportRun, lines: readonly ExportRow[]): Rendered {
  const coded: Coded[] = [];
  const rendered: Rendered = { header: [], rows: [], totals: [], withoutCode: 0, leftOut: 0, withoutDay: 0 };
  const isCoded = usesCodes(content);
  for (const row of lines.toSorted(byPersonAndDay)) {
    const found = codeOf(content, row);
    if (found === 'left-out') rendered.leftOut += 1;
    else if (found === 'missing' && isCoded) rendered.withoutCode += 1;
    else {
      if (row.date === null) rendered.withoutDay += 1;
      coded.push({ ...row, ...(found === 'missing' ? { code: row.hourTypeCode, figure: 'quantity' } : found) });
    }
  }
  const codes = codesOf(content, coded);
  return {
    ...rendered,
    header: headerOf(content, codes),
    rows: content.shape === 'wide' ? wideRows(content, run, coded, codes) : longRows(content, run, coded),
    totals: controlTotals(coded, codes),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** All rows of one employee's week stand together: some packages take or refuse them as one. */
const byPersonAndDay = (a: ExportRow, b: ExportRow): number =>
  order(a.employeeNumber, b.employeeNumber) ||
  order(a.periodStartsOn, b.periodStartsOn) ||
  order(bookedOn(a), bookedOn(b)) ||
  a.worksheetReference - b.worksheetReference ||
  a.lineNumber - b.lineNumber;

/** The codes of a file: in the order of its table, then the others. */
function codesOf(content: ExportContent, rows: readonly Coded[]): string[] {
  const used = new Set(rows.map(({ code }) => code));
  const inTable = content.codes.flatMap(({ code }) => (code !== null && used.has(code) ? [code] : []));
  const others = [...used].filter((code) => !inTable.includes(code)).toSorted(byCode);
  return [...new Set([...inTable, ...others])];
}
/** Numbers by size. */
const byCode = (a: string, b: string): number =>
  (/^\d+$/.test(a) && /^\d+$/.test(b) ? Number(a) - Number(b) : 0) || order(a, b);

function headerOf({ header, columns, shape }: ExportContent, codes: readonly string[]): ExportCell[][] {
  const titles = columns.map(({ title }) => title);
  const above = shape === 'wide' ? codes : [];
  return header.map(({ kind, texts }) => {
    if (kind === 'texts') return texts;
    if (kind === 'titles') return titles;
    return [...(kind === 'codes' ? titles.map(() => null) : titles), ...above];
  });
}

function longRows({ columns }: ExportContent, run: ExportRun, rows: readonly Coded[]): ExportCell[][] {
  const days = workedDaysOf(rows);
  const sums = new Map<string, { cells: ExportCell[]; sum: Sum }>();
  for (const row of rows) {
    const cells = columns.map((column) => (isFigure(column) ? null : cellOf(column, run, row, days)));
    const key = JSON.stringify([row.employeeNumber, row.code, row.unit, cells]);
    sums.set(key, { cells, sum: add(sums.get(key)?.sum, row) });
  }
  const roundedTime = roundingTime();
  return [...sums.values()].map(({ cells, sum }) => {
    const time = isTime(sum.first.unit) ? roundedTime(sum) : undefined;
    return cells.map((cell, index) => {
      const field = columns[index]?.field;
      return isFigureField(field) ? figureOf(field, sum, time) : cell;
    });
  });
}

function figureOf(field: FigureField, { size, cents }: Sum, time: ExportCell | undefined): ExportCell {
  if (field === 'amount') return cents === null ? null : { hundredths: cents };
  if (field === 'hours') return time ?? null;
  return time ?? { hundredths: size };
}

/** Hours as decimals: what rounding leaves over goes to the next row of the same employee and code, so that they add up. */
function roundingTime(): (sum: Sum) => ExportCell {
  const before = new Map<string, number>();
  return ({ first, size }) => {
    const key = JSON.stringify([first.employeeNumber, first.code]);
    const until = before.get(key) ?? 0;
    before.set(key, until + size);
    return { minutes: size, hundredths: hundredthsOf(until + size) - hundredthsOf(until) };
  };
}

function wideRows(
  { columns }: ExportContent,
  run: ExportRun,
  rows: readonly Coded[],
  codes: readonly string[],
): ExportCell[][] {
  const days = workedDaysOf(rows);
  const people = new Map<string, { row: Coded; sums: Map<string, Sum> }>();
  for (const row of rows) {
    const person = people.get(row.employeeNumber) ?? { row, sums: new Map() };
    people.set(row.employeeNumber, person);
    person.sums.set(row.code, add(person.sums.get(row.code), row));
  }
  return [...people.values()].map(({ row, sums }) => [
    ...columns.map((column) => cellOf(column, run, row, days)),
    ...codes.map((code) => wideCell(sums.get(code))),
  ]);
}

/** Nothing is an empty cell: packages take 0 as an entry. */
function wideCell(sum: Sum | undefined): ExportCell {
  if (!sum) return null;
  if (sum.first.figure === 'amount') return sum.cents ? { hundredths: sum.cents } : null;
  if (sum.size === 0) return null;
  return isTime(sum.first.unit) ? { minutes: sum.size, hundredths: hundredthsOf(sum.size) } : { hundredths: sum.size };
}
