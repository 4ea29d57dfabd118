import { disagreementOf } from '@konnekt/shared/invoices/invoice.agreement';
import type { Invoice, InvoiceLine, InvoiceWorksheet } from '@konnekt/shared/invoices/invoice.contract';
import { IconClockOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { useAddress } from '../../kit/address/use-address.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './behind-page.module.css';
import { BehindWorksheet } from './behind-worksheet.tsx';
import { behindInvoiceQuery, invoiceQuery } from './invoice-queries.ts';
import { UnknownInvoice } from './unknown-invoice.tsx';
import { useInvoiceWords } from './use-invoice-words.ts';

export { BehindPage as Component };

export const loader = ({ params }: LoaderFunctionArgs) => {
  if (params.id) {
    void queryClient.prefetchQuery(invoiceQuery(params.id));
    void queryClient.prefetchQuery(behindInvoiceQuery(params.id));
  }
  return null;
};

/** The worksheets behind an invoice, or behind one line: the hours of each day, and who approved them. */
function BehindPage() {
  const { t } = useTranslation('invoices');
  const { id = '' } = useParams();
  const words = useInvoiceWords();
  const invoice = useQuery(invoiceQuery(id));
  const behind = useQuery(behindInvoiceQuery(id));
  if (isNotThere(invoice.error)) return <UnknownInvoice />;
  const name = invoice.data && words.name(invoice.data);
  return (
    <Page
      title={name ? t('behind.of', { name }) : t('behind.this')}
      above={<BackLink to={paths.invoice(id)}>{t('behind.back')}</BackLink>}
      lead={invoice.data?.buyer.name}
    >
      <Loaded query={invoice} skeleton={<Skeleton rows={8} height={28} />}>
        {(loaded) => (
          <Loaded query={behind} skeleton={<Skeleton rows={8} height={28} />}>
            {({ items }) => <Behind invoice={loaded} worksheets={items} />}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Behind({ invoice, worksheets }: { invoice: Invoice; worksheets: InvoiceWorksheet[] }) {
  const { t } = useTranslation('invoices');
  const address = useAddress();
  const wanted = address.read('line');
  const line = invoice.lines.find(({ id }) => id === wanted);
  const shown = line ? worksheetsOf(worksheets, line) : worksheets;
  if (worksheets.length === 0) return <Empty icon={IconClockOff} title={t('behind.empty')} />;
  return (
    <div className={classes.parts}>
      <UnknownValues address={address} known={{ line: invoice.lines.map(({ id }) => id) }} />
      <Agreement invoice={invoice} worksheets={worksheets} />
      {line && <OneLine invoice={invoice} line={line} />}
      {shown.map((worksheet) => (
        <BehindWorksheet key={worksheet.id} worksheet={worksheet} />
      ))}
    </div>
  );
}

/** Those with hours on a line; of a line that takes something back, those of the line that it was. */
function worksheetsOf(worksheets: readonly InvoiceWorksheet[], { id, creditsLineId }: InvoiceLine) {
  return worksheets
    .map((one) => ({ ...one, lines: one.lines.filter(({ invoiceLineId }) => invoiceLineId === (creditsLineId ?? id)) }))
    .filter(({ lines }) => lines.length > 0);
}

/** Says that all of it adds up, after adding it up. */
function Agreement({ invoice, worksheets }: { invoice: Invoice; worksheets: InvoiceWorksheet[] }) {
  const { t } = useTranslation('invoices');
  const { lineIds, totals } = disagreementOf(invoice, worksheets);
  if (totals || lineIds.length > 0) return <Notice tone="bad">{t('behind.disagrees')}</Notice>;
  if (invoice.creditsInvoice && invoice.lines.some(({ creditsLineId }) => creditsLineId !== null))
    return <Notice tone="info">{t('behind.takenBack')}</Notice>;
  return <Notice tone="good">{t('behind.agrees')}</Notice>;
}

function OneLine({ invoice, line }: { invoice: Invoice; line: InvoiceLine }) {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const { employeeName, isoWeek } = line;
  const sum = `${words.quantity(line)} × ${words.price(line)} = ${words.signed(invoice, line.netCents)}`;
  return (
    <p className={classes.one}>
      {t('behind.line', { name: employeeName, week: isoWeek, type: words.hourType(line) })}{' '}
      <strong className="figures">{sum}</strong>{' '}
      <Link to={paths.behindInvoice(invoice.id)} className={classes.link}>
        {t('behind.all')}
      </Link>
    </p>
  );
}
