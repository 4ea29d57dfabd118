import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Language } from '@konnekt/shared/basics/actor';
import type { ExportQuery, ImportRun } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { areFields, type ChosenFields } from '@konnekt/shared/imports/import-heading';
import { type ImportRow, writeRows } from '@konnekt/shared/imports/import-rows';
import { recordEvent } from '#api/kit/audit-event';
import { WorkFailed } from '#api/kit/background';
import { type Author, type Db, sqlState, type Transaction } from '#api/kit/database';
import { readContent } from '#api/kit/file-content';
import type { Job } from '#api/kit/jobs';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { type SheetFormat, sheetFile } from '#api/kit/sheet-file';
import type { Sight } from '#api/kit/visibility';
import { readRecords } from './export.repository.ts';
import * as runs from './import.repository.ts';
import { planBudgetNumbers } from './import-budget-numbers.ts';
import { planEmployees } from './import-employees.ts';
import { type Erased, withoutPerson } from './import-erasure.ts';
import { writeCsv, writeXlsx } from './import-file.ts';
import { planHistory } from './import-history.ts';
import { planHourTypes } from './import-hour-types.ts';
import { planOrganisations } from './import-organisations.ts';
import { planPlacements } from './import-placements.ts';
import { byCodeOrName, ChangedMeanwhile, type Plan } from './import-plan.ts';
import { planRates } from './import-rates.ts';
import { unknownIn } from './import-references.ts';
import { parted, resultOf, toldOf } from './import-result.ts';
import { planSupervisors } from './import-supervisors.ts';
import { findHourTypes, whileKeysWait } from './import-writing.repository.ts';
import { wrongRows } from './import-wrong-rows.ts';
import { readFile, readSheet } from './sheet/read-sheet.ts';
import { isZip, type ReadFile } from './sheet/sheet.ts';

/** `today`: 'YYYY-MM-DD' in Amsterdam. */
const plans: Record<ImportKind, (db: Transaction, rows: ImportRow[], today: string) => Promise<Plan>> = {
  organisations: planOrganisations,
  employees: planEmployees,
  placements: planPlacements,
  supervisors: planSupervisors,
  'hour-types': planHourTypes,
  'budget-numbers': planBudgetNumbers,
  rates: planRates,
  history: planHistory,
};

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

/** Checks a file that was handed in: who handed it in asks how far it is. Asked again, after an answer that was lost, it is the same run. */
export async function handIn(
  db: Db,
  job: ImportJob,
  { personId }: Author & { personId: string },
  { kind, fileId }: Handed,
): Promise<ImportRun> {
  return db.transaction(null, async (tx) => {
    const file = await runs.findHandedIn(tx, personId, fileId);
    const before = file ? undefined : await runs.findRunOfFile(tx, personId, { kind, fileId });
    if (before) return before;
    if (!file) throw new Problem('not-found');
    const run = await runs.createRun(tx, { kind, fileName: file.name, fileId, personId });
    if (!run) throw new Problem('too-fast', { retryAfterSeconds: await runs.secondsToWait(tx, personId) });
    await job.send(tx, { runId: run.id, author: null });
    return run;
  });
}

/** Has a file checked again: as another kind, or with its columns read as said. Throws `invalid-input` at fields that it cannot have. */
export async function checkAgain(
  db: Db,
  job: ImportJob,
  id: string,
  { kind, fields }: { kind: ImportKind; fields: ChosenFields | null },
): Promise<ImportRun> {
  return db.transaction(null, async (tx) => {
    const shown = await readImportRun(tx, id);
    if (shown.status !== 'checked' && shown.status !== 'refused') throw new Problem('wrong-state');
    if (fields && !areFields(kind, fields, shown.result?.columns.length ?? 0))
      throw invalidInput([{ pointer: '/fields', code: 'not-possible' }]);
    const run = await runs.takeForCheck(tx, id, kind, fields);
    if (!run) throw new Problem('wrong-state');
    await job.send(tx, { runId: run.id, author: null });
    return run;
  });
}

/** A refused file as it was handed in, with what is wrong with its rows. */
export async function takeOutErrors(
  db: Db,
  id: string,
  language: Language,
  today: string,
): Promise<{ name: string; format: SheetFormat; rows: Readable }> {
  const run = await runs.findRefused(db, id);
  const content = run?.fileId && (await readContent(db, run.fileId));
  if (!content) throw new Problem((await runs.findImportRun(db, id)) ? 'wrong-state' : 'not-found');
  const [{ rows: sheet }, read] = [await readSheet(content, run.kind), await readAsShown(db, run, content)];
  const plan = await planOf(db, run.kind, read, today);
  const format = isZip(content) ? 'xlsx' : 'csv';
  const rows = wrongRows({ kind: run.kind, sheet, read, errors: [...read.errors, ...plan.errors], language });
  return { name: path.parse(run.fileName).name, format, rows: sheetFile(format, language, rows) };
}

export type { Erased } from './import-erasure.ts';

/**
 * Takes somebody who is erased out of what imports that are over said, and the file that a refused one waits with: the rest stays. One that still
 * waits to be written goes within a day.
 */
export async function eraseFromImports(tx: Transaction, erased: Erased): Promise<void> {
  for (const { id, fileId, result } of await runs.holdResults(tx)) {
    const without = withoutPerson(result, erased);
    if (without) await runs.sayLess(tx, id, fileId, { ...without, hasWrongRows: without.hasWrongRows && !fileId });
  }
}

/** Writes a checked file as it was shown, with its check done again in the transaction that writes. */
export async function apply(
  db: Db,
  job: ImportJob,
  author: Author,
  id: string,
  fingerprint: string,
): Promise<ImportRun> {
  return db.transaction(null, async (tx) => {
    const run = await runs.takeRun(tx, id, fingerprint);
    if (!run) throw new Problem((await runs.findImportRun(tx, id)) ? 'wrong-state' : 'not-found');
    await job.send(tx, { runId: run.id, author });
    return run;
  });
}

export async function readImportRun(db: Transaction, id: string): Promise<ImportRun> {
  const run = await runs.findImportRun(db, id);
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
async function workOn(db: Db, run: runs.RunWithFile, author: Author | null, today: string): Promise<void> {
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

async function check(db: Db, run: runs.RunWithFile, content: Buffer, today: string): Promise<void> {
  const [remembered, hourTypes] = [await runs.remembered(db, run.kind), await codesByName(db)];
  const file = await readFile(content, { kind: run.kind, fields: run.fields, remembered, hourTypes });
  // What makes nothing of a file is not taken for the next one.
  if (run.fields && file.shape !== '' && file.rows.length > 0)
    await runs.remember(db, run.kind, file.shape, run.fields);
  await runs.tellProgress(db, run.id, file.rows.length, 0);
  const plan = await planOf(db, run.kind, file, today);
  const result = await resultOf(plan, toldOf(file));
  await runs.tellProgress(db, run.id, file.rows.length, file.rows.length);
  await end(db, run, result.errorCount === 0 ? 'checked' : 'refused', result);
}

const codesByName = async (db: Db): Promise<Map<string, string>> =>
  new Map([...byCodeOrName(await findHourTypes(db))].map(([called, { code }]) => [called, code]));

/** What the right rows would do, and all that is wrong with any. */
const planOf = (db: Db, kind: ImportKind, file: ReadFile, today: string): Promise<Plan> =>
  db.transaction(
    null,
    async (tx) => {
      const { right, wrong } = parted(file);
      const plan = await plans[kind](tx, right, today);
      return { ...plan, errors: [...plan.errors, ...(await unknownIn(tx, kind, wrong))] };
    },
    { isLong: true },
  );

/** Its columns are what they were when it was shown, whatever was said of others since. */
const readAsShown = async (db: Db, run: ImportRun, content: Buffer): Promise<ReadFile> =>
  readFile(content, {
    kind: run.kind,
    fields: run.result?.columns.map(({ field }) => field) ?? null,
    remembered: new Map(),
    hourTypes: await codesByName(db),
  });

async function write(
  db: Db,
  run: runs.RunWithFile,
  content: Buffer,
  author: Author | null,
  today: string,
): Promise<void> {
  const { rows, ...file } = await readAsShown(db, run, content);
  const told = toldOf({ ...file, rows });
  let result = await resultOf(undefined, told);
  try {
    await db.transaction(
      author,
      async (tx) => {
        if (!(await runs.waitForTurn(tx, run.id))) return;
        const plan = await plans[run.kind](tx, rows, today);
        result = await resultOf(plan, told);
        if (result.errorCount > 0 || result.fingerprint !== run.result?.fingerprint) throw new ChangedMeanwhile();
        let done = plan.same;
        const progress = (count: number) => {
          done += count;
          void runs.tellProgress(db, run.id, rows.length, done).catch(() => {});
        };
        await whileKeysWait(tx, () => plan.write(tx, progress, author));
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
      return void (await end(db, run, 'refused', await resultOf(undefined, { ...told, errors: [changed] })));
    // What would happen now is another thing than what was shown: it is shown, and waits for another press.
    if (result.errorCount > 0) await end(db, run, 'refused', result);
    else
      await end(db, run, 'checked', { ...result, noteCount: result.noteCount + 1, notes: [changed, ...result.notes] });
  }
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
