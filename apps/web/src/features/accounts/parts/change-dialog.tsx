import { isOffice } from '@konnekt/shared/basics/actor';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../kit/form/form-dialog.tsx';
import { useFieldName } from '../../../kit/form/use-field-name.ts';
import { useRecordForm } from '../../../kit/form/use-record-form.ts';
import { toast } from '../../../ui/toast.tsx';
import { AccountFields, type AccountValues } from './account-fields.tsx';
import { atOwnFields } from './account-form.ts';
import { type Account, accountQuery, useChangeAccount } from './account-queries.ts';

/** Changes what somebody logs in with; of the office's own accounts name and role too. */
export function ChangeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const queryClient = useQueryClient();
  const nameOf = useFieldName('accounts');
  const change = useChangeAccount(account.id);
  const isOfOffice = isOffice(account);
  const stored = useMemo(() => valuesOf(account), [account]);
  const form = useRecordForm<AccountValues, Account>({
    stored,
    save: ({ firstName, prefix, lastName, email, userName, language, role }) =>
      atOwnFields(
        change.mutateAsync({
          version: account.version,
          email,
          userName: userName.trim() || null,
          language,
          ...(isOfOffice && { role, name: { firstName, prefix: prefix.trim() || null, lastName } }),
        }),
      ),
    formOf: valuesOf,
    onSaved: () => {
      onClose();
      toast({ tone: 'good', message: t('panel.changed') });
    },
    refresh: () => queryClient.invalidateQueries({ queryKey: accountQuery(account.personId).queryKey }),
  });
  return (
    <FormDialog title={t('change.title')} form={form} nameOf={nameOf} submit={t('change.submit')} onClose={onClose}>
      <AccountFields form={form} isOffice={isOfOffice} hasUserName />
    </FormDialog>
  );
}

const valuesOf = ({ firstName, prefix, lastName, email, userName, language, role }: Account): AccountValues => ({
  firstName,
  prefix: prefix ?? '',
  lastName,
  email,
  userName: userName ?? '',
  language,
  role: role === 'admin' ? 'admin' : 'staff',
});
