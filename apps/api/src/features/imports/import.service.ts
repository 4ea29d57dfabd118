import { type ImportResult, type ImportRun, mostBytes } from '@konnekt/shared/imports/import.contract';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { type ImportError, type ImportRow, readRows, writeRows } from '@konnekt/shared/imports/import-rows';
import { recordEvent } from '#api/audit-event';
import { type Author, type Db, type Sql, sql, sqlState, type Transaction } from '#api/plugins/database';
import { invalidInput, Problem } from '#api/plugins/problems';
import * as runs from './import.repository.ts';
import { employeeRecords, planEmployees } from './import-employees.ts';
import { readFile, writeCsv, writeXlsx } from './import-file.ts';
import { organisationRecords, planOrganisations } from './import-organisations.ts';
import { placementRecords, planPlacements } from './import-placements.ts';
import { ChangedMeanwhile, type Plan } from './import-plan.ts';
import { planSupervisors, supervisorRecords } from './import-supervisors.ts';

interface Kind {
  plan(db: Transaction, rows: ImportRow[]): Promise<Plan>;
  records: Sql;
  order: Sql;
}
const kinds: Record<ImportKind, Kind> = {
  organisations: { plan: planOrganisations, records: organisationRecords, order: sql`o.number` },
  employees: { plan: planEmployees, records: employeeRecords, order: sql`e.personnel_number` },
  placements: { plan: planPlacements, records: placementRecords, order: sql`p.number` },
  supervisors: { plan: planSupervisors, records: supervisorRecords, order: sql`a.email, o.number, r.valid_from` },
};

const [MOST_ERRORS, MOST_SAMPLES] = [500, 200];
const DATA_CONFLICTS = ['23505', '23P01', '23503', '40001', '40P01'];

type Handed = { kind: ImportKind; fileName: string; content: string };

/** Takes a file in and checks it meanwhile: who handed it in asks how far it is. */
export async function handIn(db: Db, author: Author & { personId: string }, handed: Handed): Promise<ImportRun> {
  const content = Buffer.from(handed.content, 'base64');
  if (content.length === 0) throw invalidInput([{ pointer: '/content', code: 'required' }]);
  if (content.length > mostBytes) throw new Problem('too-large');
  const run = await runs.createRun(db, { ...handed, content, personId: author.personId });
  inBackground(db, run, () => check(db, run, content));
  return run;
}

/** Writes a checked file, with its check done again in the transaction that writes. */
export async function apply(db: Db, author: Author, id: string): Promise<ImportRun> {
  const taken = await runs.takeRun(db, id);
  if (!taken) throw new Problem((await runs.findRun(db, id)) ? 'wrong-state' : 'not-found');
  inBackground(db, taken.run, () => write(db, taken.run, taken.content, author));
  return taken.run;
}

export async function readRun(db: Db, id: string): Promise<ImportRun> {
  const run = await runs.findRun(db, id);
  if (!run) throw new Problem('not-found');
  return run;
}

export async function exportAll(
  db: Db,
  author: Author,
  kind: ImportKind,
  { format, language }: { format: 'csv' | 'xlsx'; language: 'nl' | 'en' },
): Promise<Buffer> {
  const records = await db.transaction(author, async (tx) => {
    const all = await runs.readAll<Record<string, CellValue>>(tx, kinds[kind].records, kinds[kind].order);
    await tx.query(fileEvent('export', kind, format, { same_rows: all.length }));
    return all;
  });
  const sheet = writeRows(kind, records, language);
  return format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet);
}

async function check(db: Db, run: ImportRun, content: Buffer): Promise<void> {
  const { rows, errors, unknown } = await read(run, content);
  await runs.tellProgress(db, run.id, rows.length, 0);
  // Rows with a wrong cell are left out, so that one look shows what else is wrong.
  const wrong = new Set(errors.map(({ row }) => row));
  const plan = await kinds[run.kind].plan(
    db,
    rows.filter(({ row }) => !wrong.has(row)),
  );
  const result = resultOf(plan, [...errors, ...plan.errors], unknown);
  await runs.tellProgress(db, run.id, rows.length, rows.length);
  await runs.endRun(db, run.id, result.errorCount === 0 ? 'checked' : 'refused', result);
}

async function write(db: Db, run: ImportRun, content: Buffer, author: Author): Promise<void> {
  const { rows, errors, unknown } = await read(run, content);
  let result = resultOf(undefined, errors, unknown);
  try {
    await db.transaction(author, async (tx) => {
      await runs.waitForTurn(tx);
      const plan = await kinds[run.kind].plan(tx, rows);
      result = resultOf(plan, [...errors, ...plan.errors], unknown);
      if (result.errorCount > 0) throw new ChangedMeanwhile();
      let done = plan.same;
      await plan.write(tx, (count) => {
        done += count;
        void runs.tellProgress(db, run.id, rows.length, done).catch(() => {});
      });
      const { creates, changes, same } = result;
      await tx.query(
        fileEvent('import', run.kind, run.fileName, { new_rows: creates, changed_rows: changes, same_rows: same }),
      );
      await runs.endRun(tx, run.id, 'applied', result);
    });
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile) && !DATA_CONFLICTS.includes(sqlState(error) ?? '')) throw error;
    const fallback = resultOf(undefined, [{ row: 0, column: null, code: 'changed-meanwhile', value: null }], unknown);
    await runs.endRun(db, run.id, 'refused', result.errorCount > 0 ? result : fallback);
  }
}

async function read(run: ImportRun, content: Buffer) {
  const file = await readFile(content);
  if ('sheet' in file) return readRows(run.kind, file.sheet);
  return { rows: [], errors: [{ row: 0, column: null, code: file.error, value: null }], unknown: [] };
}

function resultOf(plan: Plan | undefined, errors: ImportError<string>[], unknownColumns: string[]): ImportResult {
  const changes = plan?.changes ?? [];
  return {
    creates: changes.filter(({ action }) => action === 'create').length,
    changes: changes.filter(({ action }) => action === 'change').length,
    same: plan?.same ?? 0,
    unknownColumns,
    errorCount: errors.length,
    errors: errors.toSorted((a, b) => a.row - b.row).slice(0, MOST_ERRORS),
    sample: changes.slice(0, MOST_SAMPLES),
  };
}

const fileEvent = (
  action: 'import' | 'export',
  kind: ImportKind,
  subjectName: string,
  counts: Record<string, number>,
): Sql => recordEvent({ action, subjectType: `${kind}-file`, subjectId: null, subjectName, recordId: null, counts });

/** What goes wrong here has nobody to be thrown to: the run says that it failed. */
function inBackground(db: Db, run: ImportRun, work: () => Promise<void>): void {
  work().catch(() => runs.endRun(db, run.id, 'failed', null).catch(() => {}));
}
