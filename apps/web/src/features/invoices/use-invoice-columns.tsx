import type { InvoiceRow } from '@konnekt/shared/invoices/invoice.contract';
import { IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { IconLink } from '../../ui/icon-button.tsx';
import { InvoiceState } from './invoice-state.tsx';
import classes from './invoices.module.css';
import { useInvoiceWords } from './use-invoice-words.ts';

/** What lists of invoices show; what drafts have not yet is left out of theirs. */
export function useInvoiceColumns(isOfDrafts = false): Column<InvoiceRow>[] {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const words = useInvoiceWords();
  const columns: Column<InvoiceRow>[] = [
    {
      id: 'number',
      header: t('column.number'),
      cell: (invoice, gone) => (
        <>
          <Link to={paths.invoice(invoice.id)} className={`${recordLink} figures ${classes.whole}`}>
            {invoice.number ?? words.name(invoice)}
          </Link>
          {invoice.kind === 'credit' && invoice.number && <span className={recordQuiet}>{t('kind.credit')}</span>}
          {gone.has('organisation') && <span className={recordQuiet}>{invoice.organisationName}</span>}
        </>
      ),
    },
    {
      id: 'date',
      header: t('column.date'),
      cell: ({ invoiceDate }) =>
        invoiceDate && <span className={`figures ${classes.whole}`}>{format.day(invoiceDate)}</span>,
      rank: 2,
    },
    {
      id: 'organisation',
      header: t('column.organisation'),
      cell: ({ organisationName, employeeName, costCentre }) => (
        <>
          {organisationName}
          {employeeName && <span className={recordQuiet}>{employeeName}</span>}
          {costCentre && <span className={recordQuiet}>{t('ofCostCentre', { number: costCentre })}</span>}
        </>
      ),
      rank: 3,
    },
    {
      id: 'period',
      header: t('column.period'),
      cell: ({ fromDay, untilDay }) => (
        <span className={`figures ${classes.whole}`}>{format.range(fromDay, untilDay)}</span>
      ),
    },
    {
      id: 'budget',
      header: t('column.budgetNumber'),
      cell: ({ budgetNumber, orderReference }) =>
        (budgetNumber ?? orderReference) !== null && (
          <>
            {budgetNumber}
            {orderReference && orderReference !== budgetNumber && (
              <span className={recordQuiet}>{t('one.order', { number: orderReference })}</span>
            )}
          </>
        ),
      rank: 1,
    },
    {
      id: 'net',
      header: t('column.net'),
      cell: (invoice) => words.signed(invoice, invoice.netCents),
      isFigure: true,
      rank: 5,
    },
    {
      id: 'total',
      header: t('column.total'),
      cell: (invoice) => <strong className="figures">{words.signed(invoice, invoice.totalCents)}</strong>,
      isFigure: true,
    },
    {
      id: 'due',
      header: t('column.due'),
      cell: ({ dueDate, kind }) =>
        dueDate && kind === 'invoice' ? <span className={`figures ${classes.whole}`}>{format.day(dueDate)}</span> : '',
      rank: 4,
    },
    { id: 'state', header: t('column.state'), cell: (invoice) => <InvoiceState invoice={invoice} /> },
    {
      id: 'worksheets',
      header: t('column.worksheets'),
      isHeaderHidden: true,
      cell: (invoice) => (
        <IconLink
          icon={IconClockHour4}
          label={t('behind.of', { name: words.name(invoice) })}
          to={paths.behindInvoice(invoice.id)}
        />
      ),
      isFigure: true,
    },
  ];
  const notYet = new Set(['date', 'due', 'state']);
  return isOfDrafts ? columns.filter(({ id }) => !notYet.has(id)) : columns;
}
