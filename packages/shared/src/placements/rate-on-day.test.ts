import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../basics/calendar-day.ts';
import { multiplyHalfUp } from '../basics/money.ts';
import { rateOnDay, suggestedRate } from './rate-on-day.ts';

const rate = (hourTypeId: string, validFrom: string, payCents: number, billCents: number) => ({
  hourTypeId,
  validFrom,
  payCents,
  billCents,
});

describe('the rate on a day', () => {
  const rates = [
    rate('N100', '2026-07-01', 1680, 3024),
    rate('N100', '2026-01-01', 1600, 2880),
    rate('O125', '2026-01-01', 2000, 3600),
  ];
  it('is the last one that began by then', () => {
    expect(rateOnDay(rates, 'N100', '2026-06-30')?.payCents).toBe(1600);
    expect(rateOnDay(rates, 'N100', '2026-07-01')?.payCents).toBe(1680);
    expect(rateOnDay(rates, 'O125', '2026-12-31')?.billCents).toBe(3600);
  });
  it('is none before the first, and none of another hour type', () => {
    expect(rateOnDay(rates, 'N100', '2025-12-31')).toBeUndefined();
    expect(rateOnDay(rates, 'O150', '2026-11-21')).toBeUndefined();
  });
  it('of a day is never changed by a rate that begins later', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days));
    const some = fc.array(fc.tuple(day, fc.nat(5000)), { maxLength: 6 });
    fc.assert(
      fc.property(some, day, fc.nat(5000), day, (before, from, cents, asked) => {
        const rows = before.map(([validFrom, pay]) => rate('N100', validFrom, pay, pay));
        const later = [...rows, rate('N100', from, cents, cents)];
        if (asked < from) expect(rateOnDay(later, 'N100', asked)).toEqual(rateOnDay(rows, 'N100', asked));
      }),
    );
  });
});

describe('the worked example of the field', () => {
  const normal = { payCents: 1680, billCents: 3024 };
  it('suggests 125 % and 150 % to the cent', () => {
    expect(suggestedRate(normal, { payShareBp: 12_500, billShareBp: 12_500 })).toEqual({
      payCents: 2100,
      billCents: 3780,
    });
    expect(suggestedRate(normal, { payShareBp: 15_000, billShareBp: 15_000 })).toEqual({
      payCents: 2520,
      billCents: 4536,
    });
  });
  it('makes the week’s lines of it', () => {
    expect(multiplyHalfUp(40 * 60, 3024)).toBe(120_960);
    expect(multiplyHalfUp(90, 3780)).toBe(5670);
    expect(multiplyHalfUp(4 * 60, 4536)).toBe(18_144);
    expect(multiplyHalfUp(40 * 60, 1680) + multiplyHalfUp(90, 2100) + multiplyHalfUp(4 * 60, 2520)).toBe(80_430);
  });
  it('rounds a half cent up', () => {
    expect(suggestedRate({ payCents: 1001, billCents: 1 }, { payShareBp: 15_000, billShareBp: 5000 })).toEqual({
      payCents: 1502,
      billCents: 1,
    });
  });
});
