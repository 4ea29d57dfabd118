import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesInDay } from '../basics/calendar-day.ts';
import { shiftInstants } from '../basics/local-time.ts';
import { anySheets, type Sheet, sentBeside, unitOf, weeks } from './over-all-test-data.ts';
import { minutesByDay, totalMinutes, type WorkedLine } from './worksheet.hours.ts';
import { linesProblems } from './worksheet.line-problems.ts';

/** Sheets, supplements and corrections of three weeks, sent one after the other as far as the rules let them. */
function sentOf(sheets: readonly Sheet[]): Sheet[] {
  const sent: Sheet[] = [];
  for (const sheet of sheets) {
    const rules = { ...sheet, placement: { startsOn: '2026-01-01', endsOn: null }, unitOf };
    if (linesProblems(sheet.lines, { ...rules, sent: sentBeside(sheet, sent) }).length === 0) sent.push(sheet);
  }
  return sent;
}

describe('of all that was sent, however it came', () => {
  const holds = (check: (lines: WorkedLine[], sent: Sheet[]) => void) =>
    fc.assert(
      fc.property(fc.constantFrom(...weeks).chain(anySheets), (sheets) => {
        const sent = sentOf(sheets);
        check(
          sent.flatMap(({ lines }) => lines),
          sent,
        );
      }),
      { numRuns: 1000 },
    );

  it('no day holds more than its hours: 23 or 25 where the clock changes', () =>
    holds((lines) => {
      for (const [date, minutes] of minutesByDay(lines)) expect(minutes).toBeLessThanOrEqual(minutesInDay(date));
    }));

  it('of no hour type less than nothing is left on a day', () =>
    holds((_, sent) => {
      const sums = new Map<string, number>();
      for (const { period, lines } of sent)
        for (const { hourTypeId, date, minutes, quantity } of lines) {
          const key = `${hourTypeId} ${date ?? period.startsOn}${date === null ? ' whole' : ''}`;
          sums.set(key, (sums.get(key) ?? 0) + (quantity ?? minutes));
        }
      expect(Math.min(0, ...sums.values())).toBe(0);
    }));

  it('no time stands twice, also over the edge of a week; what a correction took away is gone', () =>
    holds((lines) => {
      const left = new Map<string, { from: number; until: number; count: number }>();
      for (const { hourTypeId, date, start, end, minutes, quantity } of lines) {
        if (!date || !start || !end) continue;
        const { startMinute, endMinute } = shiftInstants(date, start, end);
        const kind = unitOf(hourTypeId) === 'hours' ? 'hours' : hourTypeId;
        const key = `${kind} ${hourTypeId} ${date} ${start} ${end}`;
        const before = left.get(key)?.count ?? 0;
        const count = before + Math.sign(quantity ?? minutes);
        left.set(key, { from: startMinute, until: endMinute, count });
      }
      const there = [...left].filter(([, { count }]) => count > 0);
      for (const [key, one] of there) {
        expect(one.count).toBe(1);
        for (const [other, { from, until }] of there)
          if (key < other && key.split(' ')[0] === other.split(' ')[0])
            expect(one.from < until && from < one.until, `${key} and ${other}`).toBe(false);
      }
    }));

  it('a surcharge is beside no more hours than its day has, or its week where either has no day', () =>
    holds((_, sent) => {
      for (const { period } of sent) {
        const lines = sent.filter((one) => one.period.startsOn === period.startsOn).flatMap(({ lines }) => lines);
        const byDay = minutesByDay(lines);
        const isOfWeek = lines.some(({ date, minutes }) => date === null && minutes > 0);
        for (const [day, ofDay] of Map.groupBy(lines, ({ date }) => date)) {
          const surcharge = ofDay.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
          const hours = day === null || isOfWeek ? totalMinutes(lines) : (byDay.get(day) ?? 0);
          if (surcharge > 0) expect(surcharge).toBeLessThanOrEqual(hours);
        }
      }
    }));
});
