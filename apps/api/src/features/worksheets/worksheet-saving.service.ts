import { isOffice } from '@konnekt/shared/basics/actor';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import { reasonNotToStart } from '@konnekt/shared/worksheets/worksheet.permissions';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { type Db, sqlState } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { entryRulesOf, withBudgetNumbers } from './entry-rules.repository.ts';
import { withReceipts } from './receipt.service.ts';
import { afterSave } from './worksheet.after-step.ts';
import { presentWorksheet } from './worksheet.presenter.ts';
import { readWorksheet } from './worksheet.service.ts';
import { checkedContent, type TypedContent } from './worksheet-content.ts';
import { findPlacement, findRegular, findSentBeside, isPeriodClosed } from './worksheet-entry.repository.ts';
import { findPlace } from './worksheet-entry.service.ts';
import { DOUBLED_KEY } from './worksheet-sending.service.ts';
import { conflict, openFor } from './worksheet-step.service.ts';
import * as writing from './worksheet-writing.repository.ts';

/** Saves a draft where there is none yet. One that exists is named in the refusal, so that nothing typed is lost. */
export async function createWorksheet(
  db: Db,
  sight: Sight,
  typed: TypedContent & { placementId: string; year: number; number: number },
): Promise<Worksheet> {
  const [{ place, period }, rules] = await Promise.all([
    findPlace(db, sight, typed.placementId, typed.year, typed.number),
    entryRulesOf(db, typed.placementId),
  ]);
  const refusal = reasonNotToStart(sight.actor, place.placement, place.mayRegister);
  if (refusal) throw new Problem(refusal);
  if (period.startsOn > sight.today) throw new Problem('period-in-the-future');
  const sent = await findSentBeside(db, typed.placementId, period);
  const lines = await withReceipts(db, sight, typed.lines);
  const content = checkedContent({ ...typed, lines }, place, period, rules, { actor: sight.actor, sent });
  const { placement } = place;
  try {
    const id = await writing.insertDraft(db, sight, {
      placement,
      period,
      filledBy: enteredBy(sight, placement),
      content,
    });
    if (id) return await readWorksheet(db, sight, id);
    if (await isPeriodClosed(db, period)) throw new Problem('period-closed');
    const now = await findPlacement(db, sight, placement.id);
    throw new Problem((now && reasonNotToStart(sight.actor, now.placement, now.mayRegister)) ?? 'not-found');
  } catch (error) {
    if (sqlState(error) !== DOUBLED_KEY) throw error;
    const regular = await findRegular(db, placement.id, period);
    if (placement.hoursBy === 'employee' && regular?.filledBy === 'supervisor')
      throw new Problem('placement-registered-by-supervisor');
    throw new Problem(
      'worksheet-exists',
      regular && { worksheetId: regular.id, version: regular.version, changedAt: regular.changedAt },
    );
  }
}

export async function saveWorksheet(
  db: Db,
  sight: Sight,
  id: string,
  version: number,
  typed: TypedContent,
): Promise<Worksheet> {
  const stored = await openFor('save', db, sight, id, version);
  const rules = await withBudgetNumbers(db, stored, typed.lines);
  const lines = await withReceipts(db, sight, typed.lines);
  const content = checkedContent({ ...typed, lines }, stored, stored.period, rules, {
    actor: sight.actor,
    stored,
    sent: stored.sentBeside,
  });
  const step = await writing.saveContent(db, sight, id, version, content);
  if (!step) throw await conflict(db, sight, id, 'save');
  return presentWorksheet(sight.actor, afterSave(stored, sight, content, step));
}

/** Who fills in what is begun now. */
const enteredBy = ({ actor }: Sight, { hoursBy }: Pick<PlacementSummary, 'hoursBy'>): Worksheet['filledBy'] =>
  isOffice(actor) ? 'staff' : hoursBy;
