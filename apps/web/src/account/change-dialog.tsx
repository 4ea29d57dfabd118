import { isOffice } from '@konnekt/shared/basics/actor';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.ts';
import { problemMessage } from '../api/problem-message.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { toast } from '../ui/toast.tsx';
import classes from './account-fields.module.css';
import { AccountFields, type AccountValues } from './account-fields.tsx';
import { focusFirst, wrongIn } from './account-form.ts';
import { type Account, accountQuery, useChangeAccount } from './account-queries.ts';

/** Changes what somebody logs in with; of the office's own accounts name and role too. */
export function ChangeDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const { t: common } = useTranslation();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<AccountValues>(() => valuesOf(account));
  const change = useChangeAccount(account.id);
  const wrong = wrongIn(t, change.error);
  const isOfOffice = isOffice(account);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const { firstName, prefix, lastName, email, userName, language, role } = values;
    change.mutate(
      {
        version: account.version,
        email,
        userName: userName.trim() || null,
        language,
        ...(isOfOffice && { role, name: { firstName, prefix: prefix.trim() || null, lastName } }),
      },
      {
        onSuccess: () => {
          onClose();
          toast({ tone: 'good', message: t('panel.changed') });
        },
        onError: (error) => {
          if (isProblem(error, 'record-changed'))
            void queryClient.invalidateQueries({ queryKey: accountQuery(account.personId).queryKey });
          focusFirst(form.current, wrongIn(t, error));
        },
      },
    );
  };

  const isElsewhere = change.error && Object.keys(wrong).length === 0;
  return (
    <Dialog title={t('change.title')} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        {isElsewhere && (
          <div className={classes.problem}>
            <Notice tone="bad" role="alert">
              {isProblem(change.error, 'record-changed') ? t('wrong.changed') : problemMessage(common, change.error)}
            </Notice>
          </div>
        )}
        <AccountFields values={values} onChange={setValues} wrong={wrong} isOffice={isOfOffice} hasUserName />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('change.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
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
