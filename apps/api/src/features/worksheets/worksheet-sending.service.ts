import { isOffice } from '@konnekt/shared/basics/actor';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import { mostSupplements } from '@konnekt/shared/worksheets/worksheet.bounds';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { worksheetSteps } from '@konnekt/shared/worksheets/worksheet.status';
import { constraintOf, type Db, newId, sqlState } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { withBudgetNumbers } from './entry-rules.repository.ts';
import { withReceipts } from './receipt.service.ts';
import { afterSend } from './worksheet.after-step.ts';
import { whileHoursFit } from './worksheet.checks.ts';
import { presentWorksheet } from './worksheet.presenter.ts';
import { findWorksheet, type StoredWorksheet } from './worksheet.repository.ts';
import { readWorksheet } from './worksheet.service.ts';
import { checkedContent, sealOf, type TypedContent } from './worksheet-content.ts';
import { findPlacement } from './worksheet-entry.repository.ts';
import { conflict, openFor } from './worksheet-step.service.ts';
import * as writing from './worksheet-writing.repository.ts';

export const DOUBLED_KEY = '23505';

/** Seals what is saved and sends it, if it still is right by now. What a supervisor registers is approved by sending it. */
export const sendWorksheet = (...step: Parameters<typeof sendOnce>): Promise<Worksheet> =>
  whileHoursFit(() => sendOnce(...step));

async function sendOnce(db: Db, sight: Sight, id: string, version: number): Promise<Worksheet> {
  const stored = await openFor('send', db, sight, id, version);
  const rules = await withBudgetNumbers(db, stored, stored.lines);
  checkedContent(stored, stored, stored.period, rules, {
    ...{ actor: sight.actor, state: 'to-send', sent: stored.sentBeside },
  });
  const seal = sealOf(stored, stored.lines, stored.remark);
  const { from } = worksheetSteps.send;
  const { placement } = stored;
  const to = sentStatus(stored.filledBy, stored);
  const sent = await writing.send(db, sight, { id, version, placement, from, to, seal });
  if (sent) return presentWorksheet(sight.actor, afterSend(stored, sight, { to, seal }, sent));
  if (await runsOtherwise(db, sight, placement)) return sendOnce(db, sight, id, version);
  throw await conflict(db, sight, id, 'send');
}

export async function withdrawWorksheet(db: Db, sight: Sight, id: string, version: number): Promise<Worksheet> {
  await openFor('withdraw', db, sight, id, version);
  const isDone = await writing.withdraw(db, sight, id, version).catch((error: unknown) => {
    // A correction takes something from these hours.
    throw constraintOf(error) === 'worksheet_hours_fit' ? new Problem('does-not-fit') : error;
  });
  if (!isDone) throw await conflict(db, sight, id, 'withdraw');
  return readWorksheet(db, sight, id);
}

/**
 * More hours on a worksheet that was sent: a supplement, sent at once. A sender that never got the answer sends again with the
 * same id and is answered what arrived the first time.
 */
export const addHours = (...step: Parameters<typeof addOnce>): Promise<Worksheet> =>
  whileHoursFit(() => addOnce(...step));

async function addOnce(
  db: Db,
  sight: Sight,
  id: string,
  { version, id: givenId, ...typed }: TypedContent & { version: number; id?: string | undefined },
): Promise<Worksheet> {
  const arrived = givenId ? await findWorksheet(db, sight, givenId) : undefined;
  if (arrived?.kind === 'supplement') return presentWorksheet(sight.actor, arrived);
  if (arrived) throw new Problem('worksheet-exists');
  const stored = await openFor('add-hours', db, sight, id, version);
  if (typed.lines.length === 0)
    throw new Problem('nothing-to-send', { errors: [{ pointer: '/lines', code: 'required' }] });
  if ((stored.supplements ?? []).length >= mostSupplements) throw new Problem('list-full');
  const judging = { actor: sight.actor, state: 'to-send', sent: stored.sentBeside } as const;
  const lines = await withReceipts(db, sight, typed.lines);
  const rules = await withBudgetNumbers(db, stored, lines);
  const content = checkedContent({ ...typed, lines }, stored, stored.period, rules, judging);
  const supplementId = givenId ?? newId();
  const seal = sealOf({ ...stored, id: supplementId }, content.changes.lines, content.remark);
  const { placement } = stored;
  const original = { id, version, placement };
  const supplement = {
    id: supplementId,
    original,
    status: sentStatus(isOffice(sight.actor) ? 'staff' : stored.filledBy, stored),
    content,
    seal,
  };
  const added = await whenNumbered(async () => {
    const twin = givenId && (await findWorksheet(db, sight, givenId));
    return twin ? twin.id : writing.insertSupplement(db, sight, supplement);
  });
  if (added) return readWorksheet(db, sight, supplementId);
  if (await runsOtherwise(db, sight, placement)) return addOnce(db, sight, id, { ...typed, version, id: supplementId });
  throw await conflict(db, sight, id, 'add-hours');
}

/** Somebody gave the placement other dates since: what was judged by the old ones is judged anew. */
async function runsOtherwise(db: Db, sight: Sight, { id, startsOn, endsOn }: PlacementSummary): Promise<boolean> {
  const now = await findPlacement(db, sight, id);
  return now !== undefined && (now.placement.startsOn !== startsOn || now.placement.endsOn !== endsOn);
}

/** Two supplements at the same moment take the same sequence number: the later one tries the next. */
export async function whenNumbered<T>(insert: () => Promise<T>, triesLeft = 20): Promise<T> {
  try {
    return await insert();
  } catch (error) {
    if (sqlState(error) !== DOUBLED_KEY) throw error;
    if (triesLeft === 0) throw new Problem('worksheet-exists');
    return whenNumbered(insert, triesLeft - 1);
  }
}

const sentStatus = (filledBy: Worksheet['filledBy'], { lastApproval }: StoredWorksheet) => {
  if (filledBy !== 'supervisor') return 'submitted' as const;
  return lastApproval ? ('approved' as const) : ('finalised' as const);
};
