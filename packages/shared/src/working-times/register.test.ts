import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-day.ts';
import { type RegisterLine, registerRows } from './register.ts';

const week = { startsOn: '2026-11-16', endsOn: '2026-11-22' };
const shift = (date: string, start: string | null, end: string | null, minutes = 480): RegisterLine => ({
  ...{ ...week, date, start, end, breakMinutes: 30, minutes },
});
const rests = (lines: RegisterLine[]) => registerRows(lines).map(({ restMinutes }) => restMinutes);

describe('The register of working and rest times', () => {
  it('says how long each person rested before they began again', () => {
    expect(rests([shift('2026-11-16', '07:00', '15:30'), shift('2026-11-17', '07:00', '15:30')])).toEqual([
      null,
      15.5 * 60,
    ]);
  });

  it('puts lines in the order of time, whatever order they were typed in', () => {
    const rows = registerRows([shift('2026-11-17', '13:00', '17:00'), shift('2026-11-17', '08:00', '12:00')]);
    expect(rows.map(({ start }) => start)).toEqual(['08:00', '13:00']);
    expect(rows[1]?.restMinutes).toBe(60);
  });

  it('counts the hour that the night of the clock change has more', () => {
    expect(rests([shift('2026-10-24', '14:00', '22:00'), shift('2026-10-25', '10:00', '18:00')])).toEqual([
      null,
      13 * 60,
    ]);
  });

  it('knows no rest after hours without begin and end, and says that the times are missing', () => {
    const rows = registerRows([
      shift('2026-11-16', '07:00', '15:30'),
      shift('2026-11-17', null, null),
      shift('2026-11-18', '07:00', '15:30'),
    ]);
    expect(rows.map(({ restMinutes, gap }) => [restMinutes, gap])).toEqual([
      [null, null],
      [null, 'no-times'],
      [null, null],
    ]);
  });

  it('names a correction as one, and rests are as they were', () => {
    const rows = registerRows([
      shift('2026-11-16', '07:00', '15:30'),
      shift('2026-11-16', null, null, -30),
      shift('2026-11-17', '07:00', '15:30'),
    ]);
    expect(rows.map(({ restMinutes, gap }) => [restMinutes, gap])).toEqual([
      [null, 'correction'],
      [null, null],
      [15.5 * 60, null],
    ]);
  });

  it('keeps every line, and no rest is below zero, also where shifts overlap', () => {
    const time = fc
      .integer({ min: 0, max: 95 })
      .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
    const line = fc
      .record({
        day: fc.integer({ min: 0, max: 6 }),
        start: fc.option(time),
        end: time,
        minutes: fc.integer({ min: -60, max: 900 }),
      })
      .map(({ day, start, end, minutes }) => ({
        ...shift(addDays(week.startsOn, day), start, start === null ? null : end, minutes),
      }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const rows = registerRows(lines);
        expect(rows.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
          lines.reduce((sum, { minutes }) => sum + minutes, 0),
        );
        for (const { restMinutes } of rows) expect(restMinutes ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
