import type { InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from '../../kit/list/column.ts';
import { TickBox } from '../../ui/tick-box.tsx';
import classes from './invoices.module.css';
import type { useTicks } from './ticks.ts';
import { useInvoiceWords } from './use-invoice-words.ts';

type Ticks = ReturnType<typeof useTicks>;

/** All or none, how many, and what is done with them. */
export function TickBar({ ticks, all, children }: { ticks: Ticks; all?: string; children: ReactNode }) {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const count = ticks.ticked.length;
  return (
    <div className={classes.acts}>
      <TickBox state={ticks.state} label={all ?? t('ticks.all')} onTick={ticks.tickAll} />
      <span className="figures">{t('ticks.count', { count, number: format.count(count) })}</span>
      <span className={classes.doing}>{children}</span>
    </div>
  );
}

/** The columns of invoices with a box to tick in the first, and what went wrong with one. */
export function useTickedColumns(
  [first, ...more]: Column<InvoiceRow>[],
  ticks: Ticks,
  wrong: (id: string) => string | undefined = () => undefined,
): Column<InvoiceRow>[] {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const format = useFormat();
  if (!first) return more;
  const cell: Column<InvoiceRow>['cell'] = (invoice, gone) => {
    const name = `${words.name(invoice)} ${invoice.organisationName}, ${format.range(invoice.fromDay, invoice.untilDay)}`;
    return (
      <span className={classes.ticked}>
        <TickBox
          state={ticks.isTicked(invoice.id) ? 'all' : 'none'}
          label={t('ticks.one', { name })}
          onTick={(on) => ticks.tick(invoice.id, on)}
        />
        <span>
          {first.cell(invoice, gone)}
          {wrong(invoice.id) && <span className={classes.refused}>{wrong(invoice.id)}</span>}
        </span>
      </span>
    );
  };
  return [{ ...first, cell }, ...more];
}
