import { z } from 'zod';
import { zId, zInstant, zLanguage } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zSheetAsked } from '../basics/sheet-asked.ts';
import { zEmployeeQuery } from '../employees/employee.schema.ts';
import { zOrganisationQuery } from '../organisations/organisation.schema.ts';
import { zPlacementQuery } from '../placements/placement.schema.ts';
import { zSupervisorQuery } from '../supervisors/supervisor.schema.ts';
import { importKinds } from './import-columns.ts';

const zImportKind = z.enum(importKinds);

/** By the columns of a file: the field of each, with an hour type where it says one (`payCents N100`), or nothing where it is passed over. */
const zFields = z
  .array(
    z
      .string()
      .regex(/^[A-Za-z0-9]{1,60}(?: [A-Z0-9+-]{1,12})?$/)
      .nullable(),
  )
  .max(500);

const zCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const zImportChange = z.object({
  row: z.int(),
  action: z.enum(['create', 'change']),
  /** The name or number of what it is about. */
  name: z.string(),
  /** By field: what it is now (`null`: nothing) and what it would be. */
  fields: z.record(z.string(), z.tuple([zCell, zCell])),
});
export type ImportChange = z.output<typeof zImportChange>;

const zFound = z.object({
  row: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  value: z.string().nullable(),
});
const zImportResult = z.object({
  creates: z.int(),
  changes: z.int(),
  same: z.int(),
  /** The columns of the file: their heading (none where cells stand below nothing), some of their cells, and what they are read as. */
  columns: z
    .array(
      z.object({ place: z.int(), heading: z.string(), samples: z.array(z.string()), field: z.string().nullable() }),
    )
    .default([]),
  /** Where needed columns are missing: what kind of file it is instead, as far as that can be seen. */
  looksLike: zImportKind.nullable().default(null),
  /** Its rows could be read, and something is wrong with some: they can be had as a file that says so. */
  hasWrongRows: z.boolean().default(false),
  errorCount: z.int(),
  /** The first 500, by the rows of the file; row 0 is the file itself. */
  errors: z.array(zFound),
  /** What is no error, and worth a look before it is applied. */
  noteCount: z.int().default(0),
  /** The first 500. */
  notes: z.array(zFound).default([]),
  /** The first 200. */
  sample: z.array(zImportChange),
  /** Of all changes, and of what each column is read as: only these are written. */
  fingerprint: z.string().default(''),
});
export type ImportResult = z.output<typeof zImportResult>;

const zImportRun = z.object({
  id: zId,
  kind: zImportKind,
  fileName: z.string(),
  /** `refused`: something is wrong with it, nothing was written. `failed`: broken off, nothing was written. */
  status: z.enum(['checking', 'checked', 'refused', 'applying', 'applied', 'failed']),
  rowCount: z.int(),
  /** Rows checked or written so far. */
  doneCount: z.int(),
  result: zImportResult.nullable(),
  createdAt: zInstant,
});
export type ImportRun = z.output<typeof zImportRun>;

/** What narrows a list down narrows its file down; each kind reads its own. */
const zExportQuery = z.object({
  ...zSheetAsked,
  ...zOrganisationQuery.pick({ q: true, state: true }).shape,
  ...zEmployeeQuery.pick({ placed: true, account: true }).shape,
  ...zSupervisorQuery.pick({ right: true }).shape,
  ...zPlacementQuery.pick({ organisationId: true, employeeId: true, running: true, lacks: true }).shape,
});
export type ExportQuery = z.output<typeof zExportQuery>;

export const importRoutes = {
  'POST /api/imports': {
    access: ['staff', 'admin'],
    summary:
      'Have a CSV or XLSX file checked that was handed in; nothing is written. Asked once more of the same file it answers the same check',
    body: z.object({ kind: zImportKind, fileId: zId.describe('A file of one’s own, handed in for an import') }),
    response: zImportRun,
    status: 201,
  },
  'GET /api/imports/:id': {
    access: ['staff', 'admin'],
    summary: 'How far an import is, what it would change, and what is wrong with it',
    params: z.object({ id: zId }),
    response: zImportRun,
  },
  'POST /api/imports/:id/check': {
    access: ['staff', 'admin'],
    summary:
      'Have a file checked again, as another kind or with its columns read as said; that is remembered for files of its shape',
    params: z.object({ id: zId }),
    body: z.object({ kind: zImportKind, fields: zFields.nullable().default(null) }),
    response: zImportRun,
  },
  'GET /api/imports/:id/errors': {
    access: ['staff', 'admin'],
    summary: 'The file as it was handed in, with a column that says what is wrong with each row',
    params: z.object({ id: zId }),
    query: z.object({ language: zLanguage.default('nl') }),
    answersFile: true,
  },
  'POST /api/imports/:id/apply': {
    access: ['staff', 'admin'],
    summary: 'Write a checked import as it was shown, altogether or not at all',
    params: z.object({ id: zId }),
    body: z.object({
      fingerprint: z
        .string()
        .regex(/^[\w-]{0,64}$/)
        .describe('Of what was shown'),
    }),
    response: zImportRun,
  },
  'GET /api/exports/:kind': {
    access: ['staff', 'admin'],
    summary: 'The records of a kind, all or as a list is narrowed down, as a file that can be imported again',
    params: z.object({ kind: zImportKind }),
    query: zExportQuery,
    answersFile: true,
  },
} as const satisfies Routes;
