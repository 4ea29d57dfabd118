import { languages } from '@konnekt/shared/basics/actor';
import { longest } from '@konnekt/shared/basics/text-rules';
import { useTranslation } from 'react-i18next';
import { BoundSelect, BoundText } from '../../../kit/form/bound-fields.tsx';

/** The Dutch parts of a name. */
export function NameFields() {
  const { t } = useTranslation('people');
  return (
    <>
      <BoundText name="firstName" label={t('field.firstName')} required maxLength={longest.name} />
      <BoundText name="prefix" label={t('field.prefix')} description={t('hint.prefix')} maxLength={longest.prefix} />
      <BoundText name="lastName" label={t('field.lastName')} required maxLength={longest.name} />
    </>
  );
}

/** How somebody is reached, and in which language. */
export function ReachFields(props: { emailHint: string; isEmailRequired?: boolean }) {
  const { t } = useTranslation(['people', 'common']);
  return (
    <>
      <BoundText
        name="email"
        typed="email"
        label={t('field.email')}
        description={props.emailHint}
        required={props.isEmailRequired}
      />
      <BoundSelect
        name="language"
        label={t('field.language')}
        description={t('hint.language')}
        options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
      />
      <BoundText name="phone" typed="phone" label={t('field.phone')} />
    </>
  );
}
