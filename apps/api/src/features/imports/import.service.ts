import { createHash } from 'node:crypto';
import type { ExportQuery, ImportResult, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { type ImportError, type ImportRow, readRows, writeRows } from '@konnekt/shared/imports/import-rows';
import { recordEvent } from '#api/kit/audit-event';
import { WorkFailed } from '#api/kit/background';
import { type Author, type Db, sqlState, type Transaction } from '#api/kit/database';
import { readContent } from '#api/kit/files';
import type { Job } from '#api/kit/jobs';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { readRecords } from './export.repository.ts';
import * as runs from './import.repository.ts';
import { planEmployees } from './import-employees.ts';
import { writeCsv, writeXlsx } from './import-file.ts';
import { planOrganisations } from './import-organisations.ts';
import { planPlacements } from './import-placements.ts';
import { ChangedMeanwhile, type Plan } from './import-plan.ts';
import { planSupervisors } from './import-supervisors.ts';
import { readSheet } from './sheet/read-sheet.ts';

/** `today`: 'YYYY-MM-DD' in Amsterdam. */
const plans: Record<ImportKind, (db: Transaction, rows: ImportRow[], today: string) => Promise<Plan>> = {
  organisations: planOrganisations,
  employees: planEmployees,
  placements: planPlacements,
  supervisors: planSupervisors,
};

const [MOST_ERRORS, MOST_SAMPLES] = [500, 200];
const DATA_CONFLICTS = ['23505', '23P01', '23503', '23514', '40001', '40P01'];

type Handed = { kind: ImportKind; fileId: string };
/** What a job is told: which run, and who has it written. */
interface Told {
  runId: string;
  author: Author | null;
}
type ImportJob = Job<Told>;

/**
 * Checking and writing, as jobs. Either ends a run in one transaction, so that one that was broken off with its process is done
 * over; a file that has brought down two is not tried on a third.
 */
export function importJob({ jobs, db, background, today }: Services): ImportJob {
  return jobs.add<Told>({
    name: 'import',
    retries: 1,
    atOnce: 2,
    work: async ({ runId, author }) => {
      const run = await runs.findUnderWay(db, runId);
      if (run) await workOn(db, run, author, today());
    },
    broken: async ({ runId }) => {
      const run = await runs.findUnderWay(db, runId);
      if (run && (await end(db, run, 'failed', null)))
        await background.tell('import', new WorkFailed('broken off: its process ended'), run.fileName);
    },
  });
}

/** Checks a file that was handed in: who handed it in asks how far it is. */
export async function handIn(
  db: Db,
  job: ImportJob,
  { personId }: Author & { personId: string },
  { kind, fileId }: Handed,
): Promise<ImportRun> {
  return db.transaction(null, async (tx) => {
    const file = await runs.findHandedIn(tx, personId, fileId);
    if (!file) throw new Problem('not-found');
    const run = await runs.createRun(tx, { kind, fileName: file.name, fileId, personId });
    if (!run) throw new Problem('too-fast', { retryAfterSeconds: 60 });
    await job.send(tx, { runId: run.id, author: null });
    return run;
  });
}

/** Writes a checked file, with its check done again in the transaction that writes. */
export async function apply(db: Db, job: ImportJob, author: Author, id: string): Promise<ImportRun> {
  return db.transaction(null, async (tx) => {
    const run = await runs.takeRun(tx, id);
    if (!run) throw new Problem((await runs.findRun(tx, id)) ? 'wrong-state' : 'not-found');
    await job.send(tx, { runId: run.id, author });
    return run;
  });
}

export async function readRun(db: Db, id: string): Promise<ImportRun> {
  const run = await runs.findRun(db, id);
  if (!run) throw new Problem('not-found');
  return run;
}

/** The records of a kind as a file: all of them, or as a list is narrowed down. Who took them is in the audit log. */
export async function exportRecords(
  db: Db,
  author: Author,
  sight: Sight,
  kind: ImportKind,
  query: ExportQuery,
): Promise<Buffer> {
  const { format, language } = query;
  const records = await db.transaction(
    author,
    async (tx) => {
      const found = await readRecords(tx, sight, kind, query);
      await tx.query(fileEvent('export', kind, format, { same_rows: found.length }));
      return found;
    },
    { isLong: true },
  );
  const sheet = writeRows(kind, records, language);
  return format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet);
}

/** What goes wrong is told to the office, and not tried again: the run says that it failed. */
async function workOn(
  db: Db,
  run: ImportRun & { fileId: string | null },
  author: Author | null,
  today: string,
): Promise<void> {
  try {
    const content = run.fileId && (await readContent(db, run.fileId));
    if (!content) throw new WorkFailed('its file is gone');
    if (run.status === 'checking') await check(db, run, content, today);
    else await write(db, run, content, author, today);
  } catch (error) {
    await end(db, run, 'failed', null).catch(() => {});
    throw error;
  }
}

async function check(db: Db, run: ImportRun, content: Buffer, today: string): Promise<void> {
  const { rows, ...told } = await read(run, content);
  await runs.tellProgress(db, run.id, rows.length, 0);
  // Rows with a wrong cell are left out, so that one look shows what else is wrong.
  const wrong = new Set(told.errors.map(({ row }) => row));
  const right = rows.filter(({ row }) => !wrong.has(row));
  const plan = await db.transaction(null, (tx) => plans[run.kind](tx, right, today), { isLong: true });
  const result = resultOf(plan, told);
  await runs.tellProgress(db, run.id, rows.length, rows.length);
  await end(db, run, result.errorCount === 0 ? 'checked' : 'refused', result);
}

async function write(db: Db, run: ImportRun, content: Buffer, author: Author | null, today: string): Promise<void> {
  const { rows, ...told } = await read(run, content);
  let result = resultOf(undefined, told);
  try {
    await db.transaction(
      author,
      async (tx) => {
        if (!(await runs.waitForTurn(tx, run.id))) return;
        const plan = await plans[run.kind](tx, rows, today);
        result = resultOf(plan, told);
        if (result.errorCount > 0 || result.fingerprint !== run.result?.fingerprint) throw new ChangedMeanwhile();
        let done = plan.same;
        await plan.write(tx, (count) => {
          done += count;
          void runs.tellProgress(db, run.id, rows.length, done).catch(() => {});
        });
        const { creates, changes, same } = result;
        await tx.query(
          fileEvent('import', run.kind, run.fileName, { new_rows: creates, changed_rows: changes, same_rows: same }),
        );
        if (!(await runs.endRun(tx, run, 'applied', result))) throw new WorkFailed('it was ended meanwhile');
      },
      { isLong: true },
    );
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile) && !DATA_CONFLICTS.includes(sqlState(error) ?? '')) throw error;
    const changed = { row: 0, column: null, code: 'changed-meanwhile', value: null };
    if (!(error instanceof ChangedMeanwhile))
      return void (await end(db, run, 'refused', resultOf(undefined, { ...told, errors: [changed] })));
    // What would happen now is another thing than what was shown: it is shown, and waits for another press.
    if (result.errorCount > 0) await end(db, run, 'refused', result);
    else
      await end(db, run, 'checked', { ...result, noteCount: result.noteCount + 1, notes: [changed, ...result.notes] });
  }
}

/** What is said of a file before anything is asked of the database. */
interface ToldOfFile {
  errors: ImportError<string>[];
  notes: ImportError<string>[];
  unknown: string[];
}

async function read(run: ImportRun, content: Buffer): Promise<ToldOfFile & { rows: ImportRow[] }> {
  const { rows: cells, errors, notes, ...shape } = await readSheet(content);
  if (errors.length > 0) return { rows: [], errors, notes, unknown: [] };
  const read = readRows(run.kind, cells, shape);
  return { ...read, notes: [...notes, ...read.notes] };
}

function resultOf(plan: Plan | undefined, told: ToldOfFile): ImportResult {
  const changes = plan?.changes ?? [];
  const errors = [...told.errors, ...(plan?.errors ?? [])];
  const notes = [...told.notes, ...(plan?.notes ?? [])];
  return {
    creates: changes.filter(({ action }) => action === 'create').length,
    changes: changes.filter(({ action }) => action === 'change').length,
    same: plan?.same ?? 0,
    unknownColumns: told.unknown,
    errorCount: errors.length,
    errors: errors.toSorted((a, b) => a.row - b.row).slice(0, MOST_ERRORS),
    noteCount: notes.length,
    notes: notes.toSorted((a, b) => a.row - b.row).slice(0, MOST_ERRORS),
    sample: changes.slice(0, MOST_SAMPLES),
    fingerprint: createHash('sha256').update(JSON.stringify(changes)).digest('base64url'),
  };
}

const fileEvent = (
  action: 'import' | 'export',
  kind: ImportKind,
  subjectName: string,
  counts: Record<string, number>,
) => recordEvent({ action, subjectType: `${kind}-file`, subjectId: null, subjectName, recordId: null, counts });

const end = (db: Db, ...ended: ParametersAfterFirst<typeof runs.endRun>): Promise<boolean> =>
  db.transaction(null, (tx) => runs.endRun(tx, ...ended));
type ParametersAfterFirst<F> = F extends (first: never, ...rest: infer Rest) => unknown ? Rest : never;
