import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call, type Input } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, useAddress } from '../../kit/address/use-address.ts';
import { createdOnce } from '../../kit/form/created-once.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { saveTyped } from '../../kit/form/typed-values.ts';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Page } from '../../ui/page.tsx';
import type { Picked } from '../../ui/pick-field.tsx';
import { employeeRecord } from '../employees/parts/employee-queries.ts';
import { organisationRecord } from '../organisations/parts/organisation-queries.ts';
import { PlacementFormFields } from './placement-fields.tsx';
import { placementBody, placementForm, rulesOfClient } from './placement-values.ts';
import { SamePlacement } from './same-placement.tsx';

type NewPlacement = Input<'POST /api/placements'>['body'];

const createPlacement = (body: NewPlacement) =>
  createdOnce(
    body,
    () => call('POST /api/placements', { body }),
    async () => {
      const { employeeId, organisationId } = body;
      const { items } = await call('GET /api/office/placements', { query: { employeeId, organisationId } });
      return Promise.all(items.map(({ id }) => call('GET /api/placements/:id', { params: { id } })));
    },
  );

export { NewPlacementPage as Component };

/** Somebody who is going to work at a client. How the hours come in is taken from the client, until it is changed here. */
function NewPlacementPage() {
  const { t } = useTranslation(['placements', 'office']);
  const { language } = useFormat();
  const navigate = useNavigate();
  const address = useAddress();
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('placements');
  const [employee, setEmployee] = useState<Picked>();
  const [organisation, setOrganisation] = useState<Picked>();
  const given = (name: string) => idIn(address.read(name)) ?? '';
  const [givenEmployee, givenOrganisation] = [given('employee'), given('organisation')];
  const known = useQuery({ ...employeeRecord(givenEmployee), enabled: givenEmployee !== '' }).data;
  const organisationId = organisation?.id ?? givenOrganisation;
  const client = useQuery({ ...organisationRecord(organisationId), enabled: organisationId !== '' }).data;
  const stored = useMemo(
    () =>
      placementForm(
        { startsOn: calendarDayAt(new Date()), employeeId: givenEmployee, organisationId: givenOrganisation },
        language,
      ),
    [givenEmployee, givenOrganisation, language],
  );
  const form = useRecordForm({
    stored,
    save: (values) => saveTyped(placementBody(values), createPlacement),
    formOf: (saved) => placementForm(saved, language),
    onSaved: (saved) => {
      takeIn('placement', saved.id, saved);
      void navigate(`${paths.placement(saved.id)}?tab=rates`, { replace: true });
    },
  });

  useEffect(() => {
    if (known) setEmployee({ id: known.id, label: known.name, hint: known.personnelNumber });
  }, [known]);
  const { change } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per client, so that what is changed after it stays
  useEffect(() => {
    if (!client) return;
    setOrganisation({ id: client.id, label: client.name, hint: client.city });
    change(rulesOfClient(client));
  }, [client?.id]);

  return (
    <Page
      title={t('new.title')}
      lead={t('new.text')}
      above={<BackLink to={paths.placements}>{t('office:placements.title')}</BackLink>}
    >
      <UnknownValues address={address} known={{ employee: isId, organisation: isId }} />
      <RecordForm
        form={form}
        isNew
        nameOf={nameOf}
        submit={t('new.submit')}
        onCancel={() => void navigate(paths.placements)}
      >
        <PlacementFormFields
          employee={employee}
          organisation={organisation}
          onPick={(which, picked) => {
            (which === 'employee' ? setEmployee : setOrganisation)(picked);
            change({ [`${which}Id`]: picked?.id ?? '' });
          }}
          problemOf={form.problemOf}
          budgetNumbers={client?.budgetNumbers ?? []}
        />
        <SamePlacement values={form.values} />
      </RecordForm>
    </Page>
  );
}
