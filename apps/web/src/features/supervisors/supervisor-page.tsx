import type { Supervisor } from '@konnekt/shared/supervisors/supervisor.schema';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { call } from '../../api/client.ts';
import { isNotThere } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { NotFound } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AccountBadge } from '../accounts/parts/account-badge.tsx';
import { AccountPanel } from '../accounts/parts/account-panel.tsx';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { NameFields, ReachFields } from '../people/parts/person-fields.tsx';
import { PersonalDataPanel } from '../personal-data/parts/personal-data-panel.tsx';
import { supervisorRecord } from './parts/supervisor-queries.ts';
import { SupervisorRights } from './supervisor-rights.tsx';
import { supervisorBody, supervisorForm } from './supervisor-values.ts';
import { WorkingPanel } from './working-panel.tsx';

export { SupervisorPage as Component };

const tabs = ['rights', 'details', 'history'] as const;

/** One supervisor: what they may do where and when, how they are reached, their account and their history. */
function SupervisorPage() {
  const { t } = useTranslation(['people', 'office']);
  const { id = '' } = useParams();
  const tab = oneOf(tabs, useAddress().read('tab')) ?? 'rights';
  const query = useQuery(supervisorRecord(id));
  const { data } = query;
  if (isNotThere(query.error)) return <NotFound />;
  return (
    <Page
      title={data?.name ?? t('supervisors.one')}
      above={<BackLink to={paths.supervisors}>{t('supervisors.title')}</BackLink>}
      lead={
        data && (
          <span className={layout.facts}>
            <span>{data.email}</span>
            <AccountBadge state={data.account} />
          </span>
        )
      }
    >
      <Tabs
        label={t('supervisors.tabs')}
        current={tab}
        tabs={tabs.map((one) => ({ id: one, label: t(`tab.${one}`) }))}
      />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {(supervisor) => (
          <>
            {tab === 'rights' && <SupervisorRights supervisor={supervisor} refresh={query.refetch} />}
            {tab === 'details' && (
              <div className={layout.panels}>
                {supervisor.account === 'none' ? (
                  <Notice tone="info">{t('office:account.without')}</Notice>
                ) : (
                  <AccountPanel personId={supervisor.id} />
                )}
                <Details supervisor={supervisor} refresh={query.refetch} />
                <WorkingPanel supervisor={supervisor} refresh={query.refetch} />
                <PersonalDataPanel personId={supervisor.id} listPath={paths.supervisors} />
              </div>
            )}
            {tab === 'history' && <RecordHistory id={supervisor.id} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Details({ supervisor, refresh }: { supervisor: Supervisor; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation(['people', 'office']);
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const stored = useMemo(() => supervisorForm(supervisor), [supervisor]);
  const form = useRecordForm({
    stored,
    save: async (values) => {
      const body = { ...supervisorBody(values), version: supervisor.version };
      return call('PUT /api/supervisors/:id', { params: { id: supervisor.id }, body });
    },
    formOf: supervisorForm,
    onSaved: (saved) => takeIn('supervisor', saved.id, saved),
    refresh,
  });
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('office:form.save')}>
      <Panel title={t('section.person')}>
        <div className={layout.fields}>
          <NameFields />
          <ReachFields emailHint={t('hint.supervisorEmail')} isEmailRequired />
        </div>
      </Panel>
    </RecordForm>
  );
}
