import type { CalendarDay } from '../basics/calendar-day.ts';
import { isoWeekOf } from '../basics/iso-week.ts';
import type { HourUnit } from '../hour-types/hour-type.words.ts';
import { lineNet } from './invoice.sums.ts';
import type { InvoicePer } from './invoice.words.ts';

/** What the client's bookkeeping asks for, by the budget number. */
interface References {
  budgetNumber: string | null;
  orderNumber: string | null;
  orderLine: string | null;
  costCentre: string | null;
}

/** Whose it is, and what one invoice is made for. */
interface Billed extends References {
  worksheetId: string;
  lineNumber: number;
  organisationId: string;
  per: InvoicePer;
  /** Its day; of a total the last day of its period. */
  day: CalendarDay;
  employeeId: string;
  employeeName: string;
  employeeSortName: string;
  functionName: string;
  hourTypeId: string;
  hourTypeOrder: number;
  unit: HourUnit;
  size: number;
}

/** A line of a worksheet that is ready to be invoiced. */
export interface ReadyLine extends Billed {
  /** The stretch that its invoice covers: the client's week, four weeks or month that holds its day. */
  fromDay: CalendarDay;
  untilDay: CalendarDay;
  /** None where no rate was agreed: such an invoice is not made. */
  priceCents: number | null;
  /** The client asks for a budget number, or wants an invoice for each. */
  needsBudgetNumber: boolean;
}

/** A line that was invoiced at a rate that changed since. */
export interface ReadyDifference extends Billed {
  changeId: string;
  reason: string;
  oldPriceCents: number;
  priceCents: number;
}

interface DraftLine extends References {
  employeeId: string;
  employeeName: string;
  functionName: string;
  isoYear: number;
  isoWeek: number;
  hourTypeId: string;
  unit: HourUnit;
  size: number;
  priceCents: number;
  oldPriceCents: number | null;
  rateReason: string | null;
  netCents: number;
  sources: { worksheetId: string; lineNumber: number; changeId?: string }[];
}

export interface DraftInvoice {
  organisationId: string;
  fromDay: CalendarDay;
  untilDay: CalendarDay;
  budgetNumber: string | null;
  employeeName: string | null;
  /** The order that all of it is on, else the budget number that it is for. */
  orderReference: string | null;
  costCentre: string | null;
  lines: DraftLine[];
  netCents: number;
  /** Whose hours it is for the first time. */
  worksheets: number;
  /** Lines of worksheets that were invoiced before, at another rate. */
  rateDifferences: number;
  /** Lines of worksheets without a rate: while there are any, it cannot be made. */
  withoutRate: number;
  /** Lines of worksheets without a budget number that the client asks for: it can be made, and will come back. */
  withoutBudgetNumber: number;
}

/**
 * The invoices that ready lines make: one per client, stretch, and what the client wants one each for. Hours of one person, week, type, price and
 * budget number are one line, rounded once; they stand by name, week and type. Differences of rates follow on the first that can be made, by why the
 * rate changed; where there is none, they are an invoice of their own, of the days that they are about.
 */
export function invoicesOf(ready: readonly ReadyLine[], differences: readonly ReadyDifference[] = []): DraftInvoice[] {
  const hours = [...Map.groupBy(ready, invoiceKey).values()];
  const first = firstOfEach(hours);
  const after = Map.groupBy(differences, forKey);
  const own = [...after].flatMap(([key, of]) => (first.has(key) ? [] : [draftOf([], of)]));
  return [
    ...hours.map((lines) =>
      draftOf(
        lines,
        first.get(forKey(lines[0] as ReadyLine)) === lines ? after.get(forKey(lines[0] as ReadyLine)) : [],
      ),
    ),
    ...own,
  ];
}

/** By what invoices are for, the earliest of them that lacks no rate. */
function firstOfEach(hours: readonly ReadyLine[][]): Map<string, ReadyLine[]> {
  const first = new Map<string, ReadyLine[]>();
  for (const lines of hours) {
    const [line] = lines;
    if (!line || lines.some(({ priceCents }) => priceCents === null)) continue;
    const earlier = first.get(forKey(line))?.[0];
    if (!earlier || line.fromDay < earlier.fromDay) first.set(forKey(line), lines);
  }
  return first;
}

function draftOf(ready: readonly ReadyLine[], differences: readonly ReadyDifference[] = []): DraftInvoice {
  const days = differences.map(({ day }) => day).sort();
  const some = ready[0] ?? differences[0];
  if (!some) throw new Error('A group holds at least one');
  const known = ready.filter((line): line is ReadyLine & { priceCents: number } => line.priceCents !== null);
  const lines = [
    ...[...Map.groupBy(known.toSorted(byPerson), lineKey).values()].flatMap(lineOf),
    ...[...Map.groupBy(differences.toSorted(byReason), differenceKey).values()].flatMap(differenceOf),
  ];
  return {
    organisationId: some.organisationId,
    fromDay: ready[0]?.fromDay ?? (days[0] as CalendarDay),
    untilDay: ready[0]?.untilDay ?? (days.at(-1) as CalendarDay),
    budgetNumber: some.per === 'budget-number' ? some.budgetNumber : null,
    employeeName: some.per === 'employee' ? some.employeeName : null,
    orderReference: theOne(lines, 'orderNumber') ?? (some.per === 'budget-number' ? some.budgetNumber : null),
    costCentre: theOne(lines, 'costCentre'),
    lines,
    netCents: lines.reduce((sum, { netCents }) => sum + netCents, 0),
    worksheets: new Set(ready.map(({ worksheetId }) => worksheetId)).size,
    rateDifferences: differences.length,
    withoutRate: ready.length - known.length,
    withoutBudgetNumber: ready.filter((line) => line.needsBudgetNumber && line.budgetNumber === null).length,
  };
}

/** What all lines have. */
function theOne(lines: readonly DraftLine[], name: keyof References): string | null {
  const first = lines[0]?.[name] ?? null;
  return lines.every((line) => line[name] === first) ? first : null;
}

/** What one invoice each is made for. */
function forKey(line: Billed): string {
  const per = {
    organisation: '',
    'budget-number': line.budgetNumber ?? '',
    order: line.orderNumber ?? '',
    'cost-centre': line.costCentre ?? '',
    employee: line.employeeId,
  }[line.per];
  return [line.organisationId, per].join(' ');
}

const invoiceKey = (line: ReadyLine): string => [forKey(line), line.fromDay, line.untilDay].join(' ');

function lineKey(line: Billed & { priceCents: number | null }): string {
  const { employeeId, day, hourTypeId, priceCents, budgetNumber, orderNumber, orderLine, costCentre, functionName } =
    line;
  const { year, week } = isoWeekOf(day);
  return JSON.stringify([
    employeeId,
    year,
    week,
    hourTypeId,
    priceCents,
    budgetNumber,
    orderNumber,
    orderLine,
    costCentre,
    functionName,
  ]);
}

const differenceKey = (line: ReadyDifference): string =>
  JSON.stringify([line.changeId, line.oldPriceCents, lineKey(line)]);

function lineOf(lines: readonly (Billed & { priceCents: number })[]): DraftLine[] {
  const [first] = lines;
  if (!first) return [];
  const { year, week } = isoWeekOf(first.day);
  const size = lines.reduce((sum, line) => sum + line.size, 0);
  const { employeeId, employeeName, functionName, hourTypeId, budgetNumber, unit, priceCents } = first;
  const { orderNumber, orderLine, costCentre } = first;
  return [
    {
      ...{ employeeId, employeeName, functionName, hourTypeId, budgetNumber, unit, size, priceCents },
      ...{ isoYear: year, isoWeek: week, netCents: lineNet({ unit, size, priceCents }) },
      ...{ orderNumber, orderLine, costCentre, oldPriceCents: null, rateReason: null },
      sources: lines.map(({ worksheetId, lineNumber }) => ({ worksheetId, lineNumber })),
    },
  ];
}

function differenceOf(lines: readonly ReadyDifference[]): DraftLine[] {
  const [first] = lines;
  return lineOf(lines).map((line) => {
    const rate = { oldPriceCents: first?.oldPriceCents ?? null, rateReason: first?.reason ?? null };
    return {
      ...line,
      ...rate,
      netCents: lineNet({ ...line, ...rate }),
      sources: lines.map(({ worksheetId, lineNumber, changeId }) => ({ worksheetId, lineNumber, changeId })),
    };
  });
}

const byReason = (one: ReadyDifference, other: ReadyDifference): number =>
  one.changeId.localeCompare(other.changeId) || byPerson(one, other);

function byPerson(one: Billed, other: Billed): number {
  return (
    one.employeeSortName.localeCompare(other.employeeSortName) ||
    one.employeeId.localeCompare(other.employeeId) ||
    weekKey(one) - weekKey(other) ||
    one.hourTypeOrder - other.hourTypeOrder ||
    one.day.localeCompare(other.day)
  );
}

function weekKey({ day }: Billed): number {
  const { year, week } = isoWeekOf(day);
  return year * 100 + week;
}
