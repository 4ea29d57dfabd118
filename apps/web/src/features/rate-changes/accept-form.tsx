import { longest } from '@konnekt/shared/basics/text-rules';
import type { AskedRateChange, RatePreview } from '@konnekt/shared/rate-changes/rate-change.contract';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { paths } from '../../kit/address/paths.ts';
import { BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { Panel } from '../../ui/panel.tsx';

const blank = { reason: '' };

/** Changes the rates as they were seen, with a reason. */
export function AcceptForm({ change, preview }: { change: AskedRateChange; preview: RatePreview }) {
  const { t } = useTranslation('rateChanges');
  const nameOf = useFieldName('rateChanges');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { lines, payCents, billCents, rates, placements, fingerprint } = preview;
  const form = useRecordForm({
    stored: blank,
    save: ({ reason }) =>
      call('POST /api/rate-changes', {
        body: { ...change, reason, seen: { lines, payCents, billCents, rates, placements, fingerprint } },
      }),
    formOf: ({ reason }) => ({ reason }),
    onSaved: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: recordKeys.all });
      void navigate(paths.rateChange(id), { replace: true });
    },
    refresh: () => queryClient.invalidateQueries({ queryKey: recordKeys.all }),
  });
  return (
    <RecordForm form={form} isNew nameOf={nameOf} submit={t('new.accept')}>
      <Panel title={t('new.reasonTitle')}>
        <BoundTextArea
          name="reason"
          label={t('field.reason')}
          description={t('hint.reason')}
          limit={longest.reason}
          required
        />
      </Panel>
    </RecordForm>
  );
}
