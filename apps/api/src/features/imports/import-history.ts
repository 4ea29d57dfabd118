import { daysBetween, maxDay, minDay } from '@konnekt/shared/basics/calendar-day';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import type { ImportRow } from '@konnekt/shared/imports/import-rows';
import { type Period, periodsOfYear } from '@konnekt/shared/periods/period';
import { keepPeriods } from '#api/features/periods/period.service';
import type { Transaction } from '#api/kit/database';
import { isAsBefore, lineSaid, splitBy } from './brought-line.ts';
import { broughtSheet, type PastLine } from './brought-sheet.ts';
import {
  findBrought,
  findFilled,
  findPastHourTypes,
  findWeek53,
  holdPastPlacements,
  type PastPlacement,
  writeHistory,
} from './import-history.repository.ts';
import { byCodeOrName, cellOf, keysOf, type Plan, type Planned, type RecordValues, sortOut } from './import-plan.ts';

/** Nothing was brought along from before. */
const FIRST_YEAR = 2000;
/** So many worksheets in one statement. */
const CHUNK = 500;

type Past = Planned<RecordValues> & { line: PastLine | undefined; place: string; placement: PastPlacement | undefined };

/**
 * Hours that were paid and invoiced in another system, by placement, period and hour type. What is there stays: a period that has hours is
 * refused, unless the file says of them what was brought along before.
 */
export async function planHistory(db: Transaction, rows: ImportRow[], today: string): Promise<Plan> {
  const placements = await holdPastPlacements(db, keysOf(rows, 'placementNumber'));
  const hourTypes = byCodeOrName(await findPastHourTypes(db));
  const week53 = await findWeek53(db);
  const ids = [...placements.values()].map(({ id }) => id);
  const filled = await findFilled(db, ids);
  const keyOf = (...parts: unknown[]) => parts.join(' ');
  const brought = Map.groupBy(await findBrought(db, ids), (one) =>
    keyOf(one.placementId, one.year, one.period, one.hourType),
  );
  const years = new Map<string, Period[]>();
  const rowWith = new Map<string, number>();
  const rowOf = new Map<RecordValues, number>();
  const [errors, notes]: [Plan['errors'], Plan['notes']] = [[], []];
  const planned = rows.flatMap((row): Past[] => {
    const fail = (column: string, code: Plan['errors'][number]['code'], value = cellOf('history', row, column)) =>
      void errors.push({ row: row.row, column, code, value });
    const { year, period: number } = row.values;
    const placement = placements.get(keyForm(String(row.values.placementNumber)));
    const hourType = hourTypes.get(keyForm(String(row.values.hourType)));
    const period = placement && periodOfRow(placement, Number(year), Number(number));
    const place = keyOf(placement?.id, year, number);
    const found = lineSaid(row.values, brought.get(keyOf(place, hourType?.code)) ?? []);
    if (!found && !row.values.minutes && !row.values.quantity && saysNought(row)) {
      notes.push({ row: row.row, column: null, code: 'no-hours', value: null });
      return [];
    }
    if (!placement) fail('placementNumber', 'unknown-placement');
    if (!hourType) fail('hourType', 'unknown-hour-type');
    const values: RecordValues = {
      ...row.values,
      ...(placement && { placementNumber: placement.number }),
      ...(hourType && { hourType: hourType.code }),
    };
    const key = JSON.stringify([
      place,
      hourType?.code,
      ...splitBy.map((field) => keyForm(String(values[field] ?? ''))),
    ]);
    const first = (found && rowOf.get(found)) ?? rowWith.get(key);
    // One row may say the code of an hour type, and another its name.
    if (placement && hourType && first !== undefined) fail('hourType', 'doubled-key', String(first));
    rowWith.set(key, first ?? row.row);
    if (found) rowOf.set(found, row.row);
    const next: RecordValues = { placementId: placement?.id ?? null, ...found, ...values };
    const line = period && hourType ? { next, period, hourType } : undefined;
    if (placement && !period) {
      const isOddYear = Number(year) < FIRST_YEAR || Number(year) > Number(today.slice(0, 4));
      if (isOddYear) fail('year', 'odd-year');
      else fail('period', 'unknown-period');
    }
    if (placement && period) {
      if (period.endsOn >= today) fail('period', 'not-over');
      else if (daysIn(placement, period) === 0) fail('period', 'outside-placement');
      else if (filled.has(place) && !isAsBefore(row, values, found)) fail('period', 'period-has-hours');
    }
    if (hourType) {
      const [own, other] = isTime(hourType.unit) ? ['minutes', 'quantity'] : ['quantity', 'minutes'];
      if (!next[own as string]) fail(own as string, 'required');
      if (next[other as string]) fail(other as string, 'other-unit');
    }
    return [{ row: { ...row, values }, stored: found, next, line, place, placement }];
  });
  // Of what is wrong otherwise nothing follows.
  const wrong = new Set(errors.map(({ row }) => row));
  errors.push(...tooMuch(planned).filter(({ row }) => !wrong.has(row)));
  const { creates, changes, same } = sortOut(
    planned,
    ({ placementNumber, year, period, hourType }) => `${placementNumber} ${year}-${period} ${hourType}`,
  );
  const isNew = new Set(creates);
  const sheets = [
    ...Map.groupBy(
      planned.filter((one) => isNew.has(one)),
      ({ place }) => place,
    ).values(),
  ];
  return {
    errors,
    notes,
    changes,
    same,
    write: async (tx, progress, author) => {
      if (!author) throw new Error('Nobody brings these hours along');
      await keepPeriods(tx, [...years.values()].flat());
      for (let start = 0; start < sheets.length; start += CHUNK) {
        const chunk = sheets.slice(start, start + CHUNK);
        const made = chunk.flatMap((rows) => {
          const [first, ...others] = rows.flatMap(({ line }) => (line ? [line] : []));
          return first ? [broughtSheet(String(first.next.placementId), [first, ...others])] : [];
        });
        await writeHistory(tx, author, made);
        progress(chunk.flat().length);
      }
    },
  };

  function periodOfRow({ periodType }: PastPlacement, year: number, number: number): Period | undefined {
    if (year < FIRST_YEAR || year > Number(today.slice(0, 4))) return undefined;
    const key = keyOf(periodType, year);
    const ofYear = years.get(key) ?? periodsOfYear(periodType, year, week53);
    years.set(key, ofYear);
    return ofYear.find((period) => period.number === number);
  }
}

const saysNought = ({ values }: ImportRow): boolean => values.minutes === 0 || values.quantity === 0;

/** On so many days of a period a placement runs. */
function daysIn({ startsOn, endsOn }: PastPlacement, period: Period): number {
  const first = maxDay(startsOn, period.startsOn);
  const last = endsOn === null ? period.endsOn : minDay(endsOn, period.endsOn);
  return first > last ? 0 : daysBetween(first, last) + 1;
}

/** No more hours than the days have, and no more surcharges than there are hours beside them. */
function tooMuch(planned: readonly Past[]): Plan['errors'] {
  return [...Map.groupBy(planned, ({ place }) => place).values()].flatMap((rows) => {
    const [first] = rows;
    if (!first?.placement || !first.line) return [];
    const ofUnit = (unit: string) => rows.filter(({ line }) => line?.hourType.unit === unit);
    const minutes = ofUnit('hours').reduce((sum, { next }) => sum + Number(next.minutes ?? 0), 0);
    const at = (one: Past, code: Plan['errors'][number]['code']) => ({
      row: one.row.row,
      column: 'minutes',
      code,
      value: cellOf('history', one.row, 'minutes'),
    });
    return [
      ...(minutes > daysIn(first.placement, first.line.period) * 1440 ? [at(first, 'too-many-hours-here')] : []),
      ...ofUnit('surcharge')
        .filter(({ next }) => Number(next.minutes ?? 0) > minutes)
        .map((one) => at(one, 'surcharge-beside')),
    ];
  });
}
