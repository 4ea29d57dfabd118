import { longest } from '@konnekt/shared/basics/text-rules';
import { useTranslation } from 'react-i18next';
import { BoundDay, BoundText } from '../../kit/form/bound-fields.tsx';
import layout from '../../ui/form-layout.module.css';
import { Panel } from '../../ui/panel.tsx';
import { CountryField, NotesField } from '../organisations/parts/business-fields.tsx';
import { NameFields, ReachFields } from '../people/parts/person-fields.tsx';

/** What is kept of somebody who works for the agency; a client sees the name only. */
export function EmployeeFormFields({ country }: { country: string }) {
  const { t } = useTranslation(['people', 'office']);
  return (
    <>
      <Panel title={t('section.person')}>
        <div className={layout.fields}>
          <NameFields />
          <BoundText
            name="personnelNumber"
            label={t('field.personnelNumber')}
            required
            maxLength={longest.recordNumber}
          />
        </div>
      </Panel>
      <Panel title={t('section.reach')}>
        <div className={layout.fields}>
          <ReachFields emailHint={t('hint.employeeEmail')} />
        </div>
      </Panel>
      <Panel title={t('section.private')}>
        <p className={layout.quiet}>{t('hint.private')}</p>
        <div className={layout.fields}>
          <BoundDay name="birthDate" label={t('field.birthDate')} />
          <BoundText name="street" label={t('office:field.street')} maxLength={longest.street} wide />
          <BoundText name="postcode" label={t('office:field.postcode')} maxLength={longest.postcode} />
          <BoundText name="city" label={t('office:field.city')} maxLength={longest.city} />
          <CountryField value={country} />
          <NotesField />
        </div>
      </Panel>
    </>
  );
}
