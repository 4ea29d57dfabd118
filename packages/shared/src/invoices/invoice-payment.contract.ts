import { z } from 'zod';
import { namesOnce, zById, zDay, zId, zInstant, zLine, zList, zPage, zSoundDay, zText } from '../basics/fields.ts';
import { mostAtOnce } from '../basics/list-bounds.ts';
import { office, type Routes } from '../basics/route.ts';
import { longest } from '../basics/text-rules.ts';
import { bankEntryStates } from './invoice.words.ts';

const zCents = z.int().describe('Whole cents');

const zPayment = z.object({
  id: zId,
  amountCents: zCents,
  paidOn: zDay,
  remark: z.string().nullable(),
  at: zInstant,
  byName: z.string(),
  payerName: z.string().nullable().describe('Of a payment from the bank'),
  isFromBank: z.boolean(),
  undoneAt: zInstant.nullable(),
  undoneByName: z.string().nullable(),
});
export type InvoicePayment = z.output<typeof zPayment>;

const zPayments = z.object({
  items: z.array(zPayment),
  openCents: zCents.describe('Below zero where more was paid and credited than it was'),
  creditedCents: zCents,
});

const zSuggestion = z.object({
  id: zId,
  number: z.string(),
  organisationName: z.string(),
  openCents: zCents,
  why: z.enum(['number', 'amount']),
});
const zBankEntry = z.object({
  id: zId,
  iban: z.string(),
  bookedOn: zDay,
  amountCents: zCents,
  leftCents: zCents.describe('What is on no invoice'),
  payerName: z.string().nullable(),
  payerIban: z.string().nullable(),
  description: z.string(),
  state: z.enum(bankEntryStates),
  invoices: z.array(z.object({ id: zId, number: z.string(), amountCents: zCents, paymentId: zId })),
  suggestions: z.array(zSuggestion).describe('Invoices that it may be for; nothing is guessed'),
});
export type BankEntry = z.output<typeof zBankEntry>;

export const invoicePaymentRoutes = {
  'POST /api/invoices/read': {
    access: ['supervisor'],
    summary: 'One has opened these invoices',
    body: z.object({ ids: z.array(zId).min(1).max(mostAtOnce).superRefine(namesOnce()) }),
  },
  'GET /api/invoices/:id/payments': {
    access: ['supervisor', ...office],
    summary: 'What was paid for an invoice, and what is open',
    params: zById,
    response: zPayments,
  },
  'POST /api/invoices/:id/payments': {
    access: office,
    summary:
      'Book a payment by hand: no more than what is open. What has this id already is answered as before where it is the same, and refused as `already-sent` where it is not',
    params: zById,
    body: z.object({
      id: zId.optional().describe('Made by who sends it: what is sent twice is there once'),
      amountCents: zCents.min(1),
      paidOn: zSoundDay,
      remark: zText(longest.lineRemark).nullable().default(null),
    }),
    response: zPayments,
    status: 201,
  },
  'POST /api/invoice-payments/:id/undo': {
    access: office,
    summary: 'Undo a payment; what came from the bank is to be looked at again',
    params: zById,
  },
  'POST /api/bank-files': {
    access: office,
    summary:
      'Book what a bank file (CAMT.053) says came in: what names its invoices and is exactly what is open; the rest is to be looked at',
    body: z.object({ fileId: zId }),
    response: z.object({
      entries: z.int().describe('Of money that came in'),
      booked: z.int(),
      doubtful: z.int(),
      known: z.int().describe('Were in a file before'),
      passedBy: z.int().describe('Not booked yet, or in another currency'),
    }),
  },
  'GET /api/bank-entries': {
    access: office,
    summary: 'What came in by bank files, newest first',
    query: z.object({ ...zPage, state: z.enum(bankEntryStates).optional() }),
    response: zList(zBankEntry),
  },
  'POST /api/bank-entries/:id/book': {
    access: office,
    summary: 'Book an entry on an invoice: as much as is left of the one and open of the other',
    params: zById,
    body: z.object({ number: zLine(longest.recordNumber) }),
    response: zBankEntry,
  },
  'POST /api/bank-entries/:id/set-aside': {
    access: office,
    summary: 'It is for no invoice, or is to be looked at again after all',
    params: zById,
    body: z.object({ isAside: z.boolean() }),
    response: zBankEntry,
  },
} as const satisfies Routes;
