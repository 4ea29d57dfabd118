import { z } from 'zod';
import { namesOnce, zById, zDay, zId, zInstant, zLine } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { ledgerPresetNames, longestLedger, vatKinds } from './ledger.words.ts';

const zAccount = zLine(longestLedger.account).nullable().default(null);
const zCode = zLine(longestLedger.code).nullable().default(null);

/** How invoices are booked: revenue by hour type and VAT, and the codes that the ledger has for VAT. */
const zBookkeeping = z.object({
  journal: zCode,
  accounts: z
    .array(
      z.object({
        hourTypeId: zId.nullable().describe('None is what was typed'),
        standard: zAccount,
        reversed: zAccount.describe('Where VAT is reverse-charged'),
      }),
    )
    .max(500)
    .superRefine(namesOnce('hourTypeId')),
  vatCodes: z.object({ standard: zCode, reversed: zCode, none: zCode }),
});
export type Bookkeeping = z.output<typeof zBookkeeping>;

const zLack = z.object({
  what: z.enum(['journal', 'account', 'vat-code', 'debtor-number']),
  vatKind: z.enum(vatKinds).nullable(),
  hourTypeId: zId.nullable(),
  hourType: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
});

const zLedgerExport = z.object({
  id: zId,
  preset: z.enum(ledgerPresetNames),
  untilDay: zDay,
  invoices: z.int(),
  netCents: z.int(),
  vatCents: z.int(),
  fileName: z.string(),
  at: zInstant,
  byName: z.string(),
});
export type LedgerExport = z.output<typeof zLedgerExport>;

const asked = { preset: z.enum(ledgerPresetNames), until: zDay };

export const ledgerRoutes = {
  'GET /api/settings/bookkeeping': {
    access: office,
    summary: 'How invoices are booked: accounts by hour type, codes of VAT',
    response: zBookkeeping,
  },
  'PUT /api/settings/bookkeeping': {
    access: office,
    summary: 'Change how invoices are booked; files that were made stay as they are',
    body: zBookkeeping,
    response: zBookkeeping,
  },
  'GET /api/ledger-exports': {
    access: office,
    summary: 'The files that were made for the ledger, newest first',
    response: z.object({ items: z.array(zLedgerExport) }),
  },
  'GET /api/ledger-exports/preview': {
    access: office,
    summary: 'How a file would look of the invoices that are in none yet, and what is not set',
    query: z.object(asked),
    response: z.object({
      invoices: z.int(),
      netCents: z.int(),
      vatCents: z.int(),
      rows: z.array(z.array(z.string())).describe('The first ones, below their titles'),
      total: z.int(),
      lacks: z.array(zLack),
    }),
  },
  'POST /api/ledger-exports': {
    access: office,
    summary:
      'Make the file of the invoices up to a day that are in none yet: kept, and the same whenever it is asked for',
    body: z.object(asked),
    response: zLedgerExport,
    status: 201,
  },
  'GET /api/ledger-exports/:id/file': {
    access: office,
    summary: 'A file for the ledger, as it was made',
    params: zById,
    answersFile: true,
  },
} as const satisfies Routes;
