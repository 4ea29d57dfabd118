import { passwordMinLength } from '@konnekt/shared/accounts/password.rules';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../api/problem.ts';
import { problemMessage } from '../../api/problem-message.ts';
import { useChangePassword } from '../../api/session-queries.ts';
import { Button } from '../../ui/button.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './password-form.module.css';
import { type PasswordPart, passwordParts, wrongIn } from './password-rules.ts';

const nothing = { current: '', next: '', repeat: '' };

/** Changes the own password; what is wrong stands at the field, and the first of them takes focus. */
export function PasswordForm() {
  const { t } = useTranslation('account');
  const { t: common } = useTranslation();
  const [values, setValues] = useState(nothing);
  const [wrong, setWrong] = useState<Partial<Record<PasswordPart, string>>>({});
  const change = useChangePassword();
  const fields: Record<PasswordPart, RefObject<HTMLInputElement | null>> = {
    current: useRef(null),
    next: useRef(null),
    repeat: useRef(null),
  };

  const show = (problems: Partial<Record<PasswordPart, string>>) => {
    setWrong(problems);
    const first = passwordParts.find((field) => problems[field]);
    if (first) fields[first].current?.focus();
    return first !== undefined;
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const problems = Object.entries(wrongIn(values)).map(([field, { code, count }]) => [
      field,
      t(`password.${code}`, { count }),
    ]);
    if (show(Object.fromEntries(problems))) return;
    change.mutate(
      { currentPassword: values.current, newPassword: values.next },
      {
        onSuccess: () => setValues(nothing),
        onError: (error) => {
          if (isProblem(error, 'wrong-current-password')) show({ current: problemMessage(common, error) });
          if (isProblem(error, 'invalid-input')) show({ next: t('password.guessable') });
        },
      },
    );
  };

  const isOther =
    change.error && !isProblem(change.error, 'wrong-current-password') && !isProblem(change.error, 'invalid-input');
  const field = (name: PasswordPart, autoComplete: string) => (
    <PasswordField
      ref={fields[name]}
      label={t(`password.${name}`)}
      description={name === 'next' ? t('password.nextHint', { count: passwordMinLength }) : undefined}
      autoComplete={autoComplete}
      value={values[name]}
      error={wrong[name]}
      onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
      showLabel={t('password.show')}
    />
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      {change.isSuccess && (
        <Notice tone="good" role="status">
          {t('password.done')}
        </Notice>
      )}
      {isOther && (
        <Notice tone="bad" role="alert">
          {problemMessage(common, change.error)}
        </Notice>
      )}
      {field('current', 'current-password')}
      {field('next', 'new-password')}
      {field('repeat', 'new-password')}
      <Button type="submit" loading={change.isPending}>
        {t('password.submit')}
      </Button>
    </form>
  );
}
