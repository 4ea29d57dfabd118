import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-day.ts';
import { workedMinutes } from '../basics/local-time.ts';
import { periodContaining } from '../periods/period.ts';
import { minutesByDay, minutesByHourType, totalMinutes, type WorkedLine } from './worksheet.hours.ts';
import { linesProblems } from './worksheet.line-problems.ts';
import type { LineRules } from './worksheet.line-rules.ts';

const rules = (over: Partial<LineRules> = {}): LineRules => ({
  period: periodContaining('week', '2026-11-16'),
  placement: { startsOn: '2026-01-05', endsOn: null },
  ...over,
});
const line = (over: Partial<WorkedLine> = {}): WorkedLine => ({
  hourTypeId: 'normal',
  minutes: 480,
  date: '2026-11-16',
  ...over,
});
/** A line with times whose minutes fit them. */
const shift = (date: string, start: string, end: string, breakMinutes = 0): WorkedLine => {
  const worked = workedMinutes(date, start, end, breakMinutes);
  return line({ date, start, end, breakMinutes, minutes: 'minutes' in worked ? worked.minutes : 0 });
};

describe('sums', () => {
  const lines = [
    line({ minutes: 480 }),
    line({ minutes: 90, hourTypeId: 'overtime-125' }),
    line({ minutes: 480, date: '2026-11-17' }),
    line({ minutes: 60, date: null }),
  ];

  it('are taken of all lines, per hour type and per day', () => {
    expect(totalMinutes(lines)).toBe(1110);
    expect([...minutesByHourType(lines)]).toEqual([
      ['normal', 1020],
      ['overtime-125', 90],
    ]);
    expect([...minutesByDay(lines)]).toEqual([
      ['2026-11-16', 570],
      ['2026-11-17', 480],
    ]);
  });

  it('agree with each other', () => {
    const anyLine = fc.record({
      hourTypeId: fc.constantFrom('normal', 'overtime-125', 'sick'),
      minutes: fc.integer({ min: -600, max: 1440 }),
      date: fc.option(fc.integer({ min: 0, max: 6 }).map((days) => addDays('2026-11-16', days))),
    });
    const sum = (sums: Map<unknown, number>) => [...sums.values()].reduce((total, minutes) => total + minutes, 0);
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const undated = lines.filter(({ date }) => date === null);
        expect(sum(minutesByHourType(lines))).toBe(totalMinutes(lines));
        expect(sum(minutesByDay(lines)) + totalMinutes(undated)).toBe(totalMinutes(lines));
      }),
    );
  });
});

describe('linesProblems', () => {
  it('finds nothing in an ordinary week', () => {
    const week = [
      shift('2026-11-16', '07:00', '15:30', 30),
      shift('2026-11-17', '07:00', '15:30', 30),
      shift('2026-11-18', '07:00', '15:30', 30),
      shift('2026-11-18', '15:30', '17:00'),
      line({ date: '2026-11-19' }),
      line({ date: '2026-11-19', minutes: 16 * 60, hourTypeId: 'travel' }),
      line({ date: null, minutes: 480 }),
    ];
    expect(linesProblems(week, rules())).toEqual([]);
    expect(linesProblems([], rules())).toEqual([]);
  });

  it('refuses minutes below zero, except in a correction', () => {
    const lines = [line(), line({ minutes: -30 })];
    expect(linesProblems(lines, rules())).toEqual([{ index: 1, field: 'minutes', code: 'minutes-negative' }]);
    expect(linesProblems(lines, rules({ isCorrection: true }))).toEqual([]);
  });

  it('lets a correction take a whole shift away', () => {
    const taken = { ...shift('2026-11-16', '07:00', '15:30', 30), minutes: -480 };
    const worked = [shift('2026-11-16', '07:00', '15:30', 30)];
    expect(linesProblems([taken], rules({ isCorrection: true, sent: worked }))).toEqual([]);
    expect(linesProblems([taken], rules({ isCorrection: true }))).toEqual([
      { index: 0, field: 'minutes', code: 'below-zero' },
    ]);
  });

  it('refuses a date outside the period or the placement', () => {
    const placement = { startsOn: '2026-11-17', endsOn: '2026-11-20' };
    const days = ['2026-11-15', '2026-11-16', '2026-11-17', '2026-11-20', '2026-11-21', '2026-11-23'];
    expect(
      linesProblems(
        days.map((date) => line({ date })),
        rules({ placement }),
      ),
    ).toEqual([
      { index: 0, field: 'date', code: 'date-outside-period' },
      { index: 1, field: 'date', code: 'date-outside-placement' },
      { index: 4, field: 'date', code: 'date-outside-placement' },
      { index: 5, field: 'date', code: 'date-outside-period' },
    ]);
  });

  it.each([
    ['2026-11-16', 24],
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('lets %s hold %i hours and no minute more', (date, hours) => {
    const ofThatWeek = rules({ period: periodContaining('week', date) });
    const full = [line({ date, minutes: 480 }), line({ date, minutes: hours * 60 - 480 })];
    expect(linesProblems(full, ofThatWeek)).toEqual([]);
    expect(linesProblems([...full, line({ date, minutes: 1 })], ofThatWeek)).toEqual([
      { index: 2, field: 'minutes', code: 'day-overfull' },
    ]);
  });

  it('lets a period hold its days in the placement and no minute more', () => {
    const placement = { startsOn: '2026-11-20', endsOn: null };
    const full = [line({ date: null, minutes: 71 * 60 }), line({ date: '2026-11-20', minutes: 60 })];
    expect(linesProblems(full, rules({ placement }))).toEqual([]);
    expect(linesProblems([...full, line({ date: '2026-11-21', minutes: 1 })], rules({ placement }))).toEqual([
      { index: 0, field: 'minutes', code: 'period-overfull' },
    ]);
    expect(linesProblems([line({ date: null, minutes: 168 * 60 })], rules())).toEqual([]);
    expect(linesProblems([line({ date: null, minutes: 168 * 60 + 1 })], rules())).toHaveLength(1);
  });

  it('refuses times that are not whole', () => {
    const lines = [
      line({ start: '07:00' }),
      line({ end: '15:00', date: '2026-11-17', start: null }),
      line({ start: '07:00', end: '15:00', date: null }),
    ];
    expect(linesProblems(lines, rules())).toEqual([
      { index: 0, field: 'end', code: 'end-missing' },
      { index: 1, field: 'start', code: 'start-missing' },
      { index: 2, field: 'date', code: 'date-missing' },
    ]);
  });

  it('refuses times that are not the minutes', () => {
    const lines = [
      line({ start: '07:00', end: '15:30', breakMinutes: 30, minutes: 480 }),
      line({ start: '07:00', end: '15:30', breakMinutes: 0, date: '2026-11-17' }),
      line({ start: '07:00', end: '07:00', date: '2026-11-18' }),
      line({ start: '07:00', end: '08:00', date: '2026-11-19', breakMinutes: 90, minutes: 0 }),
      line({ start: '07:00', end: '15:00', date: '2026-11-20', breakMinutes: -30 }),
    ];
    expect(linesProblems(lines, rules())).toEqual([
      { index: 1, field: 'minutes', code: 'minutes-differ-from-times' },
      { index: 2, field: 'end', code: 'shift-empty' },
      { index: 3, field: 'breakMinutes', code: 'break-too-long' },
      { index: 4, field: 'breakMinutes', code: 'break-negative' },
    ]);
  });

  it('counts a night of a clock change as it was', () => {
    const night = line({ date: '2026-03-28', start: '22:00', end: '06:00', minutes: 7 * 60 });
    const ofThatWeek = rules({ period: periodContaining('week', '2026-03-28') });
    expect(linesProblems([night], ofThatWeek)).toEqual([]);
    expect(linesProblems([{ ...night, minutes: 8 * 60 }], ofThatWeek)).toHaveLength(1);
  });

  it('refuses times that overlap, on a day and through the night', () => {
    const lines = [
      shift('2026-11-17', '05:00', '09:00'),
      shift('2026-11-16', '22:00', '06:00'),
      shift('2026-11-18', '07:00', '19:00'),
      shift('2026-11-18', '08:00', '09:00'),
      shift('2026-11-18', '18:00', '20:00'),
      shift('2026-11-18', '20:00', '21:00'),
    ];
    expect(linesProblems(lines, rules())).toEqual([
      { index: 0, field: 'start', code: 'times-overlap' },
      { index: 3, field: 'start', code: 'times-overlap' },
      { index: 4, field: 'start', code: 'times-overlap' },
    ]);
  });

  it('lists the problems in the order of the lines', () => {
    const lines = [shift('2026-11-16', '08:00', '09:00'), line({ minutes: -1 }), shift('2026-11-16', '07:00', '09:00')];
    expect(linesProblems([...lines, line({ minutes: -2 })], rules()).map(({ index }) => index)).toEqual([0, 1, 3]);
  });

  it.each(['overtime-125', 'travel', 'sick'])('counts %s as time of its day, like any other hours', (hourTypeId) => {
    const day = [line({ minutes: 16 * 60 }), line({ minutes: 8 * 60 + 1, hourTypeId })];
    expect(linesProblems(day, rules())).toEqual([{ index: 1, field: 'minutes', code: 'day-overfull' }]);
    const shifts = [shift('2026-11-16', '07:00', '15:00'), { ...shift('2026-11-16', '08:00', '09:00'), hourTypeId }];
    expect(linesProblems(shifts, rules())).toEqual([{ index: 1, field: 'start', code: 'times-overlap' }]);
  });

  it('finds an overlap in whatever order the lines stand', () => {
    const anyShift = fc.record({
      day: fc.integer({ min: 0, max: 6 }),
      start: fc.nat(23),
      hours: fc.integer({ min: 1, max: 10 }),
    });
    const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
    fc.assert(
      fc.property(fc.array(anyShift, { maxLength: 6 }), (shifts) => {
        const lines = shifts.map(({ day, start, hours }) =>
          shift(addDays('2026-11-16', day), clock(start), clock(start + hours)),
        );
        const spans = shifts.map(({ day, start, hours }) => [day * 24 + start, day * 24 + start + hours] as const);
        const doOverlap = spans.some(([start, end], index) =>
          spans.slice(index + 1).some(([otherStart, otherEnd]) => start < otherEnd && otherStart < end),
        );
        const found = (all: WorkedLine[]) => linesProblems(all, rules()).some(({ code }) => code === 'times-overlap');
        expect(found(lines)).toBe(doOverlap);
        expect(found(lines.toReversed())).toBe(doOverlap);
      }),
    );
  });
});
