import type { Invoice } from '@konnekt/shared/invoices/invoice.contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './invoice-page.module.css';

/** Who sells, who buys, and the numbers and days that an invoice goes by. */
export function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { number, invoiceDate, dueDate, kind, budgetNumber, employeeName, orderReference, remark, buyer } = invoice;
  const facts: [string, string | null][] = [
    [t('one.number'), number],
    [t('one.date'), invoiceDate && format.day(invoiceDate)],
    [t('one.due'), kind === 'invoice' && dueDate ? format.day(dueDate) : null],
    [t('one.period'), `${format.day(invoice.fromDay)} – ${format.day(invoice.untilDay)}`],
    [t('budgetNumber'), budgetNumber],
    [t('one.employee'), employeeName],
    [t('one.reference'), orderReference === budgetNumber ? null : orderReference],
    [t('one.buyerReference'), buyer.buyerReference],
    [t('one.contract'), buyer.contractReference],
    [t('one.costCentre'), invoice.costCentre ?? buyer.costCentre],
    [t('one.remark'), remark],
  ];
  return (
    <div className={classes.columns}>
      <Panel title={t('one.seller')}>
        <Party party={invoice.seller} />
      </Panel>
      <Panel title={t('one.buyer')}>
        <Party party={invoice.buyer} />
      </Panel>
      <Panel title={t('one.facts')}>
        <dl className={classes.facts}>
          {facts.map(
            ([name, value]) =>
              value && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd className="figures">{value}</dd>
                </div>
              ),
          )}
        </dl>
        {kind === 'invoice' && number === null && (
          <p className={classes.quiet}>{t('one.term', { count: invoice.paymentTermDays })}</p>
        )}
      </Panel>
    </div>
  );
}

function Party({ party }: { party: Invoice['seller'] }) {
  const { t } = useTranslation('invoices');
  const { name, street, postcode, city, kvkNumber, vatNumber, number } = party;
  const lines = [
    street,
    [postcode, city].filter(Boolean).join(' '),
    number && t('one.clientNumber', { number }),
    kvkNumber && t('one.kvk', { number: kvkNumber }),
    vatNumber && t('one.vatNumber', { number: vatNumber }),
  ];
  return (
    <address className={classes.party}>
      <strong>{name}</strong>
      {lines.map((line) => line && <span key={line}>{line}</span>)}
    </address>
  );
}
