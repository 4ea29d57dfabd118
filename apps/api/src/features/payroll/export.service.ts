import { buffer } from 'node:stream/consumers';
import type { ExportCell } from '@konnekt/shared/payroll/export.cells';
import { missingCodes } from '@konnekt/shared/payroll/export.codes';
import type { ExportDefinition, ExportPreview, PayrollFile } from '@konnekt/shared/payroll/export.contract';
import { type Rendered, renderExport } from '@konnekt/shared/payroll/export.render';
import type { ExportContent } from '@konnekt/shared/payroll/export.schema';
import { cellText, csvText, jsonText, sheetCellOf } from '@konnekt/shared/payroll/export.text';
import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { bounds, refuseFull } from '#api/kit/bounds';
import type { Author, Db, Transaction } from '#api/kit/database';
import { keepMade } from '#api/kit/files';
import { Problem } from '#api/kit/problem';
import { atFields, changedSince } from '#api/kit/records';
import { xlsxFile } from '#api/kit/sheet-file';
import { encodeText } from '#api/kit/text-encoding';
import * as exports from './export.repository.ts';
import * as payroll from './payroll.repository.ts';
import * as runContent from './payroll-content.repository.ts';

type Fields = Omit<ExportDefinition, 'id' | 'version'>;
const fieldsOf = { export_definition_name_key: { pointer: '/name', code: 'taken' } };

export const addDefinition = (db: Db, author: Author, fields: Fields): Promise<ExportDefinition> =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      refuseFull(await exports.countDefinitions(tx), bounds.exportDefinitions);
      return exports.insertDefinition(tx, fields);
    }),
  );

export const changeDefinition = (db: Db, author: Author, id: string, version: number, fields: Fields) =>
  atFields(fieldsOf, () =>
    db.transaction(author, async (tx) => {
      const saved = await exports.updateDefinition(tx, id, version, fields);
      if (!saved) throw await changedSince(tx, id, await exports.findDefinition(tx, id));
      return saved;
    }),
  );

/** Puts an export away that is needed no more. */
export const removeDefinition = (db: Db, author: Author, id: string, version: number): Promise<void> =>
  db.transaction(author, async (tx) => {
    if (!(await exports.removeDefinition(tx, id, version)))
      throw await changedSince(tx, id, await exports.findDefinition(tx, id));
  });

/** So many rows are shown before there is a file. */
const previewRows = 25;

/** How the file of a run would look, open or closed, by a definition as it is being typed. */
export async function previewFile(db: Db, runId: string, content: ExportContent): Promise<ExportPreview> {
  const { run, lines } = await readLines(db, runId);
  const { header, rows, totals, leftOut, withoutDay } = renderExport(content, run, lines);
  const hourTypes = runContent.hourTypesOf(lines);
  const asText = (cells: ExportCell[]) => cells.map((cell) => cellText(cell, content));
  return {
    header: header.map(asText),
    rows: rows.slice(0, previewRows).map(asText),
    total: rows.length,
    totals,
    hourTypes,
    missing: missingCodes(content, hourTypes),
    leftOut,
    withoutDay,
    notNumbers: content.numbersOnly ? rows.flat().filter(isNoNumber).length : 0,
  };
}

const isNoNumber = (cell: ExportCell): boolean => typeof cell === 'string' && !/^\d*$/.test(cell);

/**
 * The file of a closed run by a version of a definition: made once and kept, so that it is the same to the byte however often it is
 * asked for. A version that somebody changed meanwhile is refused, as is a file without codes for all that is in the run.
 */
export async function makeFile(
  db: Db,
  author: Author,
  runId: string,
  { definitionId, version }: { definitionId: string; version: number },
): Promise<PayrollFile> {
  const which = { runId, definitionId, definitionVersion: version };
  return db.transaction(
    author,
    async (tx) => {
      const { run, lines } = await readLines(tx, runId);
      if (run.status !== 'closed') throw new Problem('payroll-run-open');
      await exports.waitForTurn(tx, runId);
      const [made] = await exports.listFiles(tx, which);
      if (made) return made;
      const definition = await exports.findDefinition(tx, definitionId);
      if (definition?.version !== version) throw await changedSince(tx, definitionId, definition);
      const missing = missingCodes(definition.content, runContent.hourTypesOf(lines));
      if (missing.length > 0) throw codesMissing(missing.map((type) => ({ ...type, definitionName: definition.name })));
      const content = await bytesOf(definition.content, renderExport(definition.content, run, lines));
      const name = `${run.number}-${run.runDate}-${fileNamePart(definition.name)}.${definition.content.format}`;
      const fileId = await keepMade(tx, author.personId, 'payroll', {
        name,
        mediaType: mediaTypes[definition.content.format],
        content,
      });
      await exports.insertFile(tx, author, { ...which, fileId });
      const [file] = await exports.listFiles(tx, which);
      if (!file) throw new Error('A file that was made is not there');
      return file;
    },
    { isLong: true },
  );
}

/** The hour types that a run has no code for, each with the export that asks for it. */
export const codesMissing = (missing: readonly { hourTypeCode: string; definitionName: string }[]): Problem =>
  new Problem('payroll-codes-missing', {
    errors: missing.map(({ hourTypeCode, definitionName }) => ({
      pointer: `/codes/${hourTypeCode}`,
      code: 'required',
      values: { hourType: hourTypeCode, export: definitionName },
    })),
  });

/** Of the exports that the agency uses: the hour types of a run that have no code there. */
export const withoutCodes = (
  used: Awaited<ReturnType<typeof exports.listUsedDefinitions>>,
  types: Awaited<ReturnType<typeof runContent.sumByHourType>>,
): PayrollRunDetail['missingCodes'] =>
  used.flatMap(({ id, name, content }) =>
    missingCodes(
      content,
      types.map((type) => ({ ...type, hourTypeCode: type.code })),
    ).map(({ hourTypeId, code, nameNl, nameEn }) => ({
      ...{ hourTypeId, code, nameNl, nameEn },
      ...{ definitionId: id, definitionName: name },
    })),
  );

async function readLines(db: Transaction, runId: string) {
  const run = await payroll.findRun(db, runId);
  if (!run) throw new Problem('not-found');
  return { run, lines: await runContent.listExportRows(db, run) };
}

const mediaTypes: Record<ExportContent['format'], string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

async function bytesOf(content: ExportContent, rendered: Rendered): Promise<Buffer> {
  if (content.format === 'xlsx') return buffer(xlsxFile(sheetRows(content, rendered), content.sheetName));
  return content.format === 'csv'
    ? encodeText(csvText(content, rendered), content.encoding)
    : encodeText(jsonText(content, rendered), 'utf-8');
}

async function* sheetRows(content: ExportContent, { header, rows }: Rendered) {
  for (const cells of [...header, ...rows]) yield cells.map((cell) => sheetCellOf(cell, content));
}

/** A name that any system takes. */
const fileNamePart = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase() || 'export';
