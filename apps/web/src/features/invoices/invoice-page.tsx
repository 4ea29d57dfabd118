import { isOffice } from '@konnekt/shared/basics/actor';
import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { canBeUbl, eInvoiceOf } from '@konnekt/shared/invoices/invoice.files';
import { IconCircleCheck, IconClockHour4, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type LoaderFunctionArgs, useParams } from 'react-router';
import { isNotThere } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { addressOf } from '../../api/route-address.ts';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { DownloadLink } from '../../kit/files/download-link.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { InvoiceActs } from './invoice-acts.tsx';
import { InvoiceCredits } from './invoice-credits.tsx';
import { InvoiceFacts } from './invoice-facts.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import { InvoiceMails } from './invoice-mails.tsx';
import classes from './invoice-page.module.css';
import { InvoicePayments } from './invoice-payments.tsx';
import { invoiceQuery } from './invoice-queries.ts';
import { InvoiceQuestions } from './invoice-questions.tsx';
import { InvoiceSums } from './invoice-sums.tsx';
import { useMarkRead } from './payment-queries.ts';
import { UnknownInvoice } from './unknown-invoice.tsx';
import { useInvoiceWords } from './use-invoice-words.ts';

export { InvoicePage as Component };

export const loader = ({ params }: LoaderFunctionArgs) => {
  if (params.id) void queryClient.prefetchQuery(invoiceQuery(params.id));
  return null;
};

/** One invoice, whole: who sells what to whom, line by line, with the way to the hours behind it. */
function InvoicePage() {
  const { t } = useTranslation('invoices');
  const { id = '' } = useParams();
  const me = useMe();
  const words = useInvoiceWords();
  const query = useQuery(invoiceQuery(id));
  const invoice = query.data;
  if (isNotThere(query.error)) return <UnknownInvoice />;
  return (
    <Page
      title={invoice ? words.name(invoice) : t('one.loading')}
      above={<BackLink to={listOf(invoice, isOffice(me))}>{t('one.back')}</BackLink>}
      lead={invoice && <Lead invoice={invoice} />}
      actions={
        invoice && (
          <>
            <ButtonLink
              to={paths.behindInvoice(id)}
              variant="default"
              leftSection={<IconClockHour4 size={17} stroke={1.8} aria-hidden />}
            >
              {t('behind.this')}
            </ButtonLink>
            {isOffice(me) && <InvoiceActs invoice={invoice} />}
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton rows={8} height={28} />}>
        {(loaded) => (
          <div className={classes.parts}>
            <InvoiceCredits invoice={loaded} />
            <InvoiceFacts invoice={loaded} />
            <InvoiceLines invoice={loaded} />
            <InvoiceSums invoice={loaded} />
            {loaded.status === 'final' && <AfterFinal invoice={loaded} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** What became of it since: paid, and mailed. A supervisor has seen it now. */
function AfterFinal({ invoice }: { invoice: Invoice }) {
  const { id, kind, isUnread } = invoice;
  const { mutate } = useMarkRead();
  useEffect(() => {
    if (isUnread) mutate(id);
  }, [id, isUnread, mutate]);
  return (
    <>
      {kind === 'invoice' && <InvoicePayments invoice={invoice} />}
      <InvoiceQuestions invoice={invoice} />
      {isOffice(useMe()) && <InvoiceMails invoice={invoice} />}
    </>
  );
}

/** The list that it is on. */
function listOf(invoice: Invoice | undefined, isOfOffice: boolean): string {
  if (!isOfOffice || !invoice) return paths.invoices;
  return paths.invoicesIn(invoice.status === 'draft' ? 'drafts' : 'final');
}

function Lead({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { status, buyer, fromDay, untilDay } = invoice;
  return (
    <span className={layout.facts}>
      <Badge icon={status === 'final' ? IconCircleCheck : IconPencil} tone={status === 'final' ? 'good' : 'quiet'}>
        {t(`state.${status}`)}
      </Badge>
      <span>{buyer.name}</span>
      <span className="figures">{format.range(fromDay, untilDay)}</span>
      {status === 'final' && <Files invoice={invoice} />}
    </span>
  );
}

/** To read and to keep, and for other people's bookkeeping. */
function Files({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const params = { id: invoice.id };
  return (
    <>
      <DownloadLink href={addressOf('GET /api/invoices/:id/pdf', { params, query: {} }).url}>
        {t('one.pdf')}
      </DownloadLink>
      {invoice.lines.some(({ description }) => description === null) && (
        <DownloadLink href={addressOf('GET /api/invoices/:id/pdf', { params, query: { worksheets: 'true' } }).url}>
          {t('one.pdfWithWorksheets')}
        </DownloadLink>
      )}
      {canBeUbl(invoice) && (
        <DownloadLink href={addressOf('GET /api/invoices/:id/ubl', { params }).url}>{t('one.ubl')}</DownloadLink>
      )}
      <span>{t(`one.gets.${eInvoiceOf(invoice)}`)}</span>
    </>
  );
}
