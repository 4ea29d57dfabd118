import { correctionLines, netLines } from '@konnekt/shared/worksheets/worksheet.correction';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { readSettings } from '#api/features/agency/settings.service';
import { type Db, newId } from '#api/kit/database';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { withBudgetNumbers } from './entry-rules.repository.ts';
import { budgetProblems, contentOf, problemsOf, whileHoursFit } from './worksheet.checks.ts';
import { presentHourTypes, presentWorksheet } from './worksheet.presenter.ts';
import type { StoredForEntry } from './worksheet.repository.ts';
import { findWorksheet } from './worksheet.repository.ts';
import { sealOf } from './worksheet-content.ts';
import { insertCorrection } from './worksheet-correction.repository.ts';
import { whenNumbered } from './worksheet-sending.service.ts';
import { changed, conflict, openFor } from './worksheet-step.service.ts';

/** The hours of a period as they are, with all that was added and corrected: what a correction starts from. */
export async function readCorrection(db: Db, sight: Sight, id: string) {
  const stored = await openFor('correct', db, sight, id);
  const { correctionsNeedApproval } = await readSettings(db);
  return {
    lines: hoursAsTheyAre(stored),
    periodVersion: stored.periodVersion,
    hourTypes: presentHourTypes(stored.hourTypes),
    needsApproval: correctionsNeedApproval,
  };
}

interface Correcting {
  version: number;
  id?: string | undefined;
  /** Of the period as the sender saw it. */
  periodVersion?: number | undefined;
  reason: string;
  /** What the hours of the period should have been. */
  lines: HourLineInput[];
}

/**
 * Corrects hours that are final, by the difference between what they are and what they should have been. It waits for the client where the
 * agency wants that, and is paid and invoiced by the next run. Sent twice with the same id, hours are corrected once.
 */
export const correctHours = (db: Db, sight: Sight, id: string, correcting: Correcting): Promise<Worksheet> =>
  // Whatever was sent of the period at the same moment took the next number: judged anew, with that.
  whileHoursFit(() => whenNumbered(() => correctOnce(db, sight, id, correcting)));

async function correctOnce(db: Db, sight: Sight, id: string, correcting: Correcting): Promise<Worksheet> {
  const { version, reason, lines: shouldBe } = correcting;
  const arrived = await findArrived(db, sight, correcting.id);
  if (arrived) return arrived;
  const stored = await openFor('correct', db, sight, id, version);
  const { placement, period } = stored;
  const asIs = hoursAsTheyAre(stored);
  if ((correcting.periodVersion ?? stored.periodVersion) !== stored.periodVersion) {
    // What changed the period may be this very correction, sent twice at the same moment.
    const meanwhile = await findArrived(db, sight, correcting.id);
    if (meanwhile) return meanwhile;
    throw changed(stored);
  }
  // What should have been is judged as hours are that somebody sends for the first time.
  const rules = { period, placement, hourTypes: stored.hourTypes, sent: nextTo(stored) };
  const asked = await withBudgetNumbers(db, stored, shouldBe);
  const wrong = [...problemsOf(shouldBe, rules), ...budgetProblems(shouldBe, asked, period)];
  if (wrong.length > 0) throw invalidInput(wrong);
  const lines = correctionLines(asIs, shouldBe);
  if (lines.length === 0) throw new Problem('nothing-to-send');
  const settings = await readSettings(db);
  const approved = settings.lastApproval ? 'approved' : 'finalised';
  const status = settings.correctionsNeedApproval ? 'submitted' : approved;
  const content = contentOf(lines, null, stored.hourTypes);
  const correctionId = correcting.id ?? newId();
  const seal = sealOf({ ...stored, id: correctionId }, content.changes.lines, content.remark);
  const original = { id, version, placement, periodVersion: stored.periodVersion };
  const correction = { id: correctionId, original, status, content, seal, reason } as const;
  if (!(await insertCorrection(db, sight, correction))) {
    const now = await openFor('correct', db, sight, id, version);
    if (now.periodVersion !== stored.periodVersion) return correctOnce(db, sight, id, correcting);
    throw await conflict(db, sight, id, 'correct');
  }
  const written = await findWorksheet(db, sight, correctionId);
  if (!written) throw new Problem('not-found');
  return presentWorksheet(sight.actor, written);
}

/** The correction that was sent under this id already. Throws `worksheet-exists` where something else was. */
async function findArrived(db: Db, sight: Sight, id: string | undefined): Promise<Worksheet | undefined> {
  const arrived = id ? await findWorksheet(db, sight, id) : undefined;
  if (arrived && arrived.kind !== 'correction') throw new Problem('worksheet-exists');
  return arrived && presentWorksheet(sight.actor, arrived);
}

/** All that was sent of the period, netted. */
const hoursAsTheyAre = (stored: StoredForEntry): HourLineInput[] => netLines(stored.sentBeside.filter(isIn(stored)));

/** What was sent of the days next to the period: a night shift runs over its edge. */
const nextTo = (stored: StoredForEntry): HourLineInput[] => stored.sentBeside.filter((line) => !isIn(stored)(line));

const isIn =
  ({ period }: StoredForEntry) =>
  ({ date }: HourLineInput) =>
    date === null || (period.startsOn <= date && date <= period.endsOn);
