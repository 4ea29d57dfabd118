import type { Settings } from '@konnekt/shared/agency/settings.contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { agencyQuery } from '../../api/session-queries.ts';
import { takeAnswer } from '../../api/take-answer.ts';
import { useFormat } from '../../i18n/format.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { recordKeys } from '../../kit/form/record-keys.ts';
import { saveTyped } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { auditKeys } from '../audit/parts/audit-queries.ts';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { DocumentSettings } from './document-settings.tsx';
import { HelpSettings } from './help-settings.tsx';
import { InvoicingSettings } from './invoicing-settings.tsx';
import { LookFields } from './look-fields.tsx';
import { ReminderSettings } from './reminder-settings.tsx';
import { AgencyFields, RuleFields } from './settings-fields.tsx';
import { settingsRecord } from './settings-queries.ts';
import { settingsBody, settingsForm } from './settings-values.ts';

export { SettingsPage as Component };

const tabs = ['settings', 'reminders', 'invoicing', 'documents', 'help', 'history'] as const;

/** Who the agency is, how it looks, and by which rules it works. For admins. */
function SettingsPage() {
  const { t } = useTranslation('settings');
  const tab = oneOf(tabs, useAddress().read('tab')) ?? 'settings';
  const query = useQuery(settingsRecord);
  return (
    <Page title={t('agency.title')}>
      <Tabs label={t('agency.tabs')} current={tab} tabs={tabs.map((id) => ({ id, label: t(`tab.${id}`) }))} />
      {tab === 'reminders' && <ReminderSettings />}
      {tab === 'invoicing' && <InvoicingSettings />}
      {tab === 'documents' && <DocumentSettings />}
      {tab === 'help' && <HelpSettings />}
      {(tab === 'settings' || tab === 'history') && (
        <Loaded query={query} skeleton={<Skeleton rows={10} height={32} />}>
          {(settings) =>
            tab === 'history' ? (
              <RecordHistory id="agency" />
            ) : (
              <SettingsForm settings={settings} refresh={query.refetch} />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

function SettingsForm({ settings, refresh }: { settings: Settings; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('office');
  const { language } = useFormat();
  const queryClient = useQueryClient();
  const nameOf = useFieldName('settings');
  const stored = useMemo(() => settingsForm(settings, language), [settings, language]);
  const form = useRecordForm({
    stored,
    save: (values) => saveTyped(settingsBody(values, settings), (body) => call('PUT /api/settings', { body })),
    formOf: (saved) => settingsForm(saved, language),
    onSaved: (saved) => {
      takeAnswer(queryClient, settingsRecord.queryKey, saved);
      for (const queryKey of [
        agencyQuery.queryKey,
        auditKeys.record('agency'),
        [...recordKeys.all, 'periods'],
        ['home'],
      ])
        void queryClient.invalidateQueries({ queryKey });
    },
    refresh,
  });
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('form.save')} isNew={settings.version === 1}>
      <AgencyFields />
      <LookFields form={form} />
      <RuleFields />
    </RecordForm>
  );
}
