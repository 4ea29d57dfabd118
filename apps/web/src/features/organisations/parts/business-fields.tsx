import { longest } from '@konnekt/shared/basics/text-rules';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { BoundSelect, BoundText, BoundTextArea } from '../../../kit/form/bound-fields.tsx';

const countries = ['NL', 'BE', 'DE', 'LU', 'FR', 'GB', 'PL'] as const;

/** Where a business is: a client, or the agency itself. */
export function AddressFields({ isCityRequired }: { isCityRequired?: boolean }) {
  const { t } = useTranslation('office');
  return (
    <>
      <BoundText name="street" label={t('field.street')} maxLength={longest.street} wide />
      <BoundText name="postcode" label={t('field.postcode')} maxLength={longest.postcode} />
      <BoundText name="city" label={t('field.city')} required={isCityRequired} maxLength={longest.city} />
    </>
  );
}

/** What a business is registered under. */
export function RegisterFields() {
  const { t } = useTranslation('office');
  return (
    <>
      <BoundText name="kvkNumber" label={t('field.kvkNumber')} inputMode="numeric" maxLength={longest.kvkNumber} />
      <BoundText
        name="vatNumber"
        label={t('field.vatNumber')}
        description={t('hint.vatNumber')}
        maxLength={longest.vatNumber}
      />
    </>
  );
}

/** A country by its name; one that is not offered stays what it is. */
export function CountryField({ value }: { value: string }) {
  const { t } = useTranslation('office');
  const { language } = useFormat();
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return (
    <BoundSelect
      name="country"
      label={t('field.country')}
      options={[...new Set([...countries, value])].map((code) => ({ value: code, label: names.of(code) ?? code }))}
    />
  );
}

/** What the office keeps in mind of a record: nobody else reads it. */
export function NotesField() {
  const { t } = useTranslation('office');
  return (
    <BoundTextArea name="notes" label={t('field.notes')} description={t('hint.notes')} limit={longest.notes} wide />
  );
}
