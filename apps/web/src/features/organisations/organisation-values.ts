import type { FieldProblem } from '@konnekt/shared/basics/problem';
import type { Organisation } from '@konnekt/shared/organisations/organisation.schema';
import type { Input } from '../../api/client.ts';
import {
  clockText,
  clockTime,
  percentage,
  percentText,
  type Typed,
  textOrNull,
  typedWholeNumber,
} from '../../kit/form/typed-values.ts';

/** A client as its form has it. */
export type OrganisationValues = ReturnType<typeof organisationForm>;

const blank = {
  number: '',
  name: '',
  street: null,
  postcode: null,
  city: '',
  country: 'NL',
  phone: null,
  contacts: [],
  postalStreet: null,
  postalPostcode: null,
  postalCity: null,
  invoiceStreet: null,
  invoicePostcode: null,
  invoiceCity: null,
  kvkNumber: null,
  vatNumber: null,
  invoiceEmail: null,
  invoiceCopyEmail: null,
  invoiceLanguage: 'nl',
  invoiceDocument: 'peppol',
  debtorNumber: null,
  buyerReference: null,
  contractReference: null,
  costCentre: null,
  orderNumber: null,
  oin: null,
  gln: null,
  peppolId: null,
  invoicePer: 'organisation',
  invoiceEvery: 'week',
  paymentTermDays: 30,
  gAccountShareBp: 0,
  reverseCharge: false,
  hoursBy: 'employee',
  periodType: 'week',
  entryMode: 'totals',
  hourTypeIds: [],
  requiresBudgetNumber: false,
  hoursFrom: null,
  approveByWeekday: null,
  approveByMinutes: null,
  approvalTextNl: null,
  approvalTextEn: null,
  mailApproval: 'off',
  agencyContactId: null,
  isActive: true,
  notes: null,
} satisfies Omit<Organisation, 'id' | 'version' | 'budgetNumbers'>;

/** A stored client, or a new one, as texts and ticks. */
export function organisationForm(
  stored: Omit<Organisation, 'id' | 'version' | 'budgetNumbers'> = blank,
  language: 'nl' | 'en',
) {
  return {
    number: stored.number,
    name: stored.name,
    street: stored.street ?? '',
    postcode: stored.postcode ?? '',
    city: stored.city,
    country: stored.country,
    phone: stored.phone ?? '',
    contacts: stored.contacts.map(contactForm) as readonly ContactValues[],
    postalStreet: stored.postalStreet ?? '',
    postalPostcode: stored.postalPostcode ?? '',
    postalCity: stored.postalCity ?? '',
    invoiceStreet: stored.invoiceStreet ?? '',
    invoicePostcode: stored.invoicePostcode ?? '',
    invoiceCity: stored.invoiceCity ?? '',
    kvkNumber: stored.kvkNumber ?? '',
    vatNumber: stored.vatNumber ?? '',
    invoiceEmail: stored.invoiceEmail ?? '',
    invoiceCopyEmail: stored.invoiceCopyEmail ?? '',
    invoiceLanguage: stored.invoiceLanguage,
    invoiceDocument: stored.invoiceDocument,
    debtorNumber: stored.debtorNumber ?? '',
    buyerReference: stored.buyerReference ?? '',
    contractReference: stored.contractReference ?? '',
    costCentre: stored.costCentre ?? '',
    orderNumber: stored.orderNumber ?? '',
    oin: stored.oin ?? '',
    gln: stored.gln ?? '',
    peppolId: stored.peppolId ?? '',
    invoicePer: stored.invoicePer,
    invoiceEvery: stored.invoiceEvery,
    paymentTermDays: String(stored.paymentTermDays),
    gAccountShareBp: percentText(stored.gAccountShareBp, language),
    reverseCharge: stored.reverseCharge,
    hoursBy: stored.hoursBy,
    periodType: stored.periodType,
    entryMode: stored.entryMode,
    hourTypeIds: stored.hourTypeIds as readonly string[],
    requiresBudgetNumber: stored.requiresBudgetNumber,
    hoursFrom: stored.hoursFrom ?? '',
    approveByWeekday: String(stored.approveByWeekday ?? ''),
    approveByMinutes: stored.approveByMinutes === null ? '' : clockText(stored.approveByMinutes),
    approvalTextNl: stored.approvalTextNl ?? '',
    approvalTextEn: stored.approvalTextEn ?? '',
    mailApproval: stored.mailApproval,
    agencyContactId: stored.agencyContactId ?? '',
    isActive: stored.isActive,
    notes: stored.notes ?? '',
  };
}

/** A contact person as the form has them; what they are called comes first. */
type ContactValues = ReturnType<typeof contactForm>;
const contactForm = ({ name, role, phone, email }: Organisation['contacts'][number]) => ({
  name,
  role: role ?? '',
  phone: phone ?? '',
  email: email ?? '',
});
export const blankContact: ContactValues = { name: '', role: '', phone: '', email: '' };

type Body = Input<'POST /api/organisations'>['body'];

/** What was typed, as the API takes it. */
export function organisationBody(values: OrganisationValues): Typed<Body> {
  const problems: FieldProblem[] = [];
  const paymentTermDays = typedWholeNumber(values.paymentTermDays, 'paymentTermDays', problems);
  const gAccountShareBp = percentage(values.gAccountShareBp || '0', 'gAccountShareBp', problems);
  if (gAccountShareBp > 10_000) problems.push({ pointer: '/gAccountShareBp', code: 'percent-too-large' });
  const body = {
    ...values,
    number: textOrNull(values.number),
    street: textOrNull(values.street),
    hoursFrom: textOrNull(values.hoursFrom),
    agencyContactId: textOrNull(values.agencyContactId),
    approveByWeekday: Number(values.approveByWeekday) || null,
    approveByMinutes:
      values.approveByMinutes.trim() === '' ? null : clockTime(values.approveByMinutes, 'approveByMinutes', problems),
    approvalTextNl: textOrNull(values.approvalTextNl),
    approvalTextEn: textOrNull(values.approvalTextEn),
    postcode: textOrNull(values.postcode),
    phone: textOrNull(values.phone),
    contacts: values.contacts.map(({ name, role, phone, email }) => ({
      name,
      role: textOrNull(role),
      phone: textOrNull(phone),
      email: textOrNull(email),
    })),
    postalStreet: textOrNull(values.postalStreet),
    postalPostcode: textOrNull(values.postalPostcode),
    postalCity: textOrNull(values.postalCity),
    invoiceStreet: textOrNull(values.invoiceStreet),
    invoicePostcode: textOrNull(values.invoicePostcode),
    invoiceCity: textOrNull(values.invoiceCity),
    kvkNumber: textOrNull(values.kvkNumber),
    vatNumber: textOrNull(values.vatNumber),
    invoiceEmail: textOrNull(values.invoiceEmail),
    invoiceCopyEmail: textOrNull(values.invoiceCopyEmail),
    debtorNumber: textOrNull(values.debtorNumber),
    buyerReference: textOrNull(values.buyerReference),
    contractReference: textOrNull(values.contractReference),
    costCentre: textOrNull(values.costCentre),
    orderNumber: textOrNull(values.orderNumber),
    notes: textOrNull(values.notes),
    oin: textOrNull(values.oin),
    gln: textOrNull(values.gln),
    peppolId: textOrNull(values.peppolId),
    paymentTermDays,
    gAccountShareBp,
    hourTypeIds: [...values.hourTypeIds],
  };
  return { body, problems };
}
