import { formatMoney } from '@konnekt/shared/basics/money';
import type { Budget } from '@konnekt/shared/budgets/budget.contract';
import { budgetSizes } from '@konnekt/shared/budgets/budget.rules';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import classes from './budget-bar.module.css';

/** Amounts and hours of budgets, as they are written. */
export function useBudgetWords() {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const sizeOf = (unit: 'cents' | 'minutes', size: number): string =>
    unit === 'cents' ? formatMoney(size, format.language) : t('hours', { size: format.hours(size) });
  return { sizeOf, share: (part: number, whole: number) => format.count(Math.round((part / whole) * 100)) };
}

/** How much of a budget is used, ready and on its way, as a bar with its words below; nothing where it has none. */
export function BudgetBar({ budget }: { budget: Budget }) {
  const { t } = useTranslation('budgets');
  const words = useBudgetWords();
  const sizes = budgetSizes(budget);
  if (!sizes) return null;
  const { unit, left } = sizes;
  const whole = Math.max(sizes.budget, sizes.taken, 1);
  const text =
    left < 0
      ? t('over', { size: words.sizeOf(unit, -left), budget: words.sizeOf(unit, sizes.budget) })
      : t('left', { size: words.sizeOf(unit, left), budget: words.sizeOf(unit, sizes.budget) });
  return (
    <span className={classes.whole}>
      <span className={classes.bar} data-over={left < 0 || undefined} aria-hidden>
        {(['used', 'ready', 'waiting'] as const).map((stage) => (
          <span key={stage} data-stage={stage} style={{ width: `${(Math.max(0, sizes[stage]) / whole) * 100}%` }} />
        ))}
      </span>
      <span className={classes.text}>{text}</span>
    </span>
  );
}
