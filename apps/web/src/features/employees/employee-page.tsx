import type { Employee } from '@konnekt/shared/employees/employee.schema';
import { IconPlus } from '@tabler/icons-react';
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
import { ButtonLink } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AccountBadge } from '../accounts/parts/account-badge.tsx';
import { AccountPanel } from '../accounts/parts/account-panel.tsx';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { PersonalDataPanel } from '../personal-data/parts/personal-data-panel.tsx';
import { PlacementsOf } from '../placements/parts/placements-of.tsx';
import { WorksheetsOf } from '../worksheets/parts/worksheets-of.tsx';
import { EmployeeFormFields } from './employee-fields.tsx';
import { employeeBody, employeeForm } from './employee-values.ts';
import { employeeRecord } from './parts/employee-queries.ts';
import { SupervisingPanel } from './supervising-panel.tsx';

export { EmployeePage as Component };

const tabs = ['details', 'placements', 'worksheets', 'history'] as const;

/** One employee: what is kept of them, their account, where they work, and their history. */
function EmployeePage() {
  const { t } = useTranslation(['people', 'office']);
  const { id = '' } = useParams();
  const tab = oneOf(tabs, useAddress().read('tab')) ?? 'details';
  const query = useQuery(employeeRecord(id));
  const { data } = query;
  const add = (
    <ButtonLink to={`${paths.newPlacement}?employee=${id}`} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
      {t('office:placements.add')}
    </ButtonLink>
  );
  if (isNotThere(query.error)) return <NotFound />;
  return (
    <Page
      title={data?.name ?? t('employees.one')}
      above={<BackLink to={paths.employees}>{t('employees.title')}</BackLink>}
      lead={
        data && (
          <span className={layout.facts}>
            <span>{t('employees.number', { number: data.personnelNumber })}</span>
            <AccountBadge state={data.account} />
          </span>
        )
      }
      actions={tab === 'placements' && add}
    >
      <Tabs label={t('employees.tabs')} current={tab} tabs={tabs.map((one) => ({ id: one, label: t(`tab.${one}`) }))} />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {(employee) => (
          <>
            {tab === 'details' && (
              <div className={layout.panels}>
                {employee.account === 'none' ? (
                  <Notice tone="info">{t('office:account.without')}</Notice>
                ) : (
                  <AccountPanel personId={employee.personId} />
                )}
                <Details employee={employee} refresh={query.refetch} />
                <SupervisingPanel employee={employee} refresh={query.refetch} />
                <PersonalDataPanel personId={employee.personId} listPath={paths.employees} />
              </div>
            )}
            {tab === 'placements' && <PlacementsOf employeeId={id} />}
            {tab === 'worksheets' && <WorksheetsOf employeeId={id} />}
            {tab === 'history' && <RecordHistory id={employee.personId} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Details({ employee, refresh }: { employee: Employee; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('office');
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const stored = useMemo(() => employeeForm(employee), [employee]);
  const form = useRecordForm({
    stored,
    save: async (values) => {
      const body = { ...employeeBody(values), version: employee.version };
      return call('PUT /api/employees/:id', { params: { id: employee.id }, body });
    },
    formOf: employeeForm,
    onSaved: (saved) => takeIn('employee', saved.id, saved, saved.personId),
    refresh,
  });
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('form.save')}>
      <EmployeeFormFields country={form.values.country} />
    </RecordForm>
  );
}
