import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay } from '../basics/calendar-day.ts';
import { workedMinutes } from '../basics/local-time.ts';
import { type PeriodType, periodContaining } from '../periods/period.ts';
import { lawLimits } from './working-time.limits.ts';
import { minutesByHourType, totalMinutes, type WorkedLine } from './worksheet.hours.ts';
import { linesProblems } from './worksheet.line-problems.ts';
import { shiftsOf } from './worksheet.shifts.ts';
import { type WorkedPeriod, worksheetWarnings } from './worksheet.warnings.ts';

const monday = '2026-11-16';
const week = periodContaining('week', monday);

describe('the worked example of week 47', () => {
  const lines = [
    ...[monday, '2026-11-17', '2026-11-19', '2026-11-20'].map((date) => shift(date, '07:00', '15:30', 30)),
    shift('2026-11-18', '07:00', '15:30', 30),
    shift('2026-11-18', '15:30', '17:00', 0, 'overtime-125'),
    shift('2026-11-21', '08:00', '12:15', 15, 'saturday-150'),
  ];
  const nextMonday = shift('2026-11-23', '07:00', '15:30', 30);

  it('has its sums', () => {
    expect(totalMinutes(lines)).toBe(45.5 * 60);
    expect(Object.fromEntries(minutesByHourType(lines))).toEqual({
      normal: 40 * 60,
      'overtime-125': 90,
      'saturday-150': 4 * 60,
    });
  });

  it('can be sent, and gives no warning, whatever is known around it', () => {
    const placement = { startsOn: monday, endsOn: null };
    expect(linesProblems(lines, { period: week, placement })).toEqual([]);
    expect(warnings({ lines })).toEqual([]);
    const around = { lines: [nextMonday], endsOn: '2026-11-29' };
    const previousWeekMinutes = Array(15).fill(2730);
    expect(warnings({ lines, around, previousWeekMinutes })).toEqual([]);
  });

  it('rests 42.75 hours from Saturday to Monday', () => {
    const [after, before] = shiftsOf([...lines, nextMonday], lawLimits.shortDailyRest).toReversed();
    expect(((after?.startMinute ?? 0) - (before?.endMinute ?? 0)) / 60).toBe(42.75);
  });
});

describe('worksheetWarnings', () => {
  it('warns of a shift of more than 12 hours', () => {
    expect(codes({ lines: [shift(monday, '07:00', '20:00', 60)] })).toEqual([]);
    expect(warnings({ lines: [shift(monday, '07:00', '20:15', 60)] })).toEqual([
      { code: 'shift-too-long', limitMinutes: 720, foundMinutes: 735, date: monday },
    ]);
  });

  it('takes hours without times as a shift of their day', () => {
    expect(codes({ lines: [hours(monday, 12)] })).toEqual([]);
    expect(codes({ lines: [hours(monday, 8), hours(monday, 4.5)] })).toEqual(['shift-too-long']);
    expect(codes({ lines: [shift(monday, '07:00', '15:30', 30), hours(monday, 4.5)] })).toEqual(['shift-too-long']);
    expect(codes({ lines: [{ ...hours(monday, 12.5), start: '07:00' }] })).toEqual(['shift-too-long']);
    expect(codes({ lines: [hours(null, 40)] })).toEqual([]);
  });

  it('warns of a break that is too short for the work', () => {
    const withBreak = (end: string, minutes: number) => codes({ lines: [shift(monday, '07:00', end, minutes)] });
    expect(withBreak('12:30', 0)).toEqual([]);
    expect(withBreak('13:00', 29)).toEqual(['break-too-short']);
    expect(withBreak('13:01', 30)).toEqual([]);
    expect(withBreak('17:30', 30)).toEqual([]);
    expect(withBreak('17:31', 30)).toEqual(['break-too-short']);
    expect(withBreak('17:46', 45)).toEqual([]);
    expect(warnings({ lines: [shift(monday, '07:00', '15:00')] })).toEqual([
      { code: 'break-too-short', limitMinutes: 30, foundMinutes: 0, date: monday },
    ]);
  });

  it('warns of more than 10 hours with more than one hour of them at night', () => {
    expect(codes({ lines: [shift(monday, '20:00', '06:45', 45)] })).toEqual([]);
    expect(warnings({ lines: [shift(monday, '20:00', '07:00', 45)] })).toEqual([
      { code: 'night-shift-too-long', limitMinutes: 600, foundMinutes: 615, date: monday },
    ]);
    expect(codes({ lines: [shift(monday, '14:00', '01:00', 45)] })).toEqual([]);
    expect(codes({ lines: [shift(monday, '14:00', '01:01', 45)] })).toEqual(['night-shift-too-long']);
  });

  it('counts the night the clock goes back as an hour more', () => {
    const night = (date: string) => [shift(date, '21:00', '07:00', 45)];
    expect(codes({ lines: night('2026-10-23'), period: periodContaining('week', '2026-10-23') })).toEqual([]);
    expect(codes({ lines: night('2026-10-24'), period: periodContaining('week', '2026-10-24') })).toEqual([
      'night-shift-too-long',
    ]);
  });

  it('warns of a daily rest that is too short, also over the edge of the week', () => {
    const late = shift(monday, '15:00', '23:30', 30);
    expect(codes({ lines: [late, shift('2026-11-17', '07:30', '12:00')] })).toEqual([]);
    expect(warnings({ lines: [late, shift('2026-11-17', '07:00', '12:00')] })).toEqual([
      { code: 'daily-rest-too-short', limitMinutes: 480, foundMinutes: 450, date: '2026-11-17' },
    ]);
    const sundayBefore = { lines: [shift('2026-11-15', '15:00', '23:30', 30)], endsOn: '2026-11-15' };
    expect(codes({ lines: [shift(monday, '07:00', '12:00')], around: sundayBefore })).toEqual(['daily-rest-too-short']);
  });

  it('leaves what happened wholly outside the period to others', () => {
    const dates = eachDay('2026-11-02', '2026-11-09');
    const around = { lines: dates.map((date) => shift(date, '15:00', '23:30', 30)), endsOn: '2026-11-15' };
    expect(codes({ lines: [shift(monday, '07:00', '12:00')], around })).toEqual([]);
    const later = eachDay('2026-11-24', '2026-12-01').map((date) => shift(date, '15:00', '23:30', 30));
    expect(codes({ lines: [shift(monday, '07:00', '12:00')], around: { lines: later, endsOn: '2026-12-01' } })).toEqual(
      [],
    );
    const onSunday = shift('2026-11-22', '15:00', '23:30', 30);
    expect(
      codes({ lines: [onSunday], around: { lines: [shift('2026-11-23', '07:00', '12:00')], endsOn: '2026-11-23' } }),
    ).toEqual(['daily-rest-too-short']);
  });

  it('warns of seven days without the weekly rest', () => {
    const lines = eachDay(monday, '2026-11-22').map((date) => shift(date, '08:00', '12:00'));
    expect(warnings({ lines })).toEqual([
      { code: 'weekly-rest-too-short', limitMinutes: 2160, foundMinutes: 20 * 60, date: monday },
    ]);
    const nextWeek = { lines: [shift('2026-11-27', '08:00', '12:00')], endsOn: '2026-11-30' };
    expect(codes({ lines, around: nextWeek })).toEqual([]);
  });

  it('warns of a week of more than 60 hours', () => {
    const sixDays = (each: number) => eachDay(monday, '2026-11-21').map((date) => hours(date, each));
    expect(codes({ lines: sixDays(10) })).toEqual([]);
    expect(warnings({ lines: [...sixDays(10), hours(null, 0.25)] })).toEqual([
      { code: 'week-too-long', limitMinutes: 3600, foundMinutes: 3615, date: monday },
    ]);
  });

  it('finds the long week in a longer period', () => {
    const lines = [
      ...eachDay('2026-11-09', '2026-11-14').map((date) => hours(date, 10.5)),
      hours(monday, 8),
      hours(null, 8),
    ];
    for (const type of ['four-weeks', 'month'] satisfies PeriodType[])
      expect(warnings({ lines, period: periodContaining(type, monday) })).toEqual([
        { code: 'week-too-long', limitMinutes: 3600, foundMinutes: 3780, date: '2026-11-09' },
      ]);
  });

  it('warns of an average over 55 hours in four weeks and 48 in sixteen', () => {
    const lines = [hours(null, 55)];
    const previous = (each: number, count: number) => Array<number>(count).fill(each * 60);
    expect(codes({ lines, previousWeekMinutes: previous(55, 3) })).toEqual([]);
    expect(warnings({ lines, previousWeekMinutes: [...previous(55, 2), 55 * 60 + 1, 60 * 60] })).toEqual([
      { code: 'four-weeks-too-long', limitMinutes: 220 * 60, foundMinutes: 220 * 60 + 1 },
    ]);
    expect(codes({ lines: [hours(null, 48)], previousWeekMinutes: previous(48, 20) })).toEqual([]);
    expect(warnings({ lines: [hours(null, 49)], previousWeekMinutes: previous(48, 20) })).toEqual([
      { code: 'sixteen-weeks-too-long', limitMinutes: 768 * 60, foundMinutes: 769 * 60 },
    ]);
  });

  it('takes a four-week period as its own four weeks, and a long one by its average', () => {
    const ofPeriod = (day: string, total: number) =>
      codes({ lines: [hours(null, total)], period: periodContaining('four-weeks', day), previousWeekMinutes: [3600] });
    expect(ofPeriod('2026-11-16', 220)).toEqual([]);
    expect(ofPeriod('2026-11-16', 220.25)).toEqual(['four-weeks-too-long']);
    expect(ofPeriod('2026-12-28', 275)).toEqual([]);
    expect(ofPeriod('2026-12-28', 275.25)).toEqual(['four-weeks-too-long']);
  });

  it('takes other limits from the agency', () => {
    const limits = { ...lawLimits, shift: 9 * 60 };
    expect(worksheetWarnings({ lines: [hours(monday, 9.5)], period: week }, limits)).toMatchObject([
      { code: 'shift-too-long', limitMinutes: 540 },
    ]);
  });

  it('reports only what is really beyond its limit, and never fewer when a limit is stricter', () => {
    const anyLine = fc
      .record({ day: fc.nat(6), start: fc.nat(23), length: fc.integer({ min: 1, max: 14 }) })
      .map(({ day, start, length }) => shift(addDays(monday, day), clock(start), clock(start + length)));
    const least = ['break-too-short', 'daily-rest-too-short', 'weekly-rest-too-short'];
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 10 }), (lines) => {
        const found = warnings({ lines });
        for (const { code, limitMinutes, foundMinutes } of found)
          expect(least.includes(code) ? foundMinutes < limitMinutes : foundMinutes > limitMinutes).toBe(true);
        const stricter = { ...lawLimits, shift: 6 * 60, week: 30 * 60, leastBreak: 40, nightShift: 5 * 60 };
        expect(worksheetWarnings({ lines, period: week }, stricter).length).toBeGreaterThanOrEqual(found.length);
      }),
    );
  });
});

function warnings(worked: Partial<WorkedPeriod>) {
  return worksheetWarnings({ lines: [], period: week, ...worked });
}

function codes(worked: Partial<WorkedPeriod>) {
  return warnings(worked).map(({ code }) => code);
}

/** A line with times, whose minutes fit them. */
function shift(date: string, start: string, end: string, breakMinutes = 0, hourTypeId = 'normal'): WorkedLine {
  const worked = workedMinutes(date, start, end, breakMinutes);
  return { hourTypeId, date, start, end, breakMinutes, minutes: 'minutes' in worked ? worked.minutes : 0 };
}

function hours(date: string | null, count: number): WorkedLine {
  return { hourTypeId: 'normal', date, minutes: count * 60 };
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}
