import { longest } from '@konnekt/shared/basics/text-rules';
import { useTranslation } from 'react-i18next';
import { BoundText } from '../../../kit/form/bound-fields.tsx';

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
