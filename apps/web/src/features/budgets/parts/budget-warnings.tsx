import { budgetSizes } from '@konnekt/shared/budgets/budget.rules';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from './budget-bar.module.css';
import { useBudgetWords } from './budget-bar.tsx';
import { warnedBudgets } from './budget-queries.ts';

/** Budgets that are nearly used or over, or end soon, for who decides on hours or invoices them. It stands in nobody's way. */
export function BudgetWarnings() {
  const { t } = useTranslation('budgets');
  const format = useFormat();
  const words = useBudgetWords();
  const { data } = useQuery(warnedBudgets);
  if (!data || data.items.length === 0) return null;
  return (
    <div className={classes.warned}>
      <Notice tone="warn">
        {t('warned', { count: data.total, number: format.count(data.total) })}
        <ul className={classes.list}>
          {data.items.map((budget) => {
            const sizes = budgetSizes(budget);
            const percent = sizes ? words.share(sizes.taken, sizes.budget) : '';
            return (
              <li key={budget.id}>
                <Link to={paths.budget(budget.id)}>{budget.number}</Link> {budget.organisationName}:{' '}
                {t('taken', { percent })}
                {budget.validUntil && `, ${t('until', { day: format.day(budget.validUntil) })}`}
              </li>
            );
          })}
          {data.total > data.items.length && (
            <li>
              <Link to={`${paths.budgets}?state=warned`}>{t('all')}</Link>
            </li>
          )}
        </ul>
      </Notice>
    </div>
  );
}
