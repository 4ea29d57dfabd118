import { z } from 'zod';
import {
  namesOnce,
  zById,
  zDay,
  zId,
  zInstant,
  zLanguage,
  zLine,
  zList,
  zPage,
  zPerItem,
  zSearch,
  zText,
  zVersion,
  zYearQuery,
} from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { zHourType } from '../hour-types/hour-type.schema.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { maxLines } from '../worksheets/worksheet.bounds.ts';
import { fitsOnLine } from './invoice.sums.ts';
import { invoiceDocuments, mostFiles, paymentStates, sendingStates } from './invoice.words.ts';

const zCents = z.int().describe('Whole cents');
const zInvoiceRow = z.object({
  id: zId,
  version: zVersion,
  kind: z.enum(['invoice', 'credit']),
  status: z.enum(['draft', 'final']),
  number: z.string().nullable().describe('2026-000123; a draft has none'),
  organisationId: zId,
  organisationName: z.string(),
  fromDay: zDay,
  untilDay: zDay,
  budgetNumber: z.string().nullable(),
  employeeName: z.string().nullable(),
  orderReference: z.string().nullable().describe('The client’s purchase order, or what was typed'),
  costCentre: z.string().nullable(),
  invoiceDate: zDay.nullable(),
  dueDate: zDay.nullable(),
  netCents: zCents,
  vatCents: zCents,
  totalCents: zCents,
  gAccountCents: zCents,
  openCents: zCents.nullable().describe('Still to be paid; none of drafts and credit notes'),
  sending: z.enum(sendingStates),
  hasQuestion: z.boolean().describe('Somebody asked about it, and waits for an answer'),
  isUnread: z.boolean().describe('Of a supervisor: made not long ago, and not opened yet'),
});
export type InvoiceRow = z.output<typeof zInvoiceRow>;

const zInvoiceLine = z.object({
  id: zId,
  position: z.int(),
  description: z.string().nullable().describe('Of a line that was typed'),
  employeeName: z.string().nullable(),
  functionName: z.string().nullable(),
  isoYear: z.int().nullable(),
  isoWeek: z.int().nullable(),
  hourTypeNl: z.string().nullable(),
  hourTypeEn: z.string().nullable(),
  budgetNumber: z.string().nullable(),
  orderNumber: z.string().nullable(),
  orderLine: z.string().nullable(),
  costCentre: z.string().nullable(),
  unit: zHourType.shape.unit,
  size: z.int().describe('Minutes of hours, hundredths of what is counted, cents of expenses'),
  priceCents: zCents.describe('Per hour, kilometre or piece; of expenses the share in percent'),
  oldPriceCents: zCents.nullable().describe('Of a rate that was changed for the past: what was billed before'),
  rateReason: z.string().nullable().describe('Why it was changed'),
  netCents: zCents,
  vatBp: z.int(),
  creditsLineId: zId.nullable(),
  /** What credit notes take back of it; for the office with those that are drafts. */
  creditedSize: z.int(),
  creditedCents: zCents,
});
export type InvoiceLine = z.output<typeof zInvoiceLine>;

const zParty = z.object({
  name: z.string(),
  number: z.string().nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string(),
  kvkNumber: z.string().nullable(),
  vatNumber: z.string().nullable(),
  iban: z.string().nullable(),
  gAccountIban: z.string().nullable(),
});

/** A client with its own references, as they were when its invoice was made final. */
const zBuyer = zParty.extend({
  debtorNumber: z.string().nullable(),
  buyerReference: z.string().nullable(),
  contractReference: z.string().nullable(),
  costCentre: z.string().nullable(),
  oin: z.string().nullable(),
  gln: z.string().nullable(),
  peppolId: z.string().nullable(),
});

const zInvoice = zInvoiceRow.extend({
  remark: z.string().nullable(),
  reason: z.string().nullable().describe('Of a credit note'),
  creditsInvoice: z.object({ id: zId, number: z.string() }).nullable(),
  creditedBy: z.array(z.object({ id: zId, number: z.string().nullable() })),
  freesLines: z.boolean(),
  isReverseCharged: z.boolean(),
  gAccountShareBp: z.int(),
  paymentTermDays: z.int(),
  vat: z.array(z.object({ vatBp: z.int(), netCents: zCents, vatCents: zCents })),
  lines: z.array(zInvoiceLine),
  seller: zParty,
  buyer: zBuyer,
  language: zLanguage.describe('Of what is printed'),
  document: z.enum(invoiceDocuments).describe('The file that goes along for the client’s bookkeeping'),
  finalisedAt: zInstant.nullable(),
});
export type Invoice = z.output<typeof zInvoice>;

/** A worksheet behind an invoice: its lines that are on it, and who approved which version of it. */
const zInvoiceWorksheet = z.object({
  id: zId,
  reference: z.string(),
  kind: z.enum(['regular', 'supplement', 'correction']),
  period: zPeriod,
  employeeName: z.string(),
  functionName: z.string(),
  approvedByName: z.string().nullable(),
  approvedAt: zInstant.nullable(),
  submissionNumber: z.int().nullable(),
  lines: z.array(
    z.object({
      number: z.int(),
      invoiceLineId: zId,
      date: zDay.nullable(),
      hourTypeNl: z.string(),
      hourTypeEn: z.string(),
      unit: zHourType.shape.unit,
      size: z.int(),
      startsAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      breakMinutes: z.int().nullable(),
    }),
  ),
});
export type InvoiceWorksheet = z.output<typeof zInvoiceWorksheet>;

/** What stands in the way of an invoice: of its client, of the agency, or a rate that was not agreed. */
const lacks = [
  'rate',
  'client-address',
  'client-vat-number',
  'agency-address',
  'agency-numbers',
  'agency-iban',
  'budget-number',
  'final-invoice',
  'too-much',
] as const;
export type Lack = (typeof lacks)[number];
const zReady = z.object({
  organisationId: zId,
  organisationName: z.string(),
  fromDay: zDay,
  untilDay: zDay,
  budgetNumber: z.string().nullable(),
  employeeName: z.string().nullable(),
  orderReference: z.string().nullable(),
  costCentre: z.string().nullable(),
  worksheets: z.int(),
  netCents: zCents,
  rateDifferences: z.int().describe('Lines that were invoiced before, at a rate that changed since'),
  linesWithoutRate: z.int(),
  lacks: z.array(z.enum(lacks)),
});
export type ReadyInvoice = z.output<typeof zReady>;

const zFreeLine = z
  .object({
    description: zLine(longest.lineRemark),
    size: z.int().min(-10_000_000).max(10_000_000).describe('Hundredths'),
    priceCents: z.int().min(0).max(100_000_000),
  })
  .superRefine((line, ctx) => {
    if (!fitsOnLine(line)) ctx.addIssue({ code: 'custom', path: ['priceCents'], params: { code: 'too-much' } });
  });

const zFiles = z.object({ worksheets: z.enum(['true']).optional().describe('With the worksheets behind it') });

const refusals = [
  'not-found',
  'changed',
  'already-final',
  'client-address',
  'client-vat-number',
  'agency-address',
  'agency-numbers',
  'agency-iban',
  'empty',
] as const;

export const invoiceRoutes = {
  'GET /api/invoices': {
    access: ['supervisor', ...office],
    summary: 'Invoices, newest first: of the organisations whose invoices one may see; drafts are the office’s',
    query: z.object({
      ...zPage,
      q: zSearch.optional().describe('Number, organisation, budget number or employee'),
      budgetNumber: zSearch.optional(),
      organisationId: zId.optional(),
      status: z.enum(['draft', 'final']).optional(),
      kind: z.enum(['invoice', 'credit']).optional(),
      payment: z.enum(paymentStates).optional().describe('What is open of it today'),
      question: z.literal('true').optional().describe('Somebody waits for an answer'),
      sending: z.enum(['not-sent', 'on-its-way']).optional(),
      year: zYearQuery.optional(),
    }),
    response: zList(zInvoiceRow),
  },
  'GET /api/invoices/ready': {
    access: office,
    summary: 'What can be invoiced up to a day, per client as it wants it, and what it lacks',
    query: z.object({ until: zDay, organisationId: zId.optional() }),
    response: z.object({ items: z.array(zReady) }),
  },
  'POST /api/invoices/prepare': {
    access: office,
    summary: 'Make drafts of all that is ready; what lacks a rate is left out',
    body: z.object({ until: zDay, organisationIds: z.array(zId).max(mostAtOnce).superRefine(namesOnce()).optional() }),
    response: z.object({ drafts: z.int(), leftOut: z.int() }),
  },
  'POST /api/invoices/finalise': {
    access: office,
    summary: 'Make drafts final: numbered without a gap, in one transaction; each is answered for itself',
    body: z.object({
      invoiceDate: zDay.optional(),
      items: z
        .array(z.object({ id: zId, version: zVersion }))
        .min(1)
        .max(mostAtOnce)
        .superRefine(namesOnce('id')),
    }),
    response: zPerItem(
      z.object({ id: zId, version: zVersion, number: z.string() }),
      z.object({ id: zId, code: z.enum(refusals) }),
    ),
  },
  'GET /api/invoices/:id': {
    access: ['supervisor', ...office],
    summary: 'An invoice with its lines',
    params: zById,
    response: zInvoice,
  },
  'GET /api/invoices/:id/worksheets': {
    access: ['supervisor', ...office],
    summary: 'The worksheets behind an invoice, down to the hours, with who approved them',
    params: zById,
    response: z.object({ items: z.array(zInvoiceWorksheet) }),
  },
  'GET /api/invoices/:id/pdf': {
    access: ['supervisor', ...office],
    summary: 'A final invoice to read and keep: PDF/A-3 with its UBL in it, the same bytes whenever it is asked for',
    params: zById,
    query: zFiles,
    answersFile: true,
  },
  'GET /api/invoices/files': {
    access: ['supervisor', ...office],
    summary: 'Final invoices as one ZIP: the PDF of each, and the UBL where there is one',
    query: zFiles.extend({
      ids: z
        .string()
        .max(40 * mostFiles)
        .transform((ids) => ids.split(','))
        .pipe(z.array(zId).min(1).max(mostFiles).superRefine(namesOnce()))
        .describe('Ids with commas between them'),
    }),
    answersFile: true,
  },
  'GET /api/invoices/:id/ubl': {
    access: ['supervisor', ...office],
    summary: 'A final invoice for the client’s bookkeeping: UBL 2.1 by Peppol BIS Billing 3.0',
    params: zById,
    answersFile: true,
  },
  'PUT /api/invoices/:id': {
    access: office,
    summary: 'Change a draft: its remark, reference, and the lines that were typed',
    params: zById,
    body: z.object({
      version: zVersion,
      remark: zText(longest.reason).nullable().default(null),
      orderReference: zLine(longest.budgetNumber).nullable().default(null),
      freeLines: z.array(zFreeLine).max(maxLines).default([]),
    }),
    response: zInvoice,
  },
  'POST /api/invoices/:id/discard': {
    access: office,
    summary: 'Throw a draft away: its hours can be invoiced again',
    params: zById,
    body: z.object({ version: zVersion }),
  },
  'POST /api/invoices/:id/credit': {
    access: office,
    summary:
      'Draft a credit note for a final invoice: the whole of it, or lines with how much of each. What has this id already is answered as before where it is the same, and refused as `already-sent` where it is not',
    params: zById,
    body: z.object({
      id: zId.optional().describe('Made by who sends it: what is sent twice is there once'),
      reason: zText(longest.reason),
      lines: z
        .array(z.object({ lineId: zId, size: z.int().min(1) }))
        .min(1)
        .max(maxLines)
        .superRefine(namesOnce('lineId'))
        .optional(),
      freesLines: z.boolean().default(false).describe('What is taken back as a whole can be invoiced again'),
    }),
    response: zInvoice,
    status: 201,
  },
} as const satisfies Routes;
