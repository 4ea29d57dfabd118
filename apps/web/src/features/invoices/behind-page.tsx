import { disagreementOf } from '@konnekt/shared/invoices/invoice.agreement';
import type { Invoice, InvoiceLine, InvoiceWorksheet } from '@konnekt/shared/invoices/invoice.contract';
import { IconClockOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { isProblem } from '../../api/problem.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { useAddress } from '../../kit/address/use-address.ts';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import classes from './behind-page.module.css';
import { behindQuery, invoiceQuery } from './invoice-queries.ts';
import { UnknownInvoice } from './unknown-invoice.tsx';
import { useInvoiceWords } from './use-invoice-words.ts';

export { BehindPage as Component };

export const loader = ({ params }: LoaderFunctionArgs) => {
  if (params.id) {
    void queryClient.prefetchQuery(invoiceQuery(params.id));
    void queryClient.prefetchQuery(behindQuery(params.id));
  }
  return null;
};

/** The worksheets behind an invoice, or behind one line: the hours of each day, and who approved them. */
function BehindPage() {
  const { t } = useTranslation('invoices');
  const { id = '' } = useParams();
  const words = useInvoiceWords();
  const invoice = useQuery(invoiceQuery(id));
  const behind = useQuery(behindQuery(id));
  if (isProblem(invoice.error, 'not-found') || isProblem(invoice.error, 'invalid-input')) return <UnknownInvoice />;
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
  const wanted = useAddress().read('line');
  const line = invoice.lines.find(({ id }) => id === wanted);
  const shown = line ? worksheetsOf(worksheets, line) : worksheets;
  if (worksheets.length === 0) return <Empty icon={IconClockOff} title={t('behind.empty')} />;
  return (
    <div className={classes.parts}>
      <Agreement invoice={invoice} worksheets={worksheets} />
      {line && <OneLine invoice={invoice} line={line} />}
      {shown.map((worksheet) => (
        <Worksheet key={worksheet.id} worksheet={worksheet} />
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

function Worksheet({ worksheet }: { worksheet: InvoiceWorksheet }) {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const words = useInvoiceWords();
  const { id, employeeName, period, lines, kind } = worksheet;
  const hours = lines.filter(({ unit }) => unit === 'hours');
  const hasTimes = lines.some(({ startsAt }) => startsAt !== null);
  return (
    <Panel
      flush
      title={
        <Link
          to={paths.worksheet(id)}
          className={classes.link}
        >{`${employeeName}, ${format.periodInText(period)}`}</Link>
      }
      aside={<Approval worksheet={worksheet} />}
    >
      <p className={classes.facts}>
        {kind !== 'regular' && <strong>{t(`behind.${kind}`)}</strong>}
        <span>{worksheet.functionName}</span>
        <span className="figures">{worksheet.reference}</span>
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('behind.day')}</th>
            <th scope="col">{t('behind.hourType')}</th>
            {hasTimes && <th scope="col">{t('behind.times')}</th>}
            <th scope="col" data-figure>
              {t('column.quantity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <th scope="row">
                {line.date ? `${format.weekday(line.date)} ${format.dayOfMonth(line.date)}` : t('behind.wholePeriod')}
              </th>
              <td>{words.hourType({ ...line, description: null })}</td>
              {hasTimes && <td className="figures">{line.startsAt && `${line.startsAt} – ${line.endsAt}`}</td>}
              <td data-figure>{words.quantity(line)}</td>
            </tr>
          ))}
        </tbody>
        {hours.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={hasTimes ? 3 : 2}>
                {t('behind.sum')}
              </th>
              <td data-figure>{format.hoursLong(hours.reduce((sum, { size }) => sum + size, 0))}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </Panel>
  );
}

/** Who said that these hours are right, when, and of which version. */
function Approval({ worksheet }: { worksheet: InvoiceWorksheet }) {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { approvedByName: name, approvedAt, submissionNumber: number } = worksheet;
  if (!name || !approvedAt) return <span className={layout.quiet}>{t('behind.notApproved')}</span>;
  const at = format.moment(approvedAt);
  return (
    <span className={layout.quiet}>
      {number === null ? t('behind.approved', { name, at }) : t('behind.approvedVersion', { name, at, number })}
    </span>
  );
}
