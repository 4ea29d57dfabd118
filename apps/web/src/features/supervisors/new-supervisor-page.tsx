import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, useAddress } from '../../kit/address/use-address.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import layout from '../../ui/form-layout.module.css';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Picked } from '../../ui/pick-field.tsx';
import { organisationRecord } from '../organisations/parts/organisation-queries.ts';
import { KnownPeople, useKnownPeople } from '../people/parts/known-people.tsx';
import { NameFields, ReachFields } from '../people/parts/person-fields.tsx';
import { RightFields } from './right-fields.tsx';
import { rightBody, rightForm, supervisorBody, supervisorForm } from './supervisor-values.ts';

export { NewSupervisorPage as Component };

/** Somebody of a client who is going to approve or register, with their first right. */
function NewSupervisorPage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const address = useAddress();
  const organisationId = idIn(address.read('organisation')) ?? '';
  const { data: given } = useQuery({ ...organisationRecord(organisationId), enabled: organisationId !== '' });
  const [organisation, setOrganisation] = useState<Picked>();
  const stored = useMemo(
    () => ({ ...supervisorForm(), ...rightForm(calendarDayAt(new Date())), organisationId }),
    [organisationId],
  );
  const known = useKnownPeople();
  const form = useRecordForm({
    stored,
    save: async ({
      organisationId: at,
      mayApprove,
      mayRegister,
      maySeeInvoices,
      mayManage,
      validFrom,
      validUntil,
      ...person
    }) => {
      const right = { organisationId: at, mayApprove, mayRegister, maySeeInvoices, mayManage, validFrom, validUntil };
      const rights = at === '' ? [] : [rightBody(right)];
      try {
        return await known.saveNew((isAnother) =>
          call('POST /api/supervisors', { body: { ...supervisorBody(person), rights, isAnother } }),
        );
      } catch (error) {
        throw ofOneRight(error);
      }
    },
    formOf: () => stored,
    onSaved: (saved) => {
      takeIn('supervisor', saved.id, saved);
      void navigate(paths.supervisor(saved.id), { replace: true });
    },
  });

  useEffect(() => {
    if (given) setOrganisation({ id: given.id, label: given.name });
  }, [given]);

  return (
    <Page
      title={t('supervisors.newTitle')}
      above={<BackLink to={paths.supervisors}>{t('supervisors.title')}</BackLink>}
    >
      <UnknownValues address={address} known={{ organisation: isId }} />
      <RecordForm
        form={form}
        isNew
        nameOf={nameOf}
        submit={t('supervisors.newSubmit')}
        onCancel={() => void navigate(paths.supervisors)}
      >
        <Panel title={t('section.person')}>
          <div className={layout.fields}>
            <NameFields />
            <ReachFields emailHint={t('hint.supervisorEmail')} isEmailRequired />
          </div>
        </Panel>
        <Panel title={t('section.firstRight')}>
          <RightFields
            organisation={organisation}
            onPick={(picked) => {
              setOrganisation(picked);
              form.change({ organisationId: picked?.id ?? '' });
            }}
            problem={form.problemOf('organisationId')}
            fromHint={t('hint.validFrom')}
          />
        </Panel>
        <KnownPeople known={known} addAnyway={() => void form.submit()} />
      </RecordForm>
    </Page>
  );
}

/** The form has one right: `/rights/0/validFrom` is its field `validFrom`. */
function ofOneRight(error: unknown): unknown {
  const errors = error instanceof ApiProblem ? error.body.errors : undefined;
  if (!errors?.some(({ pointer }) => pointer.startsWith('/rights/0'))) return error;
  return new FormProblems(errors.map((one) => ({ ...one, pointer: one.pointer.replace('/rights/0', '') })));
}
