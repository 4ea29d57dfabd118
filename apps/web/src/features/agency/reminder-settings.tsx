import { longest } from '@konnekt/shared/basics/text-rules';
import type { SavedReminders } from '@konnekt/shared/reminders/reminder.contract';
import { reminderRounds } from '@konnekt/shared/reminders/reminder.words';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { takeAnswer } from '../../api/take-answer.ts';
import { useFormat } from '../../i18n/format.ts';
import { BoundCheck, BoundSelect, BoundText, BoundTextArea } from '../../kit/form/bound-fields.tsx';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { saveTyped } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useWeekdays } from '../../kit/form/use-weekdays.ts';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { auditKeys } from '../audit/parts/audit-queries.ts';
import { reminderBody, reminderForm, roundField } from './reminder-values.ts';
import { remindersRecord } from './settings-queries.ts';

/** Four rounds a week: who is reminded when, and with what words. */
export function ReminderSettings() {
  const query = useQuery(remindersRecord);
  return (
    <Loaded query={query} skeleton={<Skeleton rows={10} height={32} />}>
      {(reminders) => <ReminderForm reminders={reminders} refresh={query.refetch} />}
    </Loaded>
  );
}

function ReminderForm({ reminders, refresh }: { reminders: SavedReminders; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation(['settings', 'office']);
  const { language } = useFormat();
  const queryClient = useQueryClient();
  const days = useWeekdays();
  const stored = useMemo(() => reminderForm(reminders), [reminders]);
  const form = useRecordForm({
    stored,
    save: (values) =>
      saveTyped(reminderBody(values), (body) =>
        call('PUT /api/settings/reminders', { body: { ...body, version: reminders.version } }),
      ),
    formOf: reminderForm,
    onSaved: (saved) => {
      takeAnswer(queryClient, remindersRecord.queryKey, saved);
      void queryClient.invalidateQueries({ queryKey: auditKeys.record('agency') });
    },
    refresh,
  });
  const nameOf = (field: string) => t(`reminders.${field.split('/')[1]}` as never);
  const texts = language === 'nl' ? (['textNl', 'textEn'] as const) : (['textEn', 'textNl'] as const);
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('office:form.save')}>
      <p className={layout.quiet}>{t('reminders.lead')}</p>
      {reminderRounds.map((round) => (
        <Panel key={round} title={t(`reminders.round.${round}`)}>
          <p className={layout.quiet}>{t(`reminders.hint.${round}`)}</p>
          <div className={layout.fields}>
            <BoundCheck name={roundField(round, 'isOn')} label={t('reminders.isOn')} wide />
            <BoundSelect name={roundField(round, 'weekday')} label={t('reminders.weekday')} options={days} />
            <BoundText name={roundField(round, 'minutes')} typed="clock" label={t('reminders.minutes')} required />
            {texts.map((name) => (
              <BoundTextArea
                key={name}
                name={roundField(round, name)}
                label={t(`reminders.${name}`)}
                description={t('reminders.textHint')}
                limit={longest.reason}
                wide
              />
            ))}
          </div>
        </Panel>
      ))}
    </RecordForm>
  );
}
