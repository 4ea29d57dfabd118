import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call, type Input } from '../../api/client.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { createdOnce } from '../../kit/form/created-once.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Page } from '../../ui/page.tsx';
import { KnownPeople, useKnownPeople } from '../people/parts/known-people.tsx';
import { EmployeeFormFields } from './employee-fields.tsx';
import { employeeBody, employeeForm } from './employee-values.ts';

type NewEmployee = Input<'POST /api/employees'>['body'];

const createEmployee = (body: NewEmployee, isAnother: boolean) =>
  createdOnce(
    body,
    () => call('POST /api/employees', { body: { ...body, isAnother } }),
    async () => {
      const { items } = await call('GET /api/office/employees', { query: { q: body.personnelNumber } });
      return Promise.all(items.map(({ id }) => call('GET /api/employees/:id', { params: { id } })));
    },
  );

export { NewEmployeePage as Component };

/** Somebody who is going to work for the agency. */
function NewEmployeePage() {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const takeIn = useTakeInRecord();
  const nameOf = useFieldName('people');
  const stored = useMemo(() => employeeForm(), []);
  const known = useKnownPeople();
  const form = useRecordForm({
    stored,
    save: (values) => known.saveNew((isAnother) => createEmployee(employeeBody(values), isAnother)),
    formOf: employeeForm,
    onSaved: (saved) => {
      takeIn('employee', saved.id, saved, saved.personId);
      void navigate(paths.employee(saved.id), { replace: true });
    },
  });
  return (
    <Page title={t('employees.newTitle')} above={<BackLink to={paths.employees}>{t('employees.title')}</BackLink>}>
      <RecordForm
        form={form}
        isNew
        nameOf={nameOf}
        submit={t('employees.newSubmit')}
        onCancel={() => void navigate(paths.employees)}
      >
        <EmployeeFormFields country={form.values.country} />
        <KnownPeople known={known} addAnyway={() => void form.submit()} />
      </RecordForm>
    </Page>
  );
}
