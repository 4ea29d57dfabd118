import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar-day.ts';
import { isLocalTime, localTimeAt, parseLocalTime, shiftInstants, workedMinutes } from './local-time.ts';

const clockForward = '2026-03-29';
const clockBack = '2026-10-25';

const anyDay = fc.oneof(
  fc.integer({ min: 0, max: 36_524 }).map((days) => addDays('2000-01-01', days)),
  fc.constantFrom('2026-03-28', clockForward, '2026-10-24', clockBack),
);
const anyTime = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(timeAt);

describe('parseLocalTime', () => {
  it.each([
    ['7', '07:00'],
    ['07', '07:00'],
    ['7:30', '07:30'],
    ['730', '07:30'],
    ['0730', '07:30'],
    ['7.30', '07:30'],
    ['7,30', '07:30'],
    ['7u30', '07:30'],
    ['7h30', '07:30'],
    ['7u', '07:00'],
    ['7:30 uur', '07:30'],
    [' 15:45 ', '15:45'],
    ['0', '00:00'],
    ['000', '00:00'],
    ['23:59', '23:59'],
    ['1000', '10:00'],
  ])('reads %j as %s', (text, time) => {
    expect(parseLocalTime(text)).toEqual({ time });
  });

  it.each(['7.5', '7:5', '7:60', '25', '24:01', '7:30:00', '-7', '12345', 'zeven', ':30', 'u', '7::30'])(
    'does not guess what %j means',
    (text) => {
      expect(parseLocalTime(text, { asEnd: true })).toEqual({ error: 'time-not-understood' });
    },
  );

  it('says that nothing was typed', () => {
    expect(parseLocalTime(' ')).toEqual({ error: 'time-empty' });
  });

  it('takes a dash as nothing, and leaves out what nobody sees', () => {
    expect(parseLocalTime('–')).toEqual({ error: 'time-empty' });
    expect(parseLocalTime('\u200e7:00')).toEqual({ time: '07:00' });
  });

  it('takes 24:00 as an end only', () => {
    for (const text of ['24:00', '24', '2400', '24u']) {
      expect(parseLocalTime(text, { asEnd: true })).toEqual({ time: '24:00' });
      expect(parseLocalTime(text)).toEqual({ error: 'time-not-understood' });
    }
  });

  it('gives every time back, and nothing but times', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        expect(parseLocalTime(time)).toEqual({ time });
      }),
    );
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789:.,uh '), maxLength: 6 });
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseLocalTime(text);
        if ('time' in result) expect(isLocalTime(result.time)).toBe(true);
      }),
    );
  });
});

describe('workedMinutes', () => {
  it('takes the break off the time between start and end', () => {
    expect(workedMinutes('2026-11-16', '07:00', '15:30', 30)).toEqual({ minutes: 480 });
    expect(workedMinutes('2026-11-18', '07:00', '17:00', 30)).toEqual({ minutes: 570 });
    expect(workedMinutes('2026-11-21', '08:00', '12:15', 15)).toEqual({ minutes: 240 });
  });

  it('lets a shift end on the next day', () => {
    expect(workedMinutes('2026-11-20', '22:00', '06:00', 0)).toEqual({ minutes: 480 });
    expect(workedMinutes('2026-11-20', '16:00', '24:00', 0)).toEqual({ minutes: 480 });
    expect(workedMinutes('2026-11-20', '16:00', '00:00', 0)).toEqual({ minutes: 480 });
    expect(workedMinutes('2026-11-20', '00:00', '24:00', 0)).toEqual({ minutes: 1440 });
  });

  it('counts the hour that a clock change takes or gives', () => {
    expect(workedMinutes('2026-03-28', '22:00', '06:00', 0)).toEqual({ minutes: 7 * 60 });
    expect(workedMinutes('2026-10-24', '22:00', '06:00', 0)).toEqual({ minutes: 9 * 60 });
    expect(workedMinutes('2026-03-27', '22:00', '06:00', 0)).toEqual({ minutes: 8 * 60 });
    expect(workedMinutes(clockForward, '00:00', '24:00', 0)).toEqual({ minutes: 23 * 60 });
    expect(workedMinutes(clockBack, '00:00', '24:00', 0)).toEqual({ minutes: 25 * 60 });
    expect(workedMinutes(clockForward, '22:00', '06:00', 0)).toEqual({ minutes: 8 * 60 });
    expect(workedMinutes(clockBack, '07:00', '15:30', 30)).toEqual({ minutes: 8 * 60 });
  });

  it('refuses a shift without length and a break that does not fit', () => {
    expect(workedMinutes('2026-11-16', '07:00', '07:00', 0)).toEqual({ error: 'shift-empty' });
    expect(workedMinutes(clockForward, '02:00', '03:00', 0)).toEqual({ error: 'shift-empty' });
    expect(workedMinutes('2026-11-16', '07:00', '08:00', 61)).toEqual({ error: 'break-too-long' });
    expect(workedMinutes('2026-11-16', '07:00', '08:00', 60)).toEqual({ minutes: 0 });
    expect(workedMinutes('2026-11-16', '07:00', '08:00', -1)).toEqual({ error: 'break-negative' });
    expect(() => workedMinutes('2026-11-16', '7:00', '08:00', 0)).toThrow(RangeError);
  });

  it('is never negative and never more than a day and an hour', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyTime, fc.nat(120), (day, start, end, breakMinutes) => {
        const result = workedMinutes(day, start, end, breakMinutes);
        if ('minutes' in result) expect(result.minutes >= 0 && result.minutes <= 25 * 60).toBe(true);
      }),
    );
  });

  it('of two parts that touch is that of the whole', () => {
    const threeTimes = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 60 - 1 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(anyDay, threeTimes, (day, times) => {
        const [start = '', middle = '', end = ''] = times.sort((a, b) => a - b).map(timeAt);
        const [first, second, whole] = [
          shiftInstants(day, start, middle),
          shiftInstants(day, middle, end),
          shiftInstants(day, start, end),
        ];
        expect(first.endMinute).toBe(second.startMinute);
        expect(whole).toEqual({ startMinute: first.startMinute, endMinute: second.endMinute });
        expect(first.startMinute <= first.endMinute && second.startMinute <= second.endMinute).toBe(true);
      }),
    );
  });
});

describe('shiftInstants', () => {
  const instants = (day: string, start: string, end: string) => {
    const { startMinute, endMinute } = shiftInstants(day, start, end);
    return [startMinute, endMinute].map((minute) => new Date(minute * 60_000).toISOString().slice(0, 16));
  };

  it('gives both ends in UTC', () => {
    expect(instants('2026-11-20', '22:00', '06:00')).toEqual(['2026-11-20T21:00', '2026-11-21T05:00']);
    expect(instants('2026-07-01', '07:00', '15:30')).toEqual(['2026-07-01T05:00', '2026-07-01T13:30']);
    expect(instants('2026-11-20', '07:00', '07:00')).toEqual(['2026-11-20T06:00', '2026-11-21T06:00']);
  });

  it('takes a time that the clock skips as the moment of the jump', () => {
    expect(instants(clockForward, '02:30', '07:00')).toEqual(['2026-03-29T01:00', '2026-03-29T05:00']);
    expect(instants(clockForward, '01:59', '02:59')).toEqual(['2026-03-29T00:59', '2026-03-29T01:00']);
  });

  it('takes a time that the clock shows twice as the first of the two', () => {
    expect(instants(clockBack, '02:30', '07:00')).toEqual(['2026-10-25T00:30', '2026-10-25T06:00']);
    expect(instants(clockBack, '01:30', '02:59')).toEqual(['2026-10-24T23:30', '2026-10-25T00:59']);
    expect(instants(clockBack, '02:59', '03:00')).toEqual(['2026-10-25T00:59', '2026-10-25T02:00']);
  });
});

describe('localTimeAt', () => {
  it.each([
    ['2026-11-30T23:00:00Z', '00:00'],
    ['2026-11-24T08:12:59.999Z', '09:12'],
    ['2026-07-01T08:12:00+02:00', '08:12'],
    ['2026-03-29T00:59:59Z', '01:59'],
    ['2026-03-29T01:00:00Z', '03:00'],
    ['2026-10-25T00:30:00Z', '02:30'],
    ['2026-10-25T01:30:00Z', '02:30'],
  ])('%s is %s in Amsterdam', (instant, time) => {
    expect(localTimeAt(instant)).toBe(time);
  });
});

function timeAt(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
