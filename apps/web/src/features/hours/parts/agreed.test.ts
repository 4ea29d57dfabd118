import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreedByDay } from './agreed.ts';

describe('hours as agreed', () => {
  it('stand on the working days, and are together what was agreed', () => {
    expect(agreedByDay(2400, '2026-11-16', '2026-11-22').map(({ minutes }) => minutes)).toEqual([
      480, 480, 480, 480, 480,
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (planned) => {
        const days = agreedByDay(planned, '2026-11-18', '2026-11-22');
        expect(days.map(({ date }) => date)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
        expect(days.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(planned);
      }),
    );
  });

  it('of a weekend alone are none', () => expect(agreedByDay(480, '2026-11-21', '2026-11-22')).toEqual([]));
});
