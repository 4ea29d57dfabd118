import { z } from 'zod';
import { namesOnce, zById, zDay, zFixed, zId, zInstant, zLine, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import {
  ledgerDates,
  ledgerDecimals,
  ledgerEncodings,
  ledgerFields,
  ledgerFormats,
  ledgerPresetNames,
  ledgerSeparators,
  longestLedger,
  mostLedgerColumns,
  vatKinds,
} from './ledger.words.ts';

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
const zSavedBookkeeping = zBookkeeping.extend({ version: zVersion });
export type SavedBookkeeping = z.output<typeof zSavedBookkeeping>;

/** How rows become a file: its columns, each a field or the same text in every row, and its form. */
const zLedgerContent = z.object({
  format: z.enum(ledgerFormats),
  columns: z
    .array(
      z.object({
        title: zFixed(longestLedger.title),
        field: z.enum(ledgerFields).nullable(),
        text: zFixed(longestLedger.text).default(''),
        mostCharacters: z.int().min(1).max(200).nullable().default(null),
      }),
    )
    .min(1)
    .max(mostLedgerColumns),
  hasTitles: z.boolean(),
  separator: z.enum(ledgerSeparators),
  decimalSign: z.enum(ledgerDecimals),
  dateForm: z.enum(ledgerDates),
  encoding: z.enum(ledgerEncodings),
});
export type LedgerContent = z.output<typeof zLedgerContent>;

const definition = { name: zLine(longestLedger.name), content: zLedgerContent };
const zLedgerDefinition = z.object({ id: zId, version: zVersion, ...definition });
export type LedgerDefinition = z.output<typeof zLedgerDefinition>;

const zLack = z.object({
  what: z.enum(['journal', 'account', 'vat-code', 'debtor-number']),
  vatKind: z.enum(vatKinds).nullable(),
  hourTypeId: zId.nullable(),
  hourTypeNl: z.string().nullable(),
  hourTypeEn: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
});

const zLedgerExport = z.object({
  id: zId,
  name: z.string().describe('Of the preset or the definition that it was made by'),
  untilDay: zDay,
  invoices: z.int(),
  netCents: z.int(),
  vatCents: z.int(),
  fileName: z.string(),
  at: zInstant,
  byName: z.string(),
});
export type LedgerExport = z.output<typeof zLedgerExport>;

const asked = { by: z.union([z.enum(ledgerPresetNames), zId]).describe('A preset, or a definition'), until: zDay };

export const ledgerRoutes = {
  'GET /api/settings/bookkeeping': {
    access: office,
    summary: 'How invoices are booked: accounts by hour type, codes of VAT',
    response: zSavedBookkeeping,
  },
  'PUT /api/settings/bookkeeping': {
    access: office,
    summary: 'Change how invoices are booked; files that were made stay as they are',
    body: zSavedBookkeeping,
    response: zSavedBookkeeping,
  },
  'GET /api/ledger-definitions': {
    access: office,
    summary: 'How invoices become files for the ledger: those that the office typed, by name',
    response: z.object({ items: z.array(zLedgerDefinition) }),
  },
  'POST /api/ledger-definitions': {
    access: office,
    summary: 'A definition of a file for the ledger',
    body: z.object(definition),
    response: zLedgerDefinition,
    status: 201,
  },
  'POST /api/ledger-definitions/preview': {
    access: office,
    summary: 'What a definition that is being typed makes of the invoices that are in no file yet; keeps nothing',
    body: z.object({ content: zLedgerContent }),
    response: z.object({ rows: z.array(z.array(z.string())).describe('The first ones, below their titles') }),
  },
  'PUT /api/ledger-definitions/:id': {
    access: office,
    summary: 'Change a definition; files that were made by it stay as they are',
    params: zById,
    body: z.object({ version: zVersion, ...definition }),
    response: zLedgerDefinition,
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
