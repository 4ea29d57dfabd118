import type { InvoiceWorksheet } from '@konnekt/shared/invoices/invoice.contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import classes from './behind-page.module.css';
import { useInvoiceWords } from './use-invoice-words.ts';

/** One worksheet behind an invoice: its hours, line by line. */
export function BehindWorksheet({ worksheet }: { worksheet: InvoiceWorksheet }) {
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
