import { mailApprovals } from '@konnekt/shared/approval-links/approval-link.words';
import { compact, hasVatCheckDigits, isVatNumber } from '@konnekt/shared/basics/business-numbers';
import { longest, longestTyped, mostContacts } from '@konnekt/shared/basics/text-rules';
import { otherAddresses } from '@konnekt/shared/organisations/other-addresses';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import {
  BoundCheck,
  BoundChecks,
  BoundDay,
  BoundSelect,
  BoundText,
  BoundTextArea,
} from '../../kit/form/bound-fields.tsx';
import { BoundRows } from '../../kit/form/bound-rows.tsx';
import layout from '../../ui/form-layout.module.css';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { hourTypeRecords } from '../hour-types/parts/hour-type-queries.ts';
import { InvoiceFormFields } from './invoice-fields.tsx';
import { blankContact, type OrganisationValues } from './organisation-values.ts';
import { AddressFields, CountryField, NotesField, RegisterFields } from './parts/business-fields.tsx';
import { agencyContactsQuery } from './parts/organisation-queries.ts';

const periods = ['week', 'four-weeks', 'month'] as const;

/** Who a client is, how it is invoiced (invoice-fields.tsx), and by which rules its hours are entered. */
export function OrganisationFormFields({ values }: { values: OrganisationValues }) {
  const { t } = useTranslation(['organisations', 'office']);
  const format = useFormat();
  const { data: hourTypes } = useQuery(hourTypeRecords);
  const { data: contacts } = useQuery(agencyContactsQuery);
  const vatNumber = compact(values.vatNumber);
  // A Monday: its days are the weekdays.
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({
    value: String(value),
    label: format.weekdayLong(`2024-01-0${value}`),
  }));
  // Those out of use are offered only where they are allowed still.
  const types = (hourTypes?.items ?? []).filter(({ id, isActive }) => isActive || values.hourTypeIds.includes(id));
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
          <BoundText name="phone" label={t('field.phone')} inputMode="tel" maxLength={longest.phone} />
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
      <Panel title={t('section.hours')}>
        <p className={layout.quiet}>{t('hint.hours')}</p>
        <div className={layout.fields}>
          <BoundSelect
            name="hoursBy"
            label={t('office:field.hoursBy')}
            options={(['employee', 'supervisor'] as const).map((value) => ({
              value,
              label: t(`office:hoursBy.${value}`),
            }))}
          />
          <BoundSelect
            name="periodType"
            label={t('office:field.periodType')}
            options={periods.map((value) => ({ value, label: t(`office:periodType.${value}`) }))}
          />
          <BoundSelect
            name="entryMode"
            label={t('office:field.entryMode')}
            options={(['totals', 'times'] as const).map((value) => ({ value, label: t(`office:entryMode.${value}`) }))}
          />
          <BoundCheck
            name="requiresBudgetNumber"
            label={t('field.requiresBudgetNumber')}
            description={t('hint.requiresBudgetNumber')}
          />
          <BoundSelect
            name="approveByWeekday"
            label={t('field.approveByWeekday')}
            options={[{ value: '', label: t('field.asAgency') }, ...days]}
          />
          <BoundText
            name="approveByMinutes"
            label={t('field.approveByMinutes')}
            description={t('hint.approveByMinutes')}
            maxLength={longestTyped.clock}
          />
          <BoundSelect
            name="mailApproval"
            label={t('field.mailApproval')}
            description={t('hint.mailApproval')}
            options={mailApprovals.map((value) => ({ value, label: t(`mailApproval.${value}`) }))}
            wide
          />
          {(['approvalTextNl', 'approvalTextEn'] as const).map((name) => (
            <BoundTextArea
              key={name}
              name={name}
              label={t(`field.${name}`)}
              description={t('hint.approvalText')}
              limit={longest.approvalText}
              wide
            />
          ))}
          <BoundDay name="hoursFrom" label={t('field.hoursFrom')} description={t('hint.hoursFrom')} />
          <BoundChecks
            name="hourTypeIds"
            label={t('field.hourTypeIds')}
            description={t('hint.hourTypeIds')}
            options={types.map((type) => ({
              value: type.id,
              label: format.nameOf(type),
            }))}
            wide
          />
        </div>
      </Panel>
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
        <BoundText name="phone" label={t('contact.phone')} inputMode="tel" maxLength={longest.phone} />
        <BoundText name="email" label={t('contact.email')} inputMode="email" maxLength={longest.email} />
      </div>
    </BoundRows>
  );
}
