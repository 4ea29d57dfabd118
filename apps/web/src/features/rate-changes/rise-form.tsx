import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { longestTyped } from '@konnekt/shared/basics/text-rules';
import type { AskedRateChange } from '@konnekt/shared/rates/rate-change.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundDay, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { percentage, saveTyped } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { organisationsQuery } from '../organisations/parts/organisation-queries.ts';
import { ratePreview } from './rate-change-queries.ts';

const blank = { validFrom: '', organisationId: '', payRise: '', billRise: '' };
type Values = typeof blank;

/** A rise of all rates that hold from a day on: asks what it comes to, and changes nothing. */
export function RiseForm({ onSeen }: { onSeen: (change: AskedRateChange) => void }) {
  const { t } = useTranslation('rateChanges');
  const nameOf = useFieldName('rateChanges');
  const { data: organisations } = useQuery(organisationsQuery);
  const queryClient = useQueryClient();
  const [stored, setStored] = useState(blank);
  const form = useRecordForm({
    stored,
    save: async (values) => {
      const change = await saveTyped(typed(values), async (asked) => {
        await queryClient.fetchQuery({ ...ratePreview(asked), staleTime: 0 });
        return asked;
      });
      return { values, change };
    },
    formOf: ({ values }) => values,
    onSaved: ({ values, change }) => {
      setStored(values);
      onSeen(change);
    },
  });
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('new.preview')} saved={t('new.seen')}>
      <Panel title={t('new.rise')}>
        <div className={layout.fields}>
          <BoundDay name="validFrom" label={t('field.validFrom')} description={t('hint.validFrom')} required />
          <BoundSelect
            name="organisationId"
            label={t('field.organisationId')}
            options={[
              { value: '', label: t('new.all') },
              ...(organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <BoundText
            name="payRise"
            label={t('field.payRise')}
            description={t('hint.rise')}
            inputMode="decimal"
            maxLength={longestTyped.share}
          />
          <BoundText
            name="billRise"
            label={t('field.billRise')}
            description={t('hint.rise')}
            inputMode="decimal"
            maxLength={longestTyped.share}
          />
        </div>
      </Panel>
    </RecordForm>
  );
}

/** An empty percentage is none. */
function typed({ validFrom, organisationId, payRise, billRise }: Values) {
  const problems: FieldProblem[] = validFrom ? [] : [{ pointer: '/validFrom', code: 'required' }];
  const payRiseBp = percentage(payRise || '0', 'payRise', problems);
  const billRiseBp = percentage(billRise || '0', 'billRise', problems);
  const asked = { kind: 'rise', organisationId: organisationId || null, payRiseBp, billRiseBp } as const;
  return { body: { validFrom, asked }, problems };
}
