import { reasonNotTo, type WorksheetAction } from '@konnekt/shared/worksheets/worksheet.permissions';
import { refuseWhile } from '#api/kit/bounds';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { findForEntry, findWorksheet, type StoredWorksheet } from './worksheet.repository.ts';

/** The worksheet in sight, in the version named and in a state for this action, by somebody who may. */
export async function openFor(action: WorksheetAction, db: Db, sight: Sight, id: string, version?: number) {
  const stored = await findForEntry(db, sight, id);
  if (!stored) throw new Problem('not-found');
  const reason = reasonNotTo(action, sight.actor, { ...stored, employeeId: stored.placement.employeeId });
  if (reason === 'not-allowed' || reason === 'own-hours') throw new Problem(reason);
  if (version !== undefined && stored.version !== version) throw changed(stored);
  if (reason) throw new Problem(reason);
  refuseWhile(stored.secondsToWait);
  return stored;
}

/** The write found something else than was read just before: says what. */
export async function conflict(db: Db, sight: Sight, id: string, action: WorksheetAction): Promise<Problem> {
  const stored = await findWorksheet(db, sight, id);
  if (!stored) return new Problem('not-found');
  const reason = reasonNotTo(action, sight.actor, { ...stored, employeeId: stored.placement.employeeId });
  return reason && reason !== 'wrong-state' ? new Problem(reason) : changed(stored);
}

/** Since it was read, somebody changed it, or other hours of its period. */
export function changed(stored: StoredWorksheet): Problem {
  const last = stored.history?.at(-1);
  return new Problem('worksheet-changed', {
    worksheetId: stored.id,
    version: stored.version,
    ...(last && { changedBy: last.actorName, changedAt: last.at }),
  });
}
