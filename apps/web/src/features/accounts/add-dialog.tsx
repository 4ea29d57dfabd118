import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { paths } from '../../kit/address/paths.ts';
import { FormDialog } from '../../kit/form/form-dialog.tsx';
import { useFieldName } from '../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../kit/form/use-record-form.ts';
import { toast } from '../../ui/toast.tsx';
import classes from './parts/account-fields.module.css';
import { AccountFields, type AccountValues } from './parts/account-fields.tsx';
import { atOwnFields } from './parts/account-form.ts';
import { type Account, useAddColleague } from './parts/account-queries.ts';

const empty: AccountValues = {
  firstName: '',
  prefix: '',
  lastName: '',
  email: '',
  userName: '',
  language: 'nl',
  role: 'staff',
};

/** Makes an account for a colleague and invites them. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const nameOf = useFieldName('accounts');
  const add = useAddColleague();
  const form = useRecordForm<AccountValues, Account>({
    stored: empty,
    save: ({ firstName, prefix, lastName, email, language, role }) =>
      atOwnFields(add.mutateAsync({ firstName, prefix: prefix.trim() || null, lastName, email, language, role })),
    formOf: () => empty,
    onSaved: ({ name, email, personId }) => {
      onClose();
      toast({ tone: 'good', message: t('add.done', { name, email }) });
      void navigate(paths.user(personId));
    },
  });
  return (
    <FormDialog title={t('add.title')} form={form} isNew nameOf={nameOf} submit={t('add.submit')} onClose={onClose}>
      <p className={classes.text}>{t('add.text')}</p>
      <AccountFields form={form} isOffice hasUserName={false} />
    </FormDialog>
  );
}
