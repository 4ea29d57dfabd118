import type { Budget } from './budget.contract.ts';

type Sums = Pick<Budget, 'budgetCents' | 'budgetMinutes' | 'used' | 'ready' | 'waiting'>;

/** Of a budget, in its own unit: what it is, and what is on it in each stage; nothing where it has none. */
export function budgetSizes({ budgetCents, budgetMinutes, used, ready, waiting }: Sums) {
  const unit = budgetCents !== null ? 'cents' : 'minutes';
  const budget = budgetCents ?? budgetMinutes;
  if (budget === null) return undefined;
  const sizes = { used: used[unit], ready: ready[unit], waiting: waiting[unit] };
  const taken = sizes.used + sizes.ready + sizes.waiting;
  return { unit, budget, ...sizes, taken, left: budget - taken } as const;
}
