import { compact, hasVatCheckDigits, isVatNumber } from '@konnekt/shared/basics/business-numbers';
import { longest, mostContacts } from '@konnekt/shared/basics/text-rules';
import { otherAddresses } from '@konnekt/shared/organisations/other-addresses';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundCheck, BoundSelect, BoundText } from '../../kit/form/bound-fields.tsx';
import { BoundRows } from '../../kit/form/bound-rows.tsx';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { blankContact } from './contact-values.ts';
import { HoursFormFields } from './hours-fields.tsx';
import { InvoiceFormFields } from './invoice-fields.tsx';
import type { OrganisationValues } from './organisation-values.ts';
import { AddressFields, CountryField, NotesField, RegisterFields } from './parts/business-fields.tsx';
import { agencyContactsQuery } from './parts/organisation-queries.ts';

/** Who a client is, how it is invoiced (invoice-fields.tsx), and by which rules its hours are entered (hours-fields.tsx). */
export function OrganisationFormFields({ values }: { values: OrganisationValues }) {
  const { t } = useTranslation(['organisations', 'office']);
  const { data: contacts } = useQuery(agencyContactsQuery);
  const vatNumber = compact(values.vatNumber);
  return (
    <>
      <Panel title={t('section.client')}>
        <div className={layout.fields}>
          <BoundText name="name" label={t('field.name')} required maxLength={longest.organisationName} />
          <BoundText
            name="number"
            label={t('field.number')}
            description={t('hint.number')}
            maxLength={longest.recordNumber}
          />
          <AddressFields isCityRequired />
          <CountryField value={values.country} />
          <BoundText name="phone" typed="phone" label={t('field.phone')} />
          <RegisterFields />
          {isVatNumber(vatNumber) && !hasVatCheckDigits(vatNumber) && (
            <div data-wide>
              <Notice tone="warn" role="status">
                {t('office:hint.vatDoubt')}
              </Notice>
            </div>
          )}
          <BoundSelect
            name="agencyContactId"
            label={t('field.agencyContactId')}
            description={t('hint.agencyContactId')}
            options={[
              { value: '', label: t('field.nobody') },
              ...(contacts?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <BoundCheck name="isActive" label={t('field.isActive')} description={t('hint.isActive')} wide />
          <NotesField />
        </div>
      </Panel>
      <Panel title={t('section.contact')}>
        <ContactRows />
        <div className={`${layout.fields} ${layout.after}`}>
          {otherAddresses.map(({ street, postcode, city }) => (
            <Fragment key={street}>
              <BoundText
                name={street}
                label={t(`field.${street}`)}
                description={t(`hint.${street}`)}
                maxLength={longest.street}
                wide
              />
              <BoundText name={postcode} label={t(`field.${postcode}`)} maxLength={longest.postcode} />
              <BoundText name={city} label={t(`field.${city}`)} maxLength={longest.city} />
            </Fragment>
          ))}
        </div>
      </Panel>
      <InvoiceFormFields />
      <HoursFormFields values={values} />
    </>
  );
}

/** Whom the agency asks for there. */
function ContactRows() {
  const { t } = useTranslation('organisations');
  return (
    <BoundRows
      name="contacts"
      blank={blankContact}
      most={mostContacts}
      words={{
        one: (number) => t('contact.one', { number }),
        remove: (number) => t('contact.remove', { number }),
        add: t('contact.add'),
      }}
    >
      <div className={layout.fields}>
        <BoundText name="name" label={t('contact.name')} required maxLength={longest.contactName} />
        <BoundText name="role" label={t('contact.role')} maxLength={longest.contactRole} />
        <BoundText name="phone" typed="phone" label={t('contact.phone')} />
        <BoundText name="email" typed="email" label={t('contact.email')} />
      </div>
    </BoundRows>
  );
}
