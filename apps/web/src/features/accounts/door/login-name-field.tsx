import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/field.tsx';

/** Who somebody is at the door: their user name or address. */
export function LoginNameField(props: {
  ref: ComponentProps<'input'>['ref'];
  value: string;
  onChange: (login: string) => void;
  isMissing: boolean | undefined;
}) {
  const { t } = useTranslation('auth');
  return (
    <TextField
      ref={props.ref}
      label={t('login')}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      error={props.isMissing && t('missingLogin')}
    />
  );
}
