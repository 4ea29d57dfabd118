import { longest } from '@konnekt/shared/basics/text-rules';
import { longestSeries, numberDigits } from '@konnekt/shared/invoices/invoice.words';
import type { SavedInvoicing } from '@konnekt/shared/invoices/invoicing.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { takeAnswer } from '../../api/take-answer.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundCheck, BoundText, BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { saveTyped } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { auditKeys } from '../audit/parts/audit-queries.ts';
import { invoicingBody, invoicingForm, invoicingSteps, stepField } from './invoicing-values.ts';
import { invoicingRecord } from './settings-queries.ts';

/** When invoices are reminded of, and from when a budget is warned of. */
export function InvoicingSettings() {
  const query = useQuery(invoicingRecord);
  return (
    <Loaded query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(invoicing) => <InvoicingForm invoicing={invoicing} refresh={query.refetch} />}
    </Loaded>
  );
}

function InvoicingForm({ invoicing, refresh }: { invoicing: SavedInvoicing; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation(['settings', 'office']);
  const { language } = useFormat();
  const queryClient = useQueryClient();
  const stored = useMemo(() => invoicingForm(invoicing, language), [invoicing, language]);
  const form = useRecordForm({
    stored,
    save: (values) =>
      saveTyped(invoicingBody(values), (body) =>
        call('PUT /api/settings/invoicing', { body: { ...body, version: invoicing.version } }),
      ),
    formOf: (saved) => invoicingForm(saved, language),
    onSaved: (saved) => {
      takeAnswer(queryClient, invoicingRecord.queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: auditKeys.record('agency') });
    },
    refresh,
  });
  const texts = language === 'nl' ? (['textNl', 'textEn'] as const) : (['textEn', 'textNl'] as const);
  return (
    <RecordForm
      form={form}
      nameOf={(field) => t(`invoicing.field.${field.split('/').at(-1)}` as never)}
      submit={t('office:form.save')}
    >
      <Panel title={t('invoicing.numbers')}>
        <p className={layout.quiet}>{t('invoicing.numbersLead')}</p>
        <div className={layout.fields}>
          <BoundText name="numbers/invoice" label={t('invoicing.field.invoice')} maxLength={longestSeries} />
          <BoundText name="numbers/credit" label={t('invoicing.field.credit')} maxLength={longestSeries} />
          <BoundText
            name="numbers/digits"
            label={t('invoicing.field.digits')}
            inputMode="numeric"
            required
            maxLength={String(numberDigits.most).length}
          />
        </div>
      </Panel>
      <Panel title={t('invoicing.reminders')}>
        <p className={layout.quiet}>{t('invoicing.remindersLead')}</p>
        <div className={layout.fields}>
          <BoundCheck name="reminders/isOn" label={t('invoicing.field.isOn')} wide />
        </div>
      </Panel>
      {invoicingSteps.map((step) => (
        <Panel key={step} title={t('invoicing.step', { step: step + 1 })}>
          <div className={layout.fields}>
            <BoundText name={stepField(step, 'days')} typed="days" label={t('invoicing.field.days')} required />
            {texts.map((name) => (
              <BoundTextArea
                key={name}
                name={stepField(step, name)}
                label={t(`invoicing.field.${name}`)}
                description={t('reminders.textHint')}
                limit={longest.reason}
                wide
              />
            ))}
          </div>
        </Panel>
      ))}
      <Panel title={t('invoicing.budgets')}>
        <p className={layout.quiet}>{t('invoicing.budgetsLead')}</p>
        <div className={layout.fields}>
          <BoundText name="budgets/warnFromBp" typed="share" label={t('invoicing.field.warnFromBp')} required />
          <BoundText name="budgets/warnDays" typed="days" label={t('invoicing.field.warnDays')} required />
        </div>
      </Panel>
    </RecordForm>
  );
}
