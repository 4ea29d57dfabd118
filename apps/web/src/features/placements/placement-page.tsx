import type { Placement } from '@konnekt/shared/placements/placement.schema';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
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
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Button } from '../../ui/button.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RecordHistory } from '../audit/parts/record-history.tsx';
import { organisationRecord } from '../organisations/parts/organisation-queries.ts';
import { WorksheetsOf } from '../worksheets/parts/worksheets-of.tsx';
import { EndPlacementDialog } from './end-placement.tsx';
import { HoursOutside } from './hours-outside.tsx';
import { placementRecord } from './parts/placement-queries.ts';
import { WithoutRate } from './parts/without-rate.tsx';
import { PlacementFormFields } from './placement-fields.tsx';
import { PlacementRates } from './placement-rates.tsx';
import { placementBody, placementForm } from './placement-values.ts';

export { PlacementPage as Component };

const tabs = ['details', 'worksheets', 'rates', 'history'] as const;

/** One placement: who, where and how; its hours; its rates; and its history. */
function PlacementPage() {
  const { t } = useTranslation(['placements', 'office']);
  const format = useFormat();
  const { id = '' } = useParams();
  const tab = oneOf(tabs, useAddress().read('tab')) ?? 'details';
  const query = useQuery(placementRecord(id));
  const [isEnding, setIsEnding] = useState(false);
  const { data } = query;
  if (isNotThere(query.error)) return <NotFound />;
  return (
    <Page
      title={data?.employeeName ?? t('one.title')}
      above={<BackLink to={paths.placements}>{t('office:placements.title')}</BackLink>}
      lead={data && <Facts placement={data} />}
      actions={
        data &&
        data.endsOn === null && (
          <Button variant="default" onClick={() => setIsEnding(true)}>
            {t('end.act')}
          </Button>
        )
      }
    >
      <Tabs
        label={t('one.tabs')}
        current={tab}
        tabs={tabs.map((one) => ({
          id: one,
          label: t(`tab.${one}`),
          count: one === 'rates' && data ? format.count(data.rates.length) : undefined,
        }))}
      />
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {(placement) => (
          <>
            {tab === 'details' && <Details placement={placement} refresh={query.refetch} />}
            {tab === 'worksheets' && <WorksheetsOf placementId={id} />}
            {tab === 'rates' && <PlacementRates placement={placement} refresh={query.refetch} />}
            {tab === 'history' && <RecordHistory id={id} />}
            {isEnding && (
              <EndPlacementDialog placement={placement} refresh={query.refetch} onClose={() => setIsEnding(false)} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ placement }: { placement: Placement }) {
  const { t } = useTranslation(['placements', 'office']);
  const format = useFormat();
  const from = format.day(placement.startsOn);
  return (
    <span className={layout.facts}>
      <span>{placement.functionName}</span>
      <Link to={paths.organisation(placement.organisationId)}>{placement.organisationName}</Link>
      <span>
        {placement.endsOn
          ? t('office:validity.between', { from, until: format.day(placement.endsOn) })
          : t('office:validity.from', { from })}
      </span>
      <span>{t('one.number', { number: placement.number })}</span>
      <Link to={paths.job(placement.id)}>{t('one.hours')}</Link>
      <WithoutRate placement={{ ...placement, hasRates: placement.rates.length > 0 }} />
    </span>
  );
}

function Details({ placement, refresh }: { placement: Placement; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('office');
  const { language } = useFormat();
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('placements');
  const [names, setNames] = useState({
    employee: { id: placement.employeeId, label: placement.employeeName },
    organisation: { id: placement.organisationId, label: placement.organisationName },
  });
  const { data: client } = useQuery(organisationRecord(names.organisation.id));
  const stored = useMemo(() => placementForm(placement, language), [placement, language]);
  const form = useRecordForm({
    stored,
    save: (values) =>
      saveTyped(placementBody(values), (body) =>
        call('PUT /api/placements/:id', {
          params: { id: placement.id },
          body: { ...body, version: placement.version },
        }),
      ),
    formOf: (saved) => placementForm(saved, language),
    onSaved: (saved) => takeIn('placement', saved.id, saved),
    refresh,
  });
  return (
    <RecordForm form={form} nameOf={nameOf} submit={t('form.save')}>
      <PlacementFormFields
        employee={names.employee}
        organisation={names.organisation}
        onPick={(which, picked) => {
          if (!picked) return;
          setNames({ ...names, [which]: picked });
          form.change({ [`${which}Id`]: picked.id });
        }}
        problemOf={form.problemOf}
        budgetNumbers={client?.budgetNumbers ?? []}
        isSettled={placement.hasWorksheets}
      />
      <HoursOutside placement={placement} startsOn={form.values.startsOn} endsOn={form.values.endsOn} />
    </RecordForm>
  );
}
