import { describe, expect, it } from 'vitest';
import { amountIn, weeksIn } from './invoice.search.ts';

describe('searching invoices', () => {
  it('by a week knows how people write one', () => {
    const week = [{ from: '2026-11-16', until: '2026-11-22' }];
    for (const q of ['2026-W47', 'week 47 2026', 'Week 47 van 2026', 'wk47, 2026', '2026 w47'])
      expect(weeksIn(q, 2026)).toEqual(week);
    expect(weeksIn('week 47', 2026)).toEqual([...week, { from: '2025-11-17', until: '2025-11-23' }]);
    expect(weeksIn('week 53', 2026)).toEqual([{ from: '2026-12-28', until: '2027-01-03' }]);
    for (const q of ['week', 'week 54', '47', 'weekend 4', 'w']) expect(weeksIn(q, 2026)).toEqual([]);
  });

  it('by an amount asks for cents or a euro sign, else it is a number of something', () => {
    for (const q of ['1.804,64', '€ 1804.64', '1804,64']) expect(amountIn(q)).toBe(180_464);
    expect(amountIn('€ 12')).toBe(1200);
    for (const q of ['2026', '2026-000123', 'Bakkerij', '12,345', '99999999999,00'])
      expect(amountIn(q)).toBeUndefined();
  });
});
