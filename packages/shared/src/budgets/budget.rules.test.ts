import { describe, expect, it } from 'vitest';
import { budgetSizes } from './budget.rules.ts';

const sums = {
  used: { cents: 6_000, minutes: 120 },
  ready: { cents: 1_000, minutes: 20 },
  waiting: { cents: 500, minutes: 10 },
};

describe('what is left of a budget', () => {
  it('is counted in its own unit', () => {
    expect(budgetSizes({ budgetCents: 10_000, budgetMinutes: null, ...sums })).toMatchObject({
      unit: 'cents',
      taken: 7_500,
      left: 2_500,
    });
    expect(budgetSizes({ budgetCents: null, budgetMinutes: 100, ...sums })).toMatchObject({
      unit: 'minutes',
      taken: 150,
      left: -50,
    });
  });
  it('is nothing where there is none', () => {
    expect(budgetSizes({ budgetCents: null, budgetMinutes: null, ...sums })).toBeUndefined();
  });
});
