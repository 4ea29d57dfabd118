import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './invoice-page.module.css';
import { useInvoiceWords } from './use-invoice-words.ts';

/** What takes back what. */
export function InvoiceCredits({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const { creditsInvoice, creditedBy, reason, freesLines } = invoice;
  if (!creditsInvoice && creditedBy.length === 0) return null;
  return (
    <Notice tone="info">
      {creditsInvoice && (
        <p>
          {t('one.credits')}{' '}
          <Link to={paths.invoice(creditsInvoice.id)} className={classes.link}>
            {creditsInvoice.number}
          </Link>
          . {reason && `${t('one.reason')}: ${reason}`}
          {freesLines && ` ${t('one.frees')}`}
        </p>
      )}
      {creditedBy.length > 0 && (
        <p>
          {t('one.creditedBy')}{' '}
          {creditedBy.map(({ id, number }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to={paths.invoice(id)} className={classes.link}>
                {number ?? words.name({ kind: 'credit', number })}
              </Link>
            </span>
          ))}
        </p>
      )}
    </Notice>
  );
}
