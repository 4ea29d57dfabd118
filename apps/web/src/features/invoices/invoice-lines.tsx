import type { Invoice, InvoiceLine } from '@konnekt/shared/invoices/invoice.contract';
import { IconClockHour4, IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../kit/address/paths.ts';
import hidden from '../../ui/hidden.module.css';
import { IconLink } from '../../ui/icon-button.tsx';
import { askAddress } from '../messages/parts/ask-link.tsx';
import classes from './invoice-lines.module.css';
import { useInvoiceWords } from './use-invoice-words.ts';

/** The lines of an invoice by person and week, each with the way to the hours behind it. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const groups = [...Map.groupBy(invoice.lines, groupKey)];
  return (
    <section className={classes.frame} aria-label={t('one.lines')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.lines')}</th>
            <th scope="col" data-figure>
              {t('column.quantity')}
            </th>
            <th scope="col" data-figure data-price>
              {t('column.price')}
            </th>
            <th scope="col" data-figure>
              {t('column.amount')}
            </th>
            <th scope="col">
              <span className={hidden.hidden}>{t('column.worksheets')}</span>
            </th>
          </tr>
        </thead>
        {groups.map(([key, lines]) => (
          <tbody key={key}>
            <tr data-group>
              <th scope="rowgroup" colSpan={2}>
                <GroupName line={lines[0]} />
              </th>
              <td data-price />
              <td data-figure>
                {words.signed(
                  invoice,
                  lines.reduce((sum, { netCents }) => sum + netCents, 0),
                )}
              </td>
              <td />
            </tr>
            {lines.map((line) => (
              <Line key={line.id} invoice={invoice} line={line} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** Differences of a rate stand together, whatever their weeks. */
const groupKey = ({ employeeName, functionName, isoYear, isoWeek, rateReason }: InvoiceLine) =>
  JSON.stringify([employeeName, functionName, rateReason ?? [isoYear, isoWeek]]);

function GroupName({ line }: { line: InvoiceLine | undefined }) {
  const { t } = useTranslation('invoices');
  if (!line?.employeeName) return t('one.other');
  const { employeeName, functionName, isoWeek, isoYear, rateReason } = line;
  const what =
    rateReason === null
      ? isoWeek && t('one.week', { week: isoWeek, year: isoYear })
      : t('one.rateChanged', { reason: rateReason });
  return (
    <>
      <strong>{employeeName}</strong> <span>{[functionName, what].filter(Boolean).join(', ')}</span>
    </>
  );
}

function Line({ invoice, line }: { invoice: Invoice; line: InvoiceLine }) {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const quantity = words.quantity(line);
  const price = words.price(line);
  const notes = useNotes(invoice, line);
  return (
    <>
      <tr data-noted={notes.length > 0 || undefined}>
        <td>
          {line.rateReason !== null && `${t('one.week', { week: line.isoWeek, year: line.isoYear })}, `}
          {words.hourType(line)}
        </td>
        <td data-figure>
          {quantity}
          <span className={classes.narrow}>× {price}</span>
        </td>
        <td data-figure data-price>
          {price}
        </td>
        <td data-figure>{words.signed(invoice, line.netCents)}</td>
        <td>
          <span className={classes.acts}>
            {invoice.status === 'final' && (
              <IconLink
                icon={IconMessageQuestion}
                label={t('one.askLine', { name: [line.employeeName, words.hourType(line)].filter(Boolean).join(', ') })}
                to={askAddress({ invoice: invoice.id, line: line.id, subject: words.name(invoice) })}
              />
            )}
            {line.employeeName && (
              <IconLink
                icon={IconClockHour4}
                label={t('behind.ofLine', {
                  name: `${line.employeeName}, ${words.hourType(line)}`,
                  week: line.isoWeek,
                })}
                to={paths.behindInvoice(invoice.id, line.id)}
              />
            )}
          </span>
        </td>
      </tr>
      {notes.length > 0 && (
        <tr>
          <td colSpan={5} className={classes.notes}>
            {notes.join(' · ')}
          </td>
        </tr>
      )}
    </>
  );
}

/** What the client's bookkeeping asks for of a line, where the invoice does not say it of all of them, and what was credited of it. */
function useNotes(invoice: Invoice, line: InvoiceLine): string[] {
  const { t } = useTranslation('invoices');
  const words = useInvoiceWords();
  const { budgetNumber, orderNumber, orderLine, costCentre, creditedCents } = line;
  const order = orderNumber !== invoice.orderReference && orderNumber;
  return [
    budgetNumber !== invoice.budgetNumber && budgetNumber && `${t('budgetNumber')} ${budgetNumber}`,
    order && t('one.order', { number: order }),
    orderLine && t('one.orderLine', { line: orderLine }),
    costCentre !== invoice.costCentre && costCentre && t('ofCostCentre', { number: costCentre }),
    creditedCents > 0 && t('one.credited', { amount: words.money(creditedCents) }),
  ].filter((note) => typeof note === 'string');
}
