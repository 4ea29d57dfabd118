import { addDays, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { nextDeadline } from '@konnekt/shared/periods/deadline';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import { readAgency } from '#api/features/agency/settings.service';
import { holidaysBetween } from '#api/features/holidays/holiday.service';
import { countWaiting } from '#api/features/worksheets/worksheet-list.service';
import type { Author, Db, Transaction } from '#api/kit/database';
import type { AskedPage } from '#api/kit/keyset-list';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { listUsedDefinitions } from './export.repository.ts';
import { codesMissing, withoutCodes } from './export.service.ts';
import * as payroll from './payroll.repository.ts';
import * as closing from './payroll-closing.repository.ts';
import { watched } from './payroll-closing.service.ts';
import * as runContent from './payroll-content.repository.ts';
import * as runLists from './payroll-lists.repository.ts';

/** Proposes the next run, for the next day that the agency pays; answers the open one where there is one. */
export async function proposeRun(db: Db, sight: Sight, author: Author, now: Date): Promise<PayrollRunDetail> {
  const { paidOn } = nextDeadline(now, await readAgency(db));
  await db.transaction(author, (tx) => payroll.insertRun(tx, author, paidOn));
  const id = await payroll.findOpenRunId(db);
  // Closed by somebody else between the two.
  if (!id) throw new Problem('record-changed');
  return readRun(db, sight, id);
}

/** A run with its control totals. Of an open one: as it is now, and what it leaves out. */
export async function readRun(db: Db, sight: Sight, id: string): Promise<PayrollRunDetail> {
  const run = await found(db, id);
  const previous = await runContent.findPrevious(db, run.number);
  const [size, byType, rateCorrections, withoutRate, used, leftOut, waiting, underWay, holidays] = await Promise.all([
    runContent.sizeOf(db, run),
    runContent.sumByHourType(db, run, previous?.id ?? null),
    runContent.sumRateCorrections(db, run),
    runContent.listWithoutRate(db, run),
    run.status === 'open' ? listUsedDefinitions(db) : [],
    runContent.countLeftOut(db, run),
    run.status === 'open' ? countWaiting(db, sight, {}) : { toFill: 0, toApprove: 0, toFinalise: 0 },
    run.status === 'open' ? closing.findClosing(db, id) : null,
    run.status === 'open' ? holidaysBetween(db, addDays(run.runDate, 1 - weekdayOf(run.runDate)), run.runDate) : [],
  ]);
  return {
    ...run,
    ...size,
    byHourType: byType.map(({ lines: _, payrollCode: __, ...sum }) => sum),
    lines: byType.reduce((sum, { lines }) => sum + lines, 0),
    rateCorrections,
    withoutRate,
    closing: underWay,
    holidays,
    previous,
    missingCodes: withoutCodes(
      used,
      byType.filter(({ lines }) => lines > 0),
    ),
    leftOut: { ...leftOut, ...waiting },
  };
}

export async function listRunEmployees(db: Db, id: string, page: AskedPage) {
  const run = await found(db, id);
  const previous = await runContent.findPrevious(db, run.number);
  return runLists.listRunEmployees(db, run, previous?.id ?? null, page);
}

export async function listRunWorksheets(
  db: Db,
  id: string,
  page: AskedPage & { employeeId?: string | undefined; held: boolean },
) {
  const { items, ...rest } = await runLists.listRunWorksheets(db, await found(db, id), page);
  return {
    ...rest,
    items: items.map((item) => ({ ...item, reference: worksheetReference(item.period, item.reference) })),
  };
}

export async function changeRun(
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  { version, ...fields }: { version: number } & Parameters<typeof payroll.updateRun>[3],
): Promise<PayrollRunDetail> {
  await db.transaction(author, async (tx) => {
    if (!(await payroll.updateRun(tx, id, version, fields))) throw await refusal(tx, id);
  });
  return readRun(db, sight, id);
}

/** Throws an open run away. What it would have taken waits for the next one, held back or not. */
export function discardRun(db: Db, author: Author, id: string, version: number): Promise<void> {
  return db.transaction(author, async (tx) => {
    if (!(await payroll.deleteRun(tx, id, version))) throw await refusal(tx, id);
  });
}

/** Closes a run, once, however often it is asked at the same moment: all that it takes or nothing. How far it is can be read meanwhile. */
export async function closeRun(
  db: Db,
  sight: Sight,
  author: Author,
  id: string,
  version: number,
): Promise<PayrollRunDetail> {
  const run = await found(db, id);
  await watched(db, author, id, (report) =>
    db.transaction(
      author,
      async (tx) => {
        if (!(await closing.closeRun(tx, author, { id, status: 'open' }, version, { report })))
          throw await refusal(tx, id);
        const byType = await runContent.sumByHourType(tx, { id, status: 'closed' }, null);
        if (byType.length === 0) throw new Problem('nothing-to-pay');
        const missing = withoutCodes(await listUsedDefinitions(tx), byType);
        if (missing.length > 0)
          throw codesMissing(missing.map(({ code, definitionName }) => ({ hourTypeCode: code, definitionName })));
      },
      { isLong: true },
    ),
  );
  return readRun(db, sight, run.id);
}

/** Holds worksheets back from every run, or lets them go; each is answered for itself. */
export function hold(db: Db, author: Author, ids: readonly string[], reason: string | null) {
  return db.transaction(author, async (tx) => {
    const done = new Set(
      reason === null ? await payroll.letGo(tx, ids) : await payroll.holdBack(tx, author, ids, reason),
    );
    const paid = await payroll.findPaid(tx, ids);
    return {
      done: ids.filter((id) => done.has(id)).map((id) => ({ id })),
      refused: ids
        .filter((id) => !done.has(id))
        .map((id) => ({ id, code: paid.has(id) ? ('already-paid' as const) : ('wrong-state' as const) })),
    };
  });
}

async function found(db: Transaction, id: string) {
  const run = await payroll.findRun(db, id);
  if (!run) throw new Problem('not-found');
  return run;
}

/** The write found another version, or a run that is closed: says which is there now. */
async function refusal(tx: Transaction, id: string): Promise<Problem> {
  const { version, status, closedByName, closedAt } = await found(tx, id);
  if (status === 'open') return new Problem('record-changed', { version });
  return new Problem('payroll-run-closed', {
    version,
    ...(closedByName && { changedBy: closedByName }),
    ...(closedAt && { changedAt: closedAt }),
  });
}
