import type { Language } from '@konnekt/shared/basics/actor';
import { languages } from '@konnekt/shared/basics/actor';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { TextField } from '../ui/field.tsx';
import classes from './account-fields.module.css';
import type { FieldName, FieldWords } from './account-form.ts';

export type OfficeRole = 'staff' | 'admin';
export interface AccountValues {
  firstName: string;
  prefix: string;
  lastName: string;
  email: string;
  userName: string;
  language: Language;
  role: OfficeRole;
}

/** The fields of an account: of the office with name and role, of others with what they log in with. */
export function AccountFields(props: {
  values: AccountValues;
  onChange: (values: AccountValues) => void;
  wrong: FieldWords;
  isOffice: boolean;
  hasUserName: boolean;
}) {
  const { t } = useTranslation(['accounts', 'common']);
  const { values, onChange } = props;
  const text = (name: FieldName, options: { hint?: string; type?: string; isFirst?: boolean } = {}) => (
    <TextField
      name={name}
      type={options.type ?? 'text'}
      label={t(`field.${name}`)}
      description={options.hint}
      autoComplete="off"
      data-autofocus={options.isFirst || undefined}
      value={values[name]}
      error={props.wrong[name]}
      onChange={(event) => onChange({ ...values, [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.fields}>
      {props.isOffice && (
        <div className={classes.names}>
          {text('firstName', { isFirst: true })}
          {text('prefix')}
          {text('lastName')}
        </div>
      )}
      {text('email', { type: 'email', isFirst: !props.isOffice })}
      {props.hasUserName && text('userName', { hint: t('field.userNameHint') })}
      {props.isOffice && (
        <Choice<OfficeRole>
          legend={t('field.role')}
          showsLegend
          hint={t('roleHint')}
          value={values.role}
          options={(['staff', 'admin'] as const).map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(role) => onChange({ ...values, role })}
        />
      )}
      <Choice<Language>
        legend={t('field.language')}
        showsLegend
        value={values.language}
        options={languages.map((value) => ({ value, label: t(`common:language.${value}`), lang: value }))}
        onChange={(language) => onChange({ ...values, language })}
      />
    </div>
  );
}
