import { Readable } from 'node:stream';
import { timecardText } from '@konnekt/shared/payroll/setu';
import type { TimecardForm } from '@konnekt/shared/payroll/setu.words';
import type { Timecard } from '@konnekt/shared/payroll/timecard';
import { netLines } from '@konnekt/shared/worksheets/worksheet.correction';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { one, zipped } from '#api/kit/zip';
import { findRun } from './payroll.repository.ts';
import { findTimecard, listTimecards, type StoredTimecard } from './setu.repository.ts';

/** One worksheet as a timecard: only what is approved becomes one, since a timecard says nothing of that itself. */
export async function timecardOf(db: Db, sight: Sight, id: string, form: TimecardForm) {
  const stored = await findTimecard(db, sight, id);
  if (!stored) throw new Problem('not-found');
  if (stored.status !== 'approved' && stored.status !== 'finalised') throw new Problem('wrong-state');
  return fileOf(stored, form);
}

/** All of a closed run, a file for each in a ZIP. */
export async function timecardsOfRun(db: Db, runId: string, form: TimecardForm) {
  const run = await findRun(db, runId);
  if (!run) throw new Problem('not-found');
  if (run.status !== 'closed') throw new Problem('payroll-run-open');
  const files = (await listTimecards(db, runId)).map((stored) => fileOf(stored, form));
  const content = zipped(files.map(({ name, text }) => ({ name, content: one(text) })));
  return { name: `timecards-${run.number}-${form}.zip`, content: Readable.from(content, { objectMode: false }) };
}

function fileOf(stored: StoredTimecard, form: TimecardForm) {
  const reference = worksheetReference(stored.period, stored.reference);
  const text = timecardText({ ...stored, reference, lines: linesOf(stored) }, form);
  return { name: `${reference}.${form.slice(4)}`, text };
}

/** Hours below zero are in no timecard: of a correction the hours as they are after it, numbered anew. */
function linesOf({ kind, lines }: StoredTimecard): Timecard['lines'] {
  if (kind !== 'correction') return lines;
  // The statement gives a line all that the rule looks at, and the rule leaves the rest of it as it is.
  const net = netLines(lines as unknown as HourLineInput[]) as unknown as Timecard['lines'];
  return net.map((line, index) => ({ ...line, number: index + 1 }));
}
