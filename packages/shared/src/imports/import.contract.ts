import { z } from 'zod';
import { zId, zInstant, zLanguage } from '../basics/fields.ts';
import type { Routes } from '../basics/route.ts';
import { zEmployeeQuery } from '../employees/employee.schema.ts';
import { zOrganisationQuery } from '../organisations/organisation.schema.ts';
import { zPlacementQuery } from '../placements/placement.schema.ts';
import { zSupervisorQuery } from '../supervisors/supervisor.schema.ts';
import { importKinds } from './import-columns.ts';

const zImportKind = z.enum(importKinds);

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
  /** Headings of the file that mean nothing here; their cells are left alone. */
  unknownColumns: z.array(z.string()),
  errorCount: z.int(),
  /** The first 500, by the rows of the file; row 0 is the file itself. */
  errors: z.array(zFound),
  /** What is no error, and worth a look before it is applied. */
  noteCount: z.int().default(0),
  /** The first 500. */
  notes: z.array(zFound).default([]),
  /** The first 200. */
  sample: z.array(zImportChange),
  /** Of all changes: only these are written. */
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
  format: z.enum(['csv', 'xlsx']).default('csv'),
  language: zLanguage.default('nl'),
  ...zOrganisationQuery.pick({ q: true, state: true }).shape,
  ...zEmployeeQuery.pick({ placed: true, account: true }).shape,
  ...zSupervisorQuery.pick({ right: true }).shape,
  ...zPlacementQuery.pick({ organisationId: true, employeeId: true, running: true, lacks: true }).shape,
});
export type ExportQuery = z.output<typeof zExportQuery>;

export const importRoutes = {
  'POST /api/imports': {
    access: ['staff', 'admin'],
    summary: 'Have a CSV or XLSX file checked that was handed in; nothing is written',
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
  'POST /api/imports/:id/apply': {
    access: ['staff', 'admin'],
    summary: 'Write a checked import, altogether or not at all',
    params: z.object({ id: zId }),
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
