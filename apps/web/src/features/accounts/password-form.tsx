import { passwordMinLength } from '@konnekt/shared/accounts/password.rules';
import { useTranslation } from 'react-i18next';
import { problemMessage } from '../../api/problem-message.ts';
import { useChangePassword } from '../../api/session-queries.ts';
import { FormProblems, useRecordForm } from '../../kit/form/use-record-form.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './password-form.module.css';
import { atItsField, noPasswords, type Passwords, type PasswordWrong, wrongIn } from './password-rules.ts';

/** Changes the own password; what is wrong stands at the field, and the first of them takes focus. */
export function PasswordForm() {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const change = useChangePassword();
  const form = useRecordForm<Passwords, void>({
    stored: noPasswords,
    save: async (values) => {
      const wrong = wrongIn(values);
      if (wrong.length > 0) throw new FormProblems(wrong);
      try {
        await change.mutateAsync({ currentPassword: values.current, newPassword: values.next });
      } catch (error) {
        throw atItsField(error);
      }
    },
    formOf: () => noPasswords,
  });

  const wrongAt = (name: keyof Passwords): string | undefined => {
    const problem = form.problemOf(name);
    if (problem?.code === 'wrong') return common('problem.wrong-current-password');
    // Whatever is wrong here was found by the rules of passwords, or stands in their words.
    return problem && t(`password.${problem.code as Exclude<PasswordWrong, 'wrong'>}`, { ...problem.values });
  };
  const field = (name: keyof Passwords, autoComplete: string) => (
    <PasswordField
      label={t(`password.${name}`)}
      description={name === 'next' ? t('password.nextHint', { count: passwordMinLength }) : undefined}
      autoComplete={autoComplete}
      value={form.values[name]}
      error={wrongAt(name)}
      onChange={({ currentTarget }) => form.change({ [name]: currentTarget.value })}
      showLabel={t('password.show')}
    />
  );
  return (
    <form ref={form.form} onSubmit={(event) => void form.submit(event)} noValidate className={classes.form}>
      {form.hasSaved && (
        <Notice tone="good" role="status">
          {t('password.done')}
        </Notice>
      )}
      {form.failure !== undefined && (
        <Notice tone="bad" role="alert">
          {problemMessage(form.failure)}
        </Notice>
      )}
      {field('current', 'current-password')}
      {field('next', 'new-password')}
      {field('repeat', 'new-password')}
      <Button type="submit" loading={form.isBusy}>
        {t('password.submit')}
      </Button>
    </form>
  );
}
