import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import classes from '../../account/account-fields.module.css';
import { AccountFields, type AccountValues } from '../../account/account-fields.tsx';
import { focusFirst, wrongIn } from '../../account/account-form.ts';
import { useAddColleague } from '../../account/account-queries.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { paths } from '../../app/paths.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.tsx';

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
  const { t } = useTranslation(['accounts', 'common']);
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(empty);
  const add = useAddColleague();
  const wrong = wrongIn(t, add.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (add.isPending) return;
    const { firstName, prefix, lastName, email, language, role } = values;
    add.mutate(
      { firstName, prefix: prefix.trim() || null, lastName, email, language, role },
      {
        onSuccess: async ({ name, email: address, personId }) => {
          onClose();
          toast({ tone: 'good', message: t('add.done', { name, email: address }) });
          await navigate(paths.user(personId));
        },
        onError: (error) => focusFirst(form.current, wrongIn(t, error)),
      },
    );
  };

  return (
    <Dialog title={t('add.title')} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        {add.error && Object.keys(wrong).length === 0 && (
          <div className={classes.problem}>
            <Notice tone="bad" role="alert">
              {problemMessage(common, add.error)}
            </Notice>
          </div>
        )}
        <p className={classes.text}>{t('add.text')}</p>
        <AccountFields values={values} onChange={setValues} wrong={wrong} isOffice hasUserName={false} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t('add.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
