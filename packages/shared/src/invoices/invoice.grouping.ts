import type { CalendarDay } from '../basics/calendar-day.ts';
import { isoWeekOf } from '../basics/iso-week.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import { lineNet } from './invoice.sums.ts';

/** A line of a worksheet that is ready to be invoiced. */
export interface ReadyLine {
  worksheetId: string;
  lineNumber: number;
  organisationId: string;
  /** The stretch that its invoice covers: the client's week, four weeks or month that holds its day. */
  fromDay: CalendarDay;
  untilDay: CalendarDay;
  per: 'organisation' | 'budget-number' | 'employee';
  /** Its day; of a total the last day of its period. */
  day: CalendarDay;
  employeeId: string;
  employeeName: string;
  employeeSortName: string;
  functionName: string;
  hourTypeId: string;
  hourTypeOrder: number;
  budgetNumber: string | null;
  unit: HourUnit;
  size: number;
  /** None where no rate was agreed: such an invoice is not made. */
  priceCents: number | null;
}

interface DraftLine {
  employeeId: string;
  employeeName: string;
  functionName: string;
  isoYear: number;
  isoWeek: number;
  hourTypeId: string;
  budgetNumber: string | null;
  unit: HourUnit;
  size: number;
  priceCents: number;
  netCents: number;
  sources: { worksheetId: string; lineNumber: number }[];
}

export interface DraftInvoice {
  organisationId: string;
  fromDay: CalendarDay;
  untilDay: CalendarDay;
  budgetNumber: string | null;
  employeeName: string | null;
  lines: DraftLine[];
  netCents: number;
  /** Lines of worksheets without a rate: while there are any, it cannot be made. */
  withoutRate: number;
}

/**
 * The invoices that ready lines make: one per client, stretch, and what the client wants one each for. Hours of one person, week, type, price and
 * budget number are one line, rounded once; they stand by name, week and type.
 */
export function invoicesOf(ready: readonly ReadyLine[]): DraftInvoice[] {
  const groups = Map.groupBy(ready, invoiceKey);
  return [...groups.values()].map((lines) => {
    const [first] = lines;
    if (!first) throw new Error('A group holds at least one');
    const known = lines.filter((line): line is ReadyLine & { priceCents: number } => line.priceCents !== null);
    const drafted = [...Map.groupBy(known.toSorted(byPerson), lineKey).values()].flatMap(lineOf);
    return {
      organisationId: first.organisationId,
      fromDay: first.fromDay,
      untilDay: first.untilDay,
      budgetNumber: first.per === 'budget-number' ? first.budgetNumber : null,
      employeeName: first.per === 'employee' ? first.employeeName : null,
      lines: drafted,
      netCents: drafted.reduce((sum, { netCents }) => sum + netCents, 0),
      withoutRate: lines.length - known.length,
    };
  });
}

function invoiceKey(line: ReadyLine): string {
  const per = { organisation: '', 'budget-number': line.budgetNumber ?? '', employee: line.employeeId }[line.per];
  return [line.organisationId, line.fromDay, line.untilDay, per].join(' ');
}

function lineKey({ employeeId, day, hourTypeId, priceCents, budgetNumber, functionName }: ReadyLine): string {
  const { year, week } = isoWeekOf(day);
  return JSON.stringify([employeeId, year, week, hourTypeId, priceCents, budgetNumber, functionName]);
}

function lineOf(lines: (ReadyLine & { priceCents: number })[]): DraftLine[] {
  const [first] = lines;
  if (!first) return [];
  const { year, week } = isoWeekOf(first.day);
  const size = lines.reduce((sum, line) => sum + line.size, 0);
  const { employeeId, employeeName, functionName, hourTypeId, budgetNumber, unit, priceCents } = first;
  return [
    {
      ...{ employeeId, employeeName, functionName, hourTypeId, budgetNumber, unit, size, priceCents },
      ...{ isoYear: year, isoWeek: week, netCents: lineNet({ unit, size, priceCents }) },
      sources: lines.map(({ worksheetId, lineNumber }) => ({ worksheetId, lineNumber })),
    },
  ];
}

function byPerson(one: ReadyLine, other: ReadyLine): number {
  return (
    one.employeeSortName.localeCompare(other.employeeSortName) ||
    one.employeeId.localeCompare(other.employeeId) ||
    weekKey(one) - weekKey(other) ||
    one.hourTypeOrder - other.hourTypeOrder ||
    one.day.localeCompare(other.day)
  );
}

function weekKey({ day }: ReadyLine): number {
  const { year, week } = isoWeekOf(day);
  return year * 100 + week;
}
