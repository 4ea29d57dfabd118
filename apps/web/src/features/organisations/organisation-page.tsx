import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { call } from '../../api/client.ts';
import { isNotThere } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { NotFound } from '../../kit/address/not-found.tsx';
import { paths } from '../../kit/address/paths.ts';
import { Tabs } from '../../kit/address/tabs.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { saveTyped } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { ButtonLink } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { PlacementsOf } from '../placements/parts/placements-of.tsx';
import { WorksheetsOf } from '../worksheets/parts/worksheets-of.tsx';
import { BudgetNumbers } from './budget-numbers.tsx';
import { OrganisationFormFields } from './organisation-fields.tsx';
import { organisationBody, organisationForm } from './organisation-values.ts';
import { organisationRecord } from './parts/organisation-queries.ts';
import { RateGrid } from './rate-grid.tsx';
import { SupervisorsHere } from './supervisors-here.tsx';

export { OrganisationPage as Component };

const tabs = ['details', 'budget-numbers', 'placements', 'rates', 'supervisors', 'worksheets', 'history'] as const;

/** One client: what is kept of it, its budget numbers, who works and supervises there, and its history. */
function OrganisationPage() {
  const { t } = useTranslation(['organisations', 'office']);
  const format = useFormat();
  const { id = '' } = useParams();
  const tab = oneOf(tabs, useAddress().read('tab')) ?? 'details';
  const query = useQuery(organisationRecord(id));
  const { data } = query;
  if (isNotThere(query.error)) return <NotFound />;
  return (
    <Page
      title={data?.name ?? t('one.title')}
      above={<BackLink to={paths.organisations}>{t('list.title')}</BackLink>}
      lead={
        data && (
          <span className={layout.facts}>
            <span>{data.city}</span>
            <span>{t('one.number', { number: data.number })}</span>
            {!data.isActive && <span>{t('list.inactive')}</span>}
          </span>
        )
      }
      actions={
        tab === 'placements' && (
          <ButtonLink
            to={`${paths.newPlacement}?organisation=${id}`}
            leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
          >
            {t('office:placements.add')}
          </ButtonLink>
        )
      }
    >
      <Tabs
        label={t('one.tabs')}
        current={tab}
        tabs={tabs.map((one) => ({
          id: one,
          label: t(`tab.${one}`),
          count: one === 'budget-numbers' && data ? format.count(data.budgetNumbers.length) : undefined,
        }))}
      />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {(organisation) => (
          <>
            {tab === 'details' && <Details organisation={organisation} refresh={query.refetch} />}
            {tab === 'budget-numbers' && <BudgetNumbers organisation={organisation} />}
            {tab === 'placements' && <PlacementsOf organisationId={id} />}
            {tab === 'rates' && <RateGrid organisation={organisation} />}
            {tab === 'supervisors' && <SupervisorsHere organisation={organisation} />}
            {tab === 'worksheets' && <WorksheetsOf organisationId={id} />}
            {tab === 'history' && <RecordHistory id={id} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Details(props: { organisation: Organisation; refresh: () => Promise<unknown> }) {
  const { t, i18n } = useTranslation(['organisations', 'office']);
  const { language } = useFormat();
  const { organisation } = props;
  const takeIn = useTakeInRecord();
  const stored = useMemo(() => organisationForm(organisation, language), [organisation, language]);
  const form = useRecordForm({
    stored,
    save: (values) =>
      saveTyped(organisationBody(values), (body) =>
        call('PUT /api/organisations/:id', {
          params: { id: organisation.id },
          body: { ...body, version: organisation.version },
        }),
      ),
    formOf: (saved) => organisationForm(saved, language),
    onSaved: (saved) => takeIn('organisation', saved.id, saved),
    refresh: props.refresh,
  });
  const nameOf = (field: string) =>
    String(t((i18n.exists(`organisations:field.${field}`) ? `field.${field}` : `office:field.${field}`) as never));
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('office:form.save')}>
      <OrganisationFormFields values={form.values} />
    </RecordForm>
  );
}
