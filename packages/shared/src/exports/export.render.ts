import type { CalendarDay } from '../basics/calendar-day.ts';
import { formatIsoWeek, isoWeekOf } from '../basics/iso-week.ts';
import { multiplyHalfUp } from '../basics/money.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import type { PeriodType } from '../periods/period.ts';
import { worksheetReference } from '../worksheets/worksheet.reference.ts';
import { codeOf, usesCodes } from './export.codes.ts';
import type { ExportColumn, ExportContent } from './export.schema.ts';
import { type ExportField, type FigureField, figureFields } from './export.words.ts';
import { setuCodeOf } from './setu-codes.ts';

/** The run that rows are of. */
export interface ExportRun {
  number: number;
  runDate: CalendarDay;
}

/** One line of a run, as it is paid. */
export interface ExportRow {
  employeeNumber: string;
  employeeName: string;
  placementNumber: string;
  functionName: string;
  organisationNumber: string;
  organisationName: string;
  periodType: PeriodType;
  periodYear: number;
  periodNumber: number;
  periodStartsOn: CalendarDay;
  periodEndsOn: CalendarDay;
  /** None for a total of the period. */
  date: CalendarDay | null;
  startsAt: string | null;
  endsAt: string | null;
  breakMinutes: number | null;
  hourTypeId: string;
  hourTypeCode: string;
  payrollCode: string | null;
  unit: HourUnit;
  kind: string;
  isWorked: boolean;
  payShareBp: number;
  minutes: number;
  /** In its unit: minutes of a surcharge, hundredths of what is no time. */
  quantity: number | null;
  payRateCents: number | null;
  payCents: number | null;
  budgetNumber: string | null;
  worksheetReference: number;
  worksheetVersion: number;
  lineNumber: number;
  approvedAt: string | null;
  approvedByRole: string | null;
}

/** A cell before it is written: text, a figure in hundredths, time, a whole number, a day or nothing. */
export type ExportCell =
  | string
  | { hundredths: number }
  | { minutes: number; hundredths: number }
  | { whole: number }
  | { day: CalendarDay }
  | null;

/** What one employee has of one payroll code: printed beside the file, and equal to what its rows add up to. */
interface ControlTotal {
  code: string;
  employees: number;
  lines: number;
  minutes: number;
  quantity: number;
  payCents: number;
}

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

type Coded = ExportRow & { code: string; figure: 'quantity' | 'amount' };

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** All rows of one employee's week stand together: some packages take or refuse them as one. */
const byPersonAndDay = (a: ExportRow, b: ExportRow): number =>
  order(a.employeeNumber, b.employeeNumber) ||
  order(a.periodStartsOn, b.periodStartsOn) ||
  order(bookedOn(a), bookedOn(b)) ||
  a.worksheetReference - b.worksheetReference ||
  a.lineNumber - b.lineNumber;

const bookedOn = ({ date, periodEndsOn }: ExportRow): CalendarDay => date ?? periodEndsOn;

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

/** How much of a unit: minutes of time, hundredths of all else. */
const sizeOf = ({ unit, minutes, quantity }: ExportRow): number => (unit === 'hours' ? minutes : (quantity ?? 0));
const isTime = ({ unit }: Pick<ExportRow, 'unit'>): boolean => unit === 'hours' || unit === 'surcharge';
/** Minutes as hundredths of an hour, half away from zero. */
const hundredthsOf = (minutes: number): number => multiplyHalfUp(minutes, 100);

interface Sum {
  first: Coded;
  size: number;
  cents: number | null;
}
const add = (sum: Sum | undefined, row: Coded): Sum => ({
  first: sum?.first ?? row,
  size: (sum?.size ?? 0) + sizeOf(row),
  cents: row.payCents === null ? (sum?.cents ?? null) : (sum?.cents ?? 0) + row.payCents,
});

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
    const time = isTime(sum.first) ? roundedTime(sum) : undefined;
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
  return isTime(sum.first) ? { minutes: sum.size, hundredths: hundredthsOf(sum.size) } : { hundredths: sum.size };
}

function controlTotals(rows: readonly Coded[], codes: readonly string[]): ControlTotal[] {
  return codes.map((code) => {
    const of = rows.filter((row) => row.code === code);
    return {
      code,
      employees: new Set(of.map(({ employeeNumber }) => employeeNumber)).size,
      lines: of.length,
      minutes: of.reduce((sum, { minutes }) => sum + minutes, 0),
      quantity: of.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
      payCents: of.reduce((sum, { payCents }) => sum + (payCents ?? 0), 0),
    };
  });
}

function workedDaysOf(rows: readonly ExportRow[]): Map<string, Set<CalendarDay>> {
  const days = new Map<string, Set<CalendarDay>>();
  for (const { employeeNumber, date, isWorked } of rows) {
    const of = days.get(employeeNumber) ?? new Set();
    if (date && isWorked) of.add(date);
    days.set(employeeNumber, of);
  }
  return days;
}

const isFigureField = (field: ExportField | null | undefined): field is FigureField =>
  (figureFields as readonly unknown[]).includes(field);
const isFigure = ({ field }: ExportColumn): boolean => isFigureField(field);

const unitCodes: Record<HourUnit, string> = {
  hours: 'HUR',
  surcharge: 'HUR',
  kilometres: 'KMT',
  euros: 'EUR',
  pieces: 'C62',
};

type CellOf = (row: Coded, run: ExportRun, days: Map<string, Set<CalendarDay>>) => ExportCell;
const day = (value: CalendarDay | null): ExportCell => value && { day: value };
const cells: Record<Exclude<ExportField, FigureField>, CellOf> = {
  runNumber: (_, { number }) => ({ whole: number }),
  runDate: (_, { runDate }) => day(runDate),
  runMonth: (_, { runDate }) => runDate.slice(0, 7),
  runWeek: (_, { runDate }) => formatIsoWeek(isoWeekOf(runDate)).replace('W', ''),
  employeeNumber: (row) => row.employeeNumber,
  employeeName: (row) => row.employeeName,
  workedDays: (row, _, days) => ({ whole: days.get(row.employeeNumber)?.size ?? 0 }),
  assignmentNumber: (row) => row.placementNumber,
  functionName: (row) => row.functionName,
  clientNumber: (row) => row.organisationNumber,
  clientName: (row) => row.organisationName,
  isoYear: (row) => ({ whole: weekOf(row).year }),
  isoWeek: (row) => ({ whole: weekOf(row).week }),
  period: (row) => periodName(row),
  periodStart: (row) => day(row.periodStartsOn),
  periodEnd: (row) => day(row.periodEndsOn),
  workDate: (row) => day(row.date),
  bookingDate: (row) => day(bookedOn(row)),
  start: (row) => row.startsAt,
  end: (row) => row.endsAt,
  breakMinutes: (row) => (row.breakMinutes === null ? null : { whole: row.breakMinutes }),
  hourType: (row) => row.hourTypeCode,
  payrollCode: (row) => row.code,
  setuCode: (row) => setuCodeOf(row),
  percentage: ({ payShareBp }) => (payShareBp % 100 === 0 ? { whole: payShareBp / 100 } : { hundredths: payShareBp }),
  unit: (row) => unitCodes[row.unit],
  payRate: (row) => (row.payRateCents === null ? null : { hundredths: row.payRateCents }),
  budgetNumber: (row) => row.budgetNumber,
  worksheetNumber: (row) => referenceOf(row),
  worksheetVersion: (row) => ({ whole: row.worksheetVersion }),
  lineId: (row) => `${referenceOf(row)}-${row.lineNumber}`,
  approvedAt: (row) => row.approvedAt,
  approvedByRole: (row) => row.approvedByRole,
};

function cellOf({ field, text }: ExportColumn, run: ExportRun, row: Coded, days: Map<string, Set<string>>): ExportCell {
  if (field === null) return text === '' ? null : text;
  return isFigureField(field) ? null : cells[field](row, run, days);
}

/** A week's own; of other periods that of the day. */
const weekOf = (row: ExportRow) =>
  row.periodType === 'week' ? { year: row.periodYear, week: row.periodNumber } : isoWeekOf(bookedOn(row));

/** 2026-W47, 2026-P12, 2026-M11. */
const periodName = (row: ExportRow): string => referenceOf(row).slice(3, 11);

const referenceOf = (row: ExportRow): string =>
  worksheetReference({ type: row.periodType, year: row.periodYear, number: row.periodNumber }, row.worksheetReference);
