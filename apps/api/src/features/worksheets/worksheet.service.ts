import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import type { Decided } from '@konnekt/shared/worksheets/worksheet-step.schema';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { presentWorksheet } from './worksheet.presenter.ts';
import { findWorksheet } from './worksheet.repository.ts';
import { decide as decideInDatabase, type Said } from './worksheet-decision.repository.ts';

// What other features may use.
export { type EntryRules, noRules, readEntryRules } from './entry-rules.repository.ts';
export { linesJson, periodJson, placementJson, sentBeside } from './worksheet-columns.repository.ts';
export { fillsIn, findWaitsFor, settledBy, turnsTaken } from './worksheet-conditions.repository.ts';
export { judgedAnew, recordEvents } from './worksheet-decision.repository.ts';
export { isOutside, isPeriodClosed } from './worksheet-entry.repository.ts';
export { askedFor, owedByEmployees, toFill, toFillGoesBack } from './worksheet-owed.repository.ts';
export { overWhatTheySaid } from './worksheet-writing.repository.ts';

export async function readWorksheet(db: Db, sight: Sight, id: string): Promise<Worksheet> {
  const stored = await findWorksheet(db, sight, id);
  if (!stored) throw new Problem('not-found');
  return presentWorksheet(sight.actor, stored);
}

/** One decision on many: each gets its own answer, none undoes another's. */
export async function decide(
  db: Db,
  sight: Sight,
  decision: Decision,
  items: { id: string; version: number }[],
  said: Said,
): Promise<Decided> {
  const rows = await decideInDatabase(db, sight, decision, items, said);
  return {
    done: rows.flatMap(({ id, version }) => (version === null ? [] : [{ id, version }])),
    refused: rows.flatMap(({ id, code }) => (code === null ? [] : [{ id, code }])),
  };
}
