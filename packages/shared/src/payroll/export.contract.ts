import { z } from 'zod';
import { zById, zId, zInstant, zLine, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import { zExportContent } from './export.schema.ts';
import { longestExport } from './export.words.ts';

const fields = {
  name: zLine(longestExport.name),
  isUsed: z.boolean().describe('The agency hands this one to its payroll: a run closes when all in it has a code'),
  content: zExportContent,
};
const zExportDefinition = z.object({ id: zId, version: zVersion, ...fields });
export type ExportDefinition = z.output<typeof zExportDefinition>;

const zCodedType = z.object({ hourTypeId: zId, hourTypeCode: z.string(), payrollCode: z.string().nullable() });
const zControlTotal = z.object({
  code: z.string(),
  employees: z.int(),
  lines: z.int(),
  minutes: z.int(),
  quantity: z.int(),
  payCents: z.int(),
});

/** How a file of a run would look: its first lines as text, and what is to be said of all. */
const zExportPreview = z.object({
  header: z.array(z.array(z.string())),
  rows: z.array(z.array(z.string())).describe('The first ones'),
  total: z.int().describe('All rows'),
  totals: z.array(zControlTotal).describe('By payroll code, of all rows'),
  hourTypes: z.array(zCodedType).describe('Those of the run'),
  missing: z.array(zCodedType).describe('Those without a code: they are in no file'),
  leftOut: z.int().describe('Lines that the definition leaves out'),
  withoutDay: z.int().describe('Lines without a day: they are booked on the last day of their period'),
  notNumbers: z.int().describe('Cells that are no figure, where the package reads figures only'),
});
export type ExportPreview = z.output<typeof zExportPreview>;

const zPayrollFile = z.object({
  id: zId,
  runId: zId,
  definitionId: zId,
  definitionVersion: zVersion,
  definitionName: z.string(),
  fileName: z.string(),
  size: z.int().describe('Bytes'),
  sha256: z.string(),
  createdAt: zInstant,
  createdByName: z.string(),
});
export type PayrollFile = z.output<typeof zPayrollFile>;

export const exportRoutes = {
  'GET /api/export-definitions': {
    access: office,
    summary: 'How runs become files: the exports of the agency, by name',
    response: z.object({ items: z.array(zExportDefinition) }),
  },
  'POST /api/export-definitions': {
    access: office,
    summary: 'A new export',
    body: z.object(fields),
    response: zExportDefinition,
    status: 201,
  },
  'PUT /api/export-definitions/:id': {
    access: office,
    summary: 'Change an export; files that were made keep theirs',
    params: zById,
    body: z.object({ version: zVersion, ...fields }),
    response: zExportDefinition,
  },
  'POST /api/export-definitions/:id/remove': {
    access: office,
    summary: 'Put an export away; files that were made by it stay, and its name is free',
    params: zById,
    body: z.object({ version: zVersion }),
  },
  'POST /api/payroll-runs/:id/export-preview': {
    access: office,
    summary: 'The first rows of a run by a definition that may not be saved yet',
    params: zById,
    body: z.object({ content: zExportContent }),
    response: zExportPreview,
  },
  'GET /api/payroll-runs/:id/files': {
    access: office,
    summary: 'Files that were made of a run, newest first',
    params: zById,
    response: z.object({ items: z.array(zPayrollFile) }),
  },
  'POST /api/payroll-runs/:id/files': {
    access: office,
    summary: 'The file of a closed run by a definition; made once, and the same for ever',
    params: zById,
    body: z.object({ definitionId: zId, version: zVersion }),
    response: zPayrollFile,
  },
  'GET /api/payroll-files/:id': {
    access: office,
    summary: 'A file of a run, as it was made',
    params: zById,
    answersFile: true,
  },
} as const satisfies Routes;
