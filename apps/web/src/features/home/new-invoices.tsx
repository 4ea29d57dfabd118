import { formatMoney } from '@konnekt/shared/basics/money';
import type { Home } from '@konnekt/shared/home/home.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './supervisor-home.module.css';

type Invoices = NonNullable<NonNullable<Home['supervisor']>['invoices']>;

/** Invoices that were not opened yet, and how many are late; nothing where there is no news. */
export function NewInvoices({ invoices: { items, total, overdue } }: { invoices: Invoices }) {
  const { t } = useTranslation('home');
  const { language } = useFormat();
  if (total === 0 && overdue === 0) return null;
  const late = overdue > 0 && (
    <Link to={`${paths.invoices}?payment=overdue`} className={classes.late}>
      {t(total > 0 ? 'invoices.overdue' : 'invoices.onlyOverdue', { count: overdue })}
    </Link>
  );
  // Without a new one the late ones are what the panel is about.
  if (total === 0) {
    return (
      <Panel title={t('invoices.titleLate')} flush>
        <p className={classes.more}>{late}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('invoices.title')} aside={late} flush>
      <ul className={classes.organisations}>
        {items.map(({ id, number, organisationName, totalCents }) => (
          <li key={id}>
            <div className={classes.organisation}>
              <span>
                <Link to={paths.invoice(id)} className={`figures ${classes.whole}`}>
                  {number}
                </Link>{' '}
                <span className={classes.quiet}>{organisationName}</span>
              </span>
              <span className="figures">{formatMoney(totalCents, language)}</span>
            </div>
          </li>
        ))}
      </ul>
      {total > items.length && (
        <p className={classes.more}>
          <Link to={paths.invoices} className={classes.link}>
            {t('invoices.all', { count: total })}
          </Link>
        </p>
      )}
    </Panel>
  );
}
