import type { CalendarDay } from '../basics/calendar-day.ts';
import { formatIsoWeek, isoWeekOf } from '../basics/iso-week.ts';
import { multiplyHalfUp } from '../basics/money.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import type { PeriodType } from '../periods/period.ts';
import { worksheetReference } from '../worksheets/worksheet.reference.ts';
import type { ExportColumn } from './export.schema.ts';
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
  /** Of a line that pays the difference of a changed rate: which of them it is; the line itself was paid before. */
  rateChange: string | null;
  /** The line that a correction of hours takes from or adds to. */
  corrects: { worksheetReference: number; lineNumber: number } | null;
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

export type Coded = ExportRow & { code: string; figure: 'quantity' | 'amount' };

export const bookedOn = ({ date, periodEndsOn }: ExportRow): CalendarDay => date ?? periodEndsOn;

/** How much of a unit: minutes of time, hundredths of all else. */
export const sizeOf = ({ unit, minutes, quantity }: ExportRow): number =>
  unit === 'hours' ? minutes : (quantity ?? 0);
/** Minutes as hundredths of an hour, half away from zero. */
export const hundredthsOf = (minutes: number): number => multiplyHalfUp(minutes, 100);

export const isFigureField = (field: ExportField | null | undefined): field is FigureField =>
  (figureFields as readonly unknown[]).includes(field);
export const isFigure = ({ field }: ExportColumn): boolean => isFigureField(field);

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
  lineId: (row) => (row.rateChange ? `${lineIdOf(row)}-${row.rateChange}` : lineIdOf(row)),
  correctionOfLineId: (row) => {
    if (row.rateChange) return lineIdOf(row);
    return row.corrects && lineIdOf({ ...row, ...row.corrects });
  },
  approvedAt: (row) => row.approvedAt,
  approvedByRole: (row) => row.approvedByRole,
};

export function cellOf(
  { field, text }: ExportColumn,
  run: ExportRun,
  row: Coded,
  days: Map<string, Set<string>>,
): ExportCell {
  if (field === null) return text === '' ? null : text;
  return isFigureField(field) ? null : cells[field](row, run, days);
}

/** A week's own; of other periods that of the day. */
const weekOf = (row: ExportRow) =>
  row.periodType === 'week' ? { year: row.periodYear, week: row.periodNumber } : isoWeekOf(bookedOn(row));

/** 2026-W47, 2026-P12, 2026-M11. */
const periodName = (row: ExportRow): string => referenceOf(row).slice(3, 11);

/** Never of two lines, in whatever run: whoever imports a file twice finds the doubles. */
const lineIdOf = (row: ExportRow): string => `${referenceOf(row)}-${row.lineNumber}`;

const referenceOf = (row: ExportRow): string =>
  worksheetReference({ type: row.periodType, year: row.periodYear, number: row.periodNumber }, row.worksheetReference);
