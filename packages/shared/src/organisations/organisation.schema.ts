import { z } from 'zod';
import { mailApprovals } from '../approval-links/approval-link.words.ts';
import { approvalTextFields, inBothLanguages } from '../approval-texts/approval-text.contract.ts';
import { isDutchPostcode } from '../basics/business-numbers.ts';
import {
  zBasisPoints,
  zCountry,
  zGln,
  zKvkNumber,
  zOin,
  zPeppolId,
  zPhone,
  zPostcode,
  zVatNumber,
} from '../basics/contact-fields.ts';
import {
  namesOnce,
  zDay,
  zEmail,
  zId,
  zLanguage,
  zLine,
  zPage,
  zSearch,
  zSoundDay,
  zText,
  zVersion,
} from '../basics/fields.ts';
import { longest, longestPaymentTerm, mostContacts } from '../basics/text-rules.ts';
import { invoiceDocuments, invoicePers } from '../invoices/invoice.words.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { zPlacementSummary } from '../placements/placement.schema.ts';
import { zBudgetNumber } from './budget-number.schema.ts';
import { otherAddresses } from './other-addresses.ts';

const invoiceEveries = ['week', 'four-weeks', 'month'] as const;

/** Most days that a client may take to pay (the database holds the same). */

/** What the agency keeps of a client: who it is, how it is invoiced, and by which rules hours are entered. */
/** A deadline of the client's own, in place of the agency's: a day and an hour, or neither. */
const ownDeadline = {
  approveByWeekday: z.int().min(1).max(7).nullable().default(null),
  approveByMinutes: z.int().min(1).max(1440).nullable().default(null),
};
const zContact = z.object({
  name: zLine(longest.contactName),
  role: zLine(longest.contactRole).nullable().default(null).describe('What they are asked about'),
  phone: zPhone.nullable().default(null),
  email: zEmail.nullable().default(null),
});
/** A person of a client, as the agency keeps them. */
export type OrganisationContact = z.output<typeof zContact>;

const fields = {
  number: zLine(longest.recordNumber)
    .nullable()
    .default(null)
    .describe('The agency’s own number; given when none is typed'),
  name: zLine(longest.organisationName),
  street: zLine(longest.street).nullable().default(null),
  postcode: zPostcode.nullable().default(null),
  city: zLine(longest.city),
  country: zCountry.default('NL'),
  phone: zPhone.nullable().default(null),
  contacts: z.array(zContact).max(mostContacts).default([]).describe('Whom the agency asks for there, in their order'),
  postalStreet: zLine(longest.street).nullable().default(null).describe('In place of the address, on invoices too'),
  postalPostcode: zPostcode.nullable().default(null),
  postalCity: zLine(longest.city).nullable().default(null),
  invoiceStreet: zLine(longest.street).nullable().default(null).describe('On invoices in place of both'),
  invoicePostcode: zPostcode.nullable().default(null),
  invoiceCity: zLine(longest.city).nullable().default(null),
  kvkNumber: zKvkNumber.nullable().default(null),
  vatNumber: zVatNumber.nullable().default(null),
  invoiceEmail: zEmail.nullable().default(null),
  invoiceCopyEmail: zEmail.nullable().default(null),
  invoiceLanguage: zLanguage.default('nl'),
  invoiceDocument: z.enum(invoiceDocuments).default('peppol'),
  debtorNumber: zLine(longest.recordNumber).nullable().default(null).describe('In the ledger; none is the number'),
  buyerReference: zLine(longest.reference).nullable().default(null),
  contractReference: zLine(longest.reference).nullable().default(null),
  costCentre: zLine(longest.reference).nullable().default(null),
  orderNumber: zLine(longest.reference).nullable().default(null).describe('Of hours without one of their own'),
  oin: zOin.nullable().default(null),
  gln: zGln.nullable().default(null),
  peppolId: zPeppolId.nullable().default(null).describe('Scheme and number in the network: 0106:12345678'),
  invoicePer: z.enum(invoicePers).default('organisation'),
  invoiceEvery: z.enum(invoiceEveries).default('week'),
  paymentTermDays: z.int().min(0).max(longestPaymentTerm).default(30),
  gAccountShareBp: zBasisPoints.max(10_000).default(0),
  reverseCharge: z.boolean().default(false),
  hoursBy: zPlacementSummary.shape.hoursBy.default('employee'),
  periodType: zPeriod.shape.type.default('week'),
  entryMode: zPlacementSummary.shape.entryMode.default('totals'),
  hourTypeIds: z
    .array(zId)
    .max(200)
    .superRefine(namesOnce())
    .default([])
    .describe('Hour types allowed here; none allows all'),
  requiresBudgetNumber: z.boolean().default(false),
  hoursFrom: zSoundDay
    .nullable()
    .default(null)
    .describe('In place of the agency’s day: nothing is owed from before it'),
  ...ownDeadline,
  ...approvalTextFields,
  mailApproval: z.enum(mailApprovals).default('off').describe('Whether hours may be approved from a mail'),
  agencyContactId: zId.nullable().default(null).describe('Whom its people ask at the agency: a person of the office'),
  isActive: z.boolean().default(true),
  notes: zText(longest.notes).nullable().default(null),
};
const zFields = z.object(fields);

/** Reverse-charged VAT needs the client's btw-id on the invoice; a Dutch postcode is four digits and two letters. */
const checked = <T extends z.ZodType<Partial<z.output<typeof zFields>>>>(schema: T) =>
  inBothLanguages(schema)
    .refine(({ approveByWeekday, approveByMinutes }) => !approveByWeekday === !approveByMinutes, {
      path: ['approveByMinutes'],
      params: { code: 'required' },
    })
    .refine(({ reverseCharge, vatNumber }) => !reverseCharge || !!vatNumber, {
      path: ['vatNumber'],
      params: { code: 'needed-for-reverse-charge' },
    })
    .refine(({ country, postcode }) => country !== 'NL' || !postcode || isDutchPostcode(postcode), {
      path: ['postcode'],
      params: { code: 'postcode' },
    })
    .superRefine((fields, context) => {
      const refuse = (field: string, code: string) =>
        context.addIssue({ code: 'custom', path: [field], params: { code } });
      for (const names of otherAddresses) {
        const [street, postcode, city] = [fields[names.street], fields[names.postcode], fields[names.city]];
        if (!street && (postcode || city)) refuse(names.street, 'required');
        if (fields.country === 'NL' && postcode && !isDutchPostcode(postcode)) refuse(names.postcode, 'postcode');
        if (street && !city) refuse(names.city, 'required');
      }
    });

export const zCreateOrganisation = checked(zFields);
export const zSaveOrganisation = checked(zFields.extend({ version: zVersion }));
export type OrganisationFields = z.output<typeof zFields>;

export const zOrganisation = z.object({
  id: zId,
  version: zVersion,
  number: z.string(),
  name: z.string(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string(),
  country: z.string(),
  phone: z.string().nullable(),
  contacts: z.array(
    z.object({
      name: z.string(),
      role: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
  ),
  postalStreet: z.string().nullable(),
  postalPostcode: z.string().nullable(),
  postalCity: z.string().nullable(),
  invoiceStreet: z.string().nullable(),
  invoicePostcode: z.string().nullable(),
  invoiceCity: z.string().nullable(),
  kvkNumber: z.string().nullable(),
  vatNumber: z.string().nullable(),
  invoiceEmail: z.string().nullable(),
  invoiceCopyEmail: z.string().nullable(),
  invoiceLanguage: zLanguage,
  invoiceDocument: z.enum(invoiceDocuments),
  debtorNumber: z.string().nullable(),
  buyerReference: z.string().nullable(),
  contractReference: z.string().nullable(),
  costCentre: z.string().nullable(),
  orderNumber: z.string().nullable(),
  oin: z.string().nullable(),
  gln: z.string().nullable(),
  peppolId: z.string().nullable(),
  invoicePer: z.enum(invoicePers),
  invoiceEvery: z.enum(invoiceEveries),
  paymentTermDays: z.int(),
  gAccountShareBp: z.int(),
  reverseCharge: z.boolean(),
  hoursBy: zPlacementSummary.shape.hoursBy,
  periodType: zPeriod.shape.type,
  entryMode: zPlacementSummary.shape.entryMode,
  hourTypeIds: z.array(zId),
  requiresBudgetNumber: z.boolean(),
  hoursFrom: zDay.nullable(),
  ...ownDeadline,
  ...approvalTextFields,
  mailApproval: z.enum(mailApprovals),
  agencyContactId: zId.nullable(),
  isActive: z.boolean(),
  notes: z.string().nullable(),
  /** By number. */
  budgetNumbers: z.array(zBudgetNumber),
});
export type Organisation = z.output<typeof zOrganisation>;

const organisationSorts = ['name', '-name', 'number', '-number', 'city', '-city'] as const;
export const zOrganisationQuery = z.object({
  ...zPage,
  q: zSearch.optional().describe('Part of a name, number or city'),
  state: z.enum(['active', 'inactive']).optional(),
  sort: z.enum(organisationSorts).default('name'),
});
export type OrganisationQuery = z.output<typeof zOrganisationQuery>;

/** A row of the office's list. */
export const zOrganisationRow = z.object({
  id: zId,
  number: z.string(),
  name: z.string(),
  city: z.string(),
  isActive: z.boolean(),
  reverseCharge: z.boolean(),
  gAccountShareBp: z.int(),
  /** Placements that run today, and supervisors with a right today. */
  placements: z.int(),
  supervisors: z.int(),
});
export type OrganisationRow = z.output<typeof zOrganisationRow>;
