import type { InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { RowTicks, useTicks } from '../../kit/list/ticks.ts';
import classes from './invoices.module.css';
import { useInvoiceWords } from './use-invoice-words.ts';

type Ticks = ReturnType<typeof useTicks>;

/** How many are ticked, and what is done with them. */
export function TickBar({ ticks, children }: { ticks: Ticks; children: ReactNode }) {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const count = ticks.ticked.length;
  return (
    <div className={classes.acts}>
      <span className="figures">{t('ticks.count', { count, number: format.count(count) })}</span>
      <span className={classes.doing}>{children}</span>
    </div>
  );
}

/** The boxes of invoices, and what went wrong with one. */
export function useInvoiceTicks(ticks: Ticks, whyNot?: (id: string) => string | undefined): RowTicks<InvoiceRow> {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const format = useFormat();
  const one = (invoice: InvoiceRow) => {
    const name = `${words.name(invoice)} ${invoice.organisationName}, ${format.range(invoice.fromDay, invoice.untilDay)}`;
    return t('ticks.one', { name });
  };
  return { ticks, all: t('ticks.all'), one, ...(whyNot && { whyNot }) };
}
