import { longest } from '@konnekt/shared/basics/text-rules';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call, type Input } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { createdOnce } from '../../kit/form/created-once.ts';
import { RecordForm } from '../../kit/form/record-form.tsx';
import { saveTyped } from '../../kit/form/typed-values.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import { Page } from '../../ui/page.tsx';
import { OrganisationFormFields } from './organisation-fields.tsx';
import { organisationBody, organisationForm } from './organisation-values.ts';

type NewOrganisation = Input<'POST /api/organisations'>['body'];

const createOrganisation = (body: NewOrganisation) =>
  createdOnce(
    body,
    () => call('POST /api/organisations', { body }),
    async () => {
      const { items } = await call('GET /api/office/organisations', {
        query: { q: body.name.slice(0, longest.search) },
      });
      return Promise.all(items.map(({ id }) => call('GET /api/organisations/:id', { params: { id } })));
    },
  );

export { NewOrganisationPage as Component };

/** A client to be. */
function NewOrganisationPage() {
  const { t } = useTranslation('organisations');
  const { language } = useFormat();
  const navigate = useNavigate();
  const takeIn = useTakeInRecord();
  const stored = useMemo(() => organisationForm(undefined, language), [language]);
  const form = useRecordForm({
    stored,
    save: (values) => saveTyped(organisationBody(values), createOrganisation),
    formOf: (saved) => organisationForm(saved, language),
    onSaved: (saved) => {
      takeIn('organisation', saved.id, saved);
      void navigate(paths.organisation(saved.id), { replace: true });
    },
  });
  return (
    <Page title={t('new.title')} above={<BackLink to={paths.organisations}>{t('list.title')}</BackLink>}>
      <RecordForm
        form={form}
        isNew
        nameOf={(field) => field}
        submit={t('new.submit')}
        onCancel={() => void navigate(paths.organisations)}
      >
        <OrganisationFormFields values={form.values} />
      </RecordForm>
    </Page>
  );
}
