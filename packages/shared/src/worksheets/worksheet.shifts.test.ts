import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../basics/calendar-day.ts';
import { workedMinutes } from '../basics/local-time.ts';
import type { WorkedLine } from './worksheet.hours.ts';
import { shiftsOf } from './worksheet.shifts.ts';

const eightHours = 8 * 60;

it('leaves out lines without times, and those that take hours away', () => {
  const lines: WorkedLine[] = [
    { hourTypeId: 'normal', minutes: 480, date: '2026-11-16' },
    { hourTypeId: 'normal', minutes: 480, date: null, start: '07:00', end: '15:00' },
    { hourTypeId: 'normal', minutes: 480, date: '2026-11-18', start: '07:00' },
    { hourTypeId: 'normal', minutes: 480, date: '2026-11-19', start: null, end: '15:00' },
    { ...line('2026-11-17', '07:00', '15:00'), minutes: -480 },
  ];
  expect(shiftsOf(lines, eightHours)).toEqual([]);
});

it('joins lines that touch, and counts the pause between two as a break', () => {
  const lines = [
    line('2026-11-18', '15:30', '17:00'),
    line('2026-11-18', '07:00', '15:30', 30),
    line('2026-11-18', '18:00', '19:00'),
  ];
  expect(shiftsOf(lines, eightHours)).toMatchObject([
    { date: '2026-11-18', workedMinutes: 480 + 90 + 60, breakMinutes: 30 + 60, nightMinutes: 0 },
  ]);
});

it('counts no break of less than a quarter of an hour', () => {
  const lines = [line('2026-11-18', '07:00', '12:00'), line('2026-11-18', '12:14', '17:00')];
  expect(shiftsOf(lines, eightHours)).toMatchObject([{ breakMinutes: 0 }]);
  const quarter = { ...line('2026-11-18', '12:15', '17:00'), breakMinutes: null };
  expect(shiftsOf([line('2026-11-18', '07:00', '12:00', 20), quarter], eightHours)).toMatchObject([
    { breakMinutes: 35 },
  ]);
  const withBreaks = [line('2026-11-18', '07:00', '12:00', 20), line('2026-11-18', '12:00', '17:00', 10)];
  expect(shiftsOf(withBreaks, eightHours)).toMatchObject([{ breakMinutes: 30 }]);
});

it('keeps shifts of one day apart when a rest lies between them', () => {
  expect(
    shiftsOf([line('2026-11-18', '00:00', '06:00'), line('2026-11-18', '14:00', '22:00')], eightHours),
  ).toHaveLength(2);
  expect(
    shiftsOf([line('2026-11-18', '00:00', '06:00'), line('2026-11-18', '13:59', '22:00')], eightHours),
  ).toHaveLength(1);
});

it('joins what goes on after midnight, and no more than that', () => {
  const evening = line('2026-11-18', '20:00', '24:00');
  expect(shiftsOf([evening, line('2026-11-19', '00:30', '05:00')], eightHours)).toMatchObject([
    { date: '2026-11-18', breakMinutes: 30, nightMinutes: 270, workedMinutes: 510 },
  ]);
  expect(shiftsOf([evening, line('2026-11-19', '01:00', '05:00')], eightHours)).toHaveLength(1);
  expect(shiftsOf([evening, line('2026-11-19', '01:01', '05:00')], eightHours)).toHaveLength(2);
});

it('counts the night from 00:00 to 06:00, also when the clock changes in it', () => {
  const night = (date: string) => shiftsOf([line(date, '22:00', '07:00')], eightHours)[0]?.nightMinutes;
  expect(night('2026-11-18')).toBe(360);
  expect(night('2026-03-28')).toBe(300);
  expect(night('2026-10-24')).toBe(420);
});

it('neither loses nor invents work, and gives shifts in order, in whatever order the lines stand', () => {
  const anyLine = fc
    .record({ day: fc.nat(13), start: fc.nat(23), hours: fc.integer({ min: 1, max: 12 }) })
    .map(({ day, start, hours }) => line(addDays('2026-11-16', day), clock(start), clock(start + hours)));
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      const shifts = shiftsOf(lines, eightHours);
      const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);
      expect(sum(shifts.map((shift) => shift.workedMinutes))).toBe(sum(lines.map(({ minutes }) => minutes)));
      for (const [index, shift] of shifts.slice(1).entries())
        expect(shift.startMinute).toBeGreaterThan(shifts[index]?.endMinute ?? Number.NaN);
      expect(shiftsOf(lines.toReversed(), eightHours).map(({ endMinute }) => endMinute)).toEqual(
        shifts.map(({ endMinute }) => endMinute),
      );
    }),
  );
});

function line(date: string, start: string, end: string, breakMinutes = 0): WorkedLine {
  const worked = workedMinutes(date, start, end, breakMinutes);
  return { hourTypeId: 'normal', date, start, end, breakMinutes, minutes: 'minutes' in worked ? worked.minutes : 0 };
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, '0')}:00`;
}
