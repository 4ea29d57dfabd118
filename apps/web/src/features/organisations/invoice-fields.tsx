import { longest, longestPaymentTerm } from '@konnekt/shared/basics/text-rules';
import { invoiceDocuments, invoicePers } from '@konnekt/shared/invoices/invoice.words';
import { useTranslation } from 'react-i18next';
import { BoundCheck, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';

const periods = ['week', 'four-weeks', 'month'] as const;
const languages = ['nl', 'en'] as const;

/** How a client is invoiced: where to, of what, by which terms, and with which references of its own. */
export function InvoiceFormFields() {
  const { t } = useTranslation('organisations');
  return (
    <>
      <Panel title={t('section.invoices')}>
        <div className={layout.fields}>
          <BoundText
            name="invoiceEmail"
            typed="email"
            label={t('field.invoiceEmail')}
            description={t('hint.invoiceEmail')}
          />
          <BoundText name="invoiceCopyEmail" typed="email" label={t('field.invoiceCopyEmail')} />
          <BoundSelect
            name="invoiceLanguage"
            label={t('field.invoiceLanguage')}
            options={languages.map((value) => ({ value, label: t(`invoiceLanguage.${value}`) }))}
          />
          <BoundText
            name="paymentTermDays"
            typed="days"
            label={t('field.paymentTermDays')}
            description={t('hint.paymentTermDays', { most: longestPaymentTerm })}
          />
          <BoundSelect
            name="invoicePer"
            label={t('field.invoicePer')}
            options={invoicePers.map((value) => ({ value, label: t(`invoicePer.${value}`) }))}
          />
          <BoundSelect
            name="invoiceEvery"
            label={t('field.invoiceEvery')}
            options={periods.map((value) => ({ value, label: t(`invoiceEvery.${value}`) }))}
          />
          <BoundText
            name="gAccountShareBp"
            typed="share"
            label={t('field.gAccountShareBp')}
            description={t('hint.gAccountShareBp')}
          />
          <BoundCheck name="reverseCharge" label={t('field.reverseCharge')} description={t('hint.reverseCharge')} />
        </div>
      </Panel>
      <Panel title={t('section.references')}>
        <p className={layout.quiet}>{t('hint.references')}</p>
        <div className={layout.fields}>
          <BoundSelect
            name="invoiceDocument"
            label={t('field.invoiceDocument')}
            description={t('hint.invoiceDocument')}
            options={invoiceDocuments.map((value) => ({ value, label: t(`invoiceDocument.${value}`) }))}
          />
          <BoundText
            name="peppolId"
            label={t('field.peppolId')}
            description={t('hint.peppolId')}
            maxLength={longest.peppolId}
          />
          <BoundText
            name="debtorNumber"
            label={t('field.debtorNumber')}
            description={t('hint.debtorNumber')}
            maxLength={longest.recordNumber}
          />
          <BoundText
            name="buyerReference"
            label={t('field.buyerReference')}
            description={t('hint.buyerReference')}
            maxLength={longest.reference}
          />
          <BoundText name="contractReference" label={t('field.contractReference')} maxLength={longest.reference} />
          <BoundText name="costCentre" label={t('field.costCentre')} maxLength={longest.reference} />
          <BoundText
            name="orderNumber"
            label={t('field.orderNumber')}
            description={t('hint.orderNumber')}
            maxLength={longest.reference}
          />
          <BoundText name="oin" label={t('field.oin')} description={t('hint.oin')} maxLength={longest.oin} />
          <BoundText name="gln" label={t('field.gln')} maxLength={longest.gln} />
        </div>
      </Panel>
    </>
  );
}
