import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import classes from './invoice-page.module.css';
import { useInvoiceWords } from './use-invoice-words.ts';

/** The totals: VAT by rate over the sum of its lines, and what goes to which account. */
export function InvoiceSums({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const { netCents, totalCents, gAccountCents, isReverseCharged, vat, seller, buyer } = invoice;
  const signed = (cents: number) => words.signed(invoice, cents);
  return (
    <Panel title={t('sums.title')}>
      <dl className={classes.sums}>
        <div>
          <dt>{t('sums.net')}</dt>
          <dd>{signed(netCents)}</dd>
        </div>
        {isReverseCharged ? (
          <div>
            <dt>{buyer.vatNumber ? t('sums.reverseTo', { number: buyer.vatNumber }) : t('sums.reverse')}</dt>
            <dd>{signed(0)}</dd>
          </div>
        ) : (
          vat.map((rate) => (
            <div key={rate.vatBp}>
              <dt>
                {t('sums.vat', { percent: words.percent(rate.vatBp) })}{' '}
                <span className={classes.quiet}>{t('sums.over', { amount: signed(rate.netCents) })}</span>
              </dt>
              <dd>{signed(rate.vatCents)}</dd>
            </div>
          ))
        )}
        <div data-total>
          <dt>{t('sums.total')}</dt>
          <dd>{signed(totalCents)}</dd>
        </div>
        {gAccountCents > 0 && (
          <>
            <div>
              <dt>{t('sums.gAccount', { iban: seller.gAccountIban ?? '' })}</dt>
              <dd>{signed(gAccountCents)}</dd>
            </div>
            <div>
              <dt>{t('sums.rest', { iban: seller.iban ?? '' })}</dt>
              <dd>{signed(totalCents - gAccountCents)}</dd>
            </div>
          </>
        )}
      </dl>
    </Panel>
  );
}
