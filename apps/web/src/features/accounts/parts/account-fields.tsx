import type { Language } from '@konnekt/shared/basics/actor';
import { languages } from '@konnekt/shared/basics/actor';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundText } from '../../../kit/form/bound-fields.tsx';
import type { RecordFormState } from '../../../kit/form/use-record-form.ts';
import { Choice } from '../../../ui/choice.tsx';
import classes from './account-fields.module.css';

export type OfficeRole = 'staff' | 'admin';
/** As the form has them; empty where there is none. */
export type AccountValues = {
  firstName: string;
  prefix: string;
  lastName: string;
  email: string;
  userName: string;
  language: Language;
  role: OfficeRole;
};

/** The fields of an account: of the office with name and role, of others with what they log in with. */
export function AccountFields(props: {
  form: RecordFormState<AccountValues>;
  isOffice: boolean;
  hasUserName: boolean;
}) {
  const { t } = useTranslation(['accounts', 'common']);
  const { form, isOffice } = props;
  const text = (
    name: keyof AccountValues,
    { isFirst, ...more }: Partial<ComponentProps<typeof BoundText>> & { isFirst?: boolean } = {},
  ) => <BoundText name={name} label={t(`field.${name}`)} data-autofocus={isFirst || undefined} {...more} />;
  return (
    <div className={classes.fields}>
      {isOffice && (
        <div className={classes.names}>
          {text('firstName', { isFirst: true })}
          {text('prefix')}
          {text('lastName')}
        </div>
      )}
      {text('email', { type: 'email', isFirst: !isOffice })}
      {props.hasUserName && text('userName', { description: t('field.userNameHint') })}
      {isOffice && (
        <Choice<OfficeRole>
          legend={t('field.role')}
          showsLegend
          hint={t('roleHint')}
          value={form.values.role}
          options={(['staff', 'admin'] as const).map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(role) => form.change({ role })}
        />
      )}
      <Choice<Language>
        legend={t('field.language')}
        showsLegend
        value={form.values.language}
        options={languages.map((value) => ({ value, label: t(`common:language.${value}`), lang: value }))}
        onChange={(language) => form.change({ language })}
      />
    </div>
  );
}
