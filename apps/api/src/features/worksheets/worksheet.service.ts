import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { type Actor, isOffice } from '@konnekt/shared/basics/actor';
import { zId } from '@konnekt/shared/basics/fields';
import { isoWeekOf, isoWeekStart } from '@konnekt/shared/basics/iso-week';
import { sheetHeading, sheetLine } from '@konnekt/shared/basics/sheet';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { periodOf, previousPeriod } from '@konnekt/shared/periods/period';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import { mostComments, mostSupplements } from '@konnekt/shared/worksheets/worksheet.bounds';
import { worksheetColumns } from '@konnekt/shared/worksheets/worksheet.columns';
import type { NumberedLine } from '@konnekt/shared/worksheets/worksheet.lines';
import { reasonNotTo, reasonNotToStart, type WorksheetAction } from '@konnekt/shared/worksheets/worksheet.permissions';
import type {
  Decided,
  HourLineInput,
  Worksheet,
  WorksheetEntry,
  WorksheetExport,
  WorksheetQuery,
} from '@konnekt/shared/worksheets/worksheet.schema';
import { canonicalForm, type SealedContent, sealedLine } from '@konnekt/shared/worksheets/worksheet.seal';
import { type Decision, worksheetSteps } from '@konnekt/shared/worksheets/worksheet.status';
import { z } from 'zod';
import { recordEvent } from '#api/kit/audit-event';
import { refuseWhile } from '#api/kit/bounds';
import { catalogueAt, type KnownHourType, readCatalogue } from '#api/kit/catalogue';
import { type Author, constraintOf, type Db, encodeCursor, newId, sqlState } from '#api/kit/database';
import { decodeCursor } from '#api/kit/paging';
import { invalidInput, Problem } from '#api/kit/problem';
import { sheetFile } from '#api/kit/sheet-file';
import { type Sight, sightOfSystem } from '#api/kit/visibility';
import { type EntryRules, entryRulesOf } from './entry-rules.repository.ts';
import { withReceipts } from './receipt.service.ts';
import { afterSave, afterSend } from './worksheet.after-step.ts';
import {
  allowedTypes,
  asClientWrites,
  budgetChoices,
  budgetProblems,
  contentOf,
  holidaysIn,
  openDays,
  problemsOf,
  receiptProblems,
  whileHoursFit,
} from './worksheet.checks.ts';
import {
  NotInCatalogue,
  presentHourTypes,
  presentPlaces,
  presentRow,
  presentWorksheet,
  seesSaves,
} from './worksheet.presenter.ts';
import type { EntryPlace, StoredWorksheet } from './worksheet.repository.ts';
import * as worksheets from './worksheet.repository.ts';
import { decide as decideInDatabase, type Said } from './worksheet-decision.repository.ts';
import { countDone, countPhases, countPlaces, listToFill, listWorksheets } from './worksheet-list.repository.ts';
import type { Seal, WorksheetContent } from './worksheet-writing.repository.ts';
import * as writing from './worksheet-writing.repository.ts';

// What other features may use.
export { type EntryRules, noRules, readEntryRules } from './entry-rules.repository.ts';
export {
  fillsIn,
  findWaitsFor,
  isOutside,
  isPeriodClosed,
  linesJson,
  periodJson,
  placementJson,
  sentBeside,
  settledBy,
} from './worksheet.repository.ts';
export { judgedAnew, recordEvents } from './worksheet-decision.repository.ts';
export { askedFor, owedByEmployees, toFillGoesBack } from './worksheet-list.repository.ts';
export { overWhatTheySaid } from './worksheet-writing.repository.ts';

const DOUBLED_KEY = '23505';

interface TypedContent {
  lines: HourLineInput[];
  remark: string | null;
}

/** One page of a list, as this person may see it. */
export async function readList(db: Db, sight: Sight, query: WorksheetQuery) {
  const list = query.phase === 'to-fill' ? listToFill : listWorksheets;
  return presented(async () => {
    const { rows, catalogue, ...page } = await list(db, sight, query);
    return { items: rows.map((row) => presentRow(row, catalogue)), ...page };
  });
}

/** Rows of a list that are read at once for its file. */
const FILE_PAGE = 500;

/** All that a list holds as a file, read page by page while it is sent. Who took it is in the audit log. */
export async function exportList(db: Db, author: Author, sight: Sight, query: WorksheetExport): Promise<Readable> {
  const { format, language, ...filters } = query;
  const first = await readList(db, sight, { ...filters, limit: FILE_PAGE });
  const event = { subjectType: 'worksheets-file', subjectId: null, subjectName: format, recordId: null } as const;
  await db.transaction(author, (tx) => tx.query(recordEvent({ action: 'export', ...event })));
  async function* lines() {
    yield sheetHeading(worksheetColumns, language);
    for (
      let page = first;
      ;
      page = await readList(db, sight, { ...filters, limit: FILE_PAGE, cursor: page.nextCursor ?? undefined })
    ) {
      for (const row of page.items) yield sheetLine(worksheetColumns, row, language);
      if (!page.nextCursor) return;
    }
  }
  return sheetFile(format, language, lines());
}

/** What this supervisor registered, or got back, and has still to send: the oldest first. */
export function readToSend(db: Db, sight: Sight, limit: number) {
  return presented(async () => {
    const { rows, catalogue, total } = await listWorksheets(db, sight, {
      phase: 'to-fill',
      registeredByMe: true,
      sort: 'period',
      limit,
    });
    return { items: rows.map((row) => presentRow(row, catalogue)), total };
  });
}

/** A page that is read again where its periods were made anew before they could be named. */
async function presented<Page>(read: () => Promise<Page>, triesLeft = 3): Promise<Page> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof NotInCatalogue) || triesLeft === 0) throw error;
    return presented(read, triesLeft - 1);
  }
}

export const countWaiting = countPhases;

/** What waits for whom over the whole agency, for work by the clock. */
export const countAll = (db: Db, today: string) => countPhases(db, sightOfSystem(today), {});

/** How many worksheets of a filter are in each phase. */
export async function countByPhase(db: Db, sight: Sight, filters: Parameters<typeof countPhases>[2]) {
  const [waiting, done] = await Promise.all([countPhases(db, sight, filters), countDone(db, sight, filters)]);
  return { ...waiting, done };
}

/** The same by period and by organisation: every number is the size of the list with that filter. */
export function countByPlace(db: Db, sight: Sight, filters: Parameters<typeof countPlaces>[2]) {
  return presented(async () => {
    const rows = await countPlaces(db, sight, filters);
    return presentPlaces(rows, await catalogueAt(db, rows[0]?.catalogue ?? 0));
  });
}

export const readHourTypes = async (db: Db): Promise<HourType[]> =>
  presentHourTypes((await readCatalogue(db)).hourTypes.filter((type) => type.isActive));

export async function readWorksheet(db: Db, sight: Sight, id: string): Promise<Worksheet> {
  const stored = await worksheets.findWorksheet(db, sight, id);
  if (!stored) throw new Problem('not-found');
  return presentWorksheet(sight.actor, stored);
}

/** What stands in the way of a placement's first or last day, or stays to be mended. */
export async function readHoursOutside(
  db: Db,
  sight: Sight,
  placementId: string,
  days: Parameters<typeof worksheets.listHoursOutside>[2],
) {
  if (!(await worksheets.findPlacement(db, sight, placementId))) throw new Problem('not-found');
  return { items: await worksheets.listHoursOutside(db, placementId, days) };
}

/** All that filling in one period of a placement needs, whether or not something was saved. */
export async function readEntry(
  db: Db,
  sight: Sight,
  placementId: string,
  year: number,
  number: number,
): Promise<WorksheetEntry> {
  const { place, period, open } = await findPlace(db, sight, placementId, year, number);
  const before = previousPeriod(period, place.weekFiftyThree);
  const monday = mondayOf(period.startsOn);
  const isOwn = place.placement.employeeId === sight.actor.employeeId;
  const [regular, previousLines, earlier, rules, sent, elsewhere, isClosed] = await Promise.all([
    worksheets.findRegular(db, placementId, period),
    worksheets.findLines(db, sight, placementId, before),
    worksheets.earlierWeekMinutes(db, sight, place.placement.employeeId, monday),
    entryRulesOf(db, placementId),
    worksheets.findSentBeside(db, placementId, period),
    // What somebody works elsewhere is no business of this client.
    isOwn ? worksheets.findElsewhere(db, place.placement, period) : [],
    worksheets.isPeriodClosed(db, period),
  ]);
  const worksheet = regular && (await worksheets.findWorksheet(db, sight, regular.id));
  const hoursBy = worksheets.settledBy(regular?.filledBy ?? null, place.placement.hoursBy);
  const placement = { ...place.placement, hoursBy };
  const mayCopy = reasonNotToStart(sight.actor, placement, place.mayRegister) === undefined;
  return {
    placement,
    period,
    openFrom: open.from,
    openUntil: open.until,
    isClosed,
    hourTypes: presentHourTypes(offeredTypes(sight.actor, { ...place, placement }, rules, worksheet)),
    worksheet: worksheet ? presentWorksheet(sight.actor, worksheet) : null,
    previous: mayCopy && previousLines.length > 0 ? { period: before, lines: previousLines } : null,
    earlierWeekMinutes: mayCopy ? earlier : [],
    sent,
    elsewhere,
    warningLimits: place.warningLimits,
    needsBudgetNumber: rules.needsBudgetNumber,
    budgetNumbers: budgetChoices(rules, period),
    holidays: holidaysIn(rules, period),
  };
}

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
  const sent = await worksheets.findSentBeside(db, typed.placementId, period);
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
    if (await worksheets.isPeriodClosed(db, period)) throw new Problem('period-closed');
    const now = await worksheets.findPlacement(db, sight, placement.id);
    throw new Problem((now && reasonNotToStart(sight.actor, now.placement, now.mayRegister)) ?? 'not-found');
  } catch (error) {
    if (sqlState(error) !== DOUBLED_KEY) throw error;
    const regular = await worksheets.findRegular(db, placement.id, period);
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
  const lines = await withReceipts(db, sight, typed.lines);
  const content = checkedContent({ ...typed, lines }, stored, stored.period, stored, {
    actor: sight.actor,
    stored,
    sent: stored.sentBeside,
  });
  const step = await writing.saveContent(db, sight, id, version, content);
  if (!step) throw await conflict(db, sight, id, 'save');
  return presentWorksheet(sight.actor, afterSave(stored, sight, content, step));
}

/** Seals what is saved and sends it, if it still is right by now. What a supervisor registers is approved by sending it. */
export const sendWorksheet = (...step: Parameters<typeof sendOnce>): Promise<Worksheet> =>
  whileHoursFit(() => sendOnce(...step));

async function sendOnce(db: Db, sight: Sight, id: string, version: number): Promise<Worksheet> {
  const stored = await openFor('send', db, sight, id, version);
  checkedContent(stored, stored, stored.period, stored, {
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
  const arrived = givenId ? await worksheets.findWorksheet(db, sight, givenId) : undefined;
  if (arrived?.kind === 'supplement') return presentWorksheet(sight.actor, arrived);
  if (arrived) throw new Problem('worksheet-exists');
  const stored = await openFor('add-hours', db, sight, id, version);
  if (typed.lines.length === 0)
    throw new Problem('nothing-to-send', { errors: [{ pointer: '/lines', code: 'required' }] });
  if ((stored.supplements ?? []).length >= mostSupplements) throw new Problem('list-full');
  const judging = { actor: sight.actor, state: 'to-send', sent: stored.sentBeside } as const;
  const lines = await withReceipts(db, sight, typed.lines);
  const content = checkedContent({ ...typed, lines }, stored, stored.period, stored, judging);
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
    const twin = givenId && (await worksheets.findWorksheet(db, sight, givenId));
    return twin ? twin.id : writing.insertSupplement(db, sight, supplement);
  });
  if (added) return readWorksheet(db, sight, supplementId);
  if (await runsOtherwise(db, sight, placement)) return addOnce(db, sight, id, { ...typed, version, id: supplementId });
  throw await conflict(db, sight, id, 'add-hours');
}

/** Somebody gave the placement other dates since: what was judged by the old ones is judged anew. */
async function runsOtherwise(db: Db, sight: Sight, { id, startsOn, endsOn }: PlacementSummary): Promise<boolean> {
  const now = await worksheets.findPlacement(db, sight, id);
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

/** Throws `too-fast` where steps on one of these worksheets came faster than anybody presses. */
export const refuseTooFast = async (db: Db, ids: readonly string[]): Promise<void> =>
  refuseWhile(ids.length > 0 ? await worksheets.findLongestWait(db, ids) : null);

/** What happened to a worksheet, page by page, as far as this person sees it. */
export async function readHistory(
  db: Db,
  sight: Sight,
  id: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Worksheet['history']; nextCursor: string | null; total: number }> {
  const stored = await worksheets.findWorksheet(db, sight, id);
  if (!stored) throw new Problem('not-found');
  const withSaves = seesSaves(sight.actor, { ...stored, employeeId: stored.placement.employeeId });
  const [before] = decodeCursor(cursor, z.tuple([zId])) ?? [];
  const { items, total } = await worksheets.listEvents(db, id, { limit: limit + 1, before, withSaves });
  const shown = items.slice(0, limit);
  const last = items.length > limit ? shown.at(-1) : undefined;
  return { items: shown, nextCursor: last ? encodeCursor([last.id]) : null, total };
}

export async function commentOn(db: Db, sight: Sight, id: string, text: string): Promise<Worksheet> {
  await db.transaction(null, async (tx) => {
    await worksheets.holdCommenter(tx, sight);
    const { count, secondsToWait } = await worksheets.findCommentRoom(tx, sight, id);
    if (count >= mostComments) throw new Problem('list-full');
    refuseWhile(secondsToWait);
    if (!(await writing.insertComment(tx, sight, id, text))) throw new Problem('not-found');
  });
  return readWorksheet(db, sight, id);
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

async function findPlace(db: Db, sight: Sight, placementId: string, year: number, number: number) {
  const place = await worksheets.findPlacement(db, sight, placementId);
  if (!place) throw new Problem('not-found');
  const period = periodOf(place.placement.periodType, year, number, place.weekFiftyThree);
  if (!period) throw new Problem('not-found');
  const open = openDays(place.placement, period);
  if (!open) throw new Problem('period-outside-placement');
  return { place, period, open };
}

/** The worksheet in sight, in the version named and in a state for this action, by somebody who may. */
export async function openFor(action: WorksheetAction, db: Db, sight: Sight, id: string, version?: number) {
  const stored = await worksheets.findForEntry(db, sight, id);
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
  const stored = await worksheets.findWorksheet(db, sight, id);
  if (!stored) return new Problem('not-found');
  const reason = reasonNotTo(action, sight.actor, { ...stored, employeeId: stored.placement.employeeId });
  return reason && reason !== 'wrong-state' ? new Problem(reason) : changed(stored);
}

function changed(stored: StoredWorksheet): Problem {
  const last = stored.history?.at(-1);
  return new Problem('worksheet-changed', {
    worksheetId: stored.id,
    version: stored.version,
    ...(last && { changedBy: last.actorName, changedAt: last.at }),
  });
}

type Place = Pick<EntryPlace, 'placement' | 'hourTypes'>;

interface Judging {
  actor: Actor;
  state?: 'draft' | 'to-send';
  stored?: StoredWorksheet;
  /** What was sent of the placement in the period and next to it. */
  sent?: readonly HourLineInput[];
}

/** A draft may still lack a budget number or a receipt; what is sent may not. */
function checkedContent(
  typed: TypedContent,
  place: Place,
  period: Worksheet['period'],
  rules: EntryRules,
  { actor, state = 'draft', stored, sent }: Judging,
): WorksheetContent {
  const hourTypes = allowedTypes(hourTypesFor(actor, place), rules);
  const errors = problemsOf(typed.lines, { period, placement: place.placement, hourTypes, sent });
  if (state === 'to-send')
    errors.push(...budgetProblems(typed.lines, rules, period), ...receiptProblems(typed.lines, hourTypes));
  if (errors.length > 0) throw invalidInput(errors);
  return contentOf(asClientWrites(typed.lines, rules), typed.remark, hourTypes, stored);
}

/** What may be chosen here, and what stands in a draft already: that is named, and refused when it is not allowed any more. */
function offeredTypes(
  actor: Actor,
  place: EntryPlace,
  rules: EntryRules,
  worksheet: StoredWorksheet | undefined,
): KnownHourType[] {
  const used = new Set(worksheet?.lines.map(({ hourTypeId }) => hourTypeId));
  const allowed = new Set(allowedTypes(hourTypesFor(actor, place), rules).map(({ id }) => id));
  return place.hourTypes.filter(({ id }) => allowed.has(id) || used.has(id));
}

const hourTypesFor = (actor: Actor, { placement, hourTypes }: Place): KnownHourType[] =>
  hourTypes.filter(
    (type) =>
      type.isActive && (isOffice(actor) || (placement.hoursBy === 'employee' ? type.forEmployee : type.forSupervisor)),
  );

/** Who fills in what is begun now. */
const enteredBy = ({ actor }: Sight, { hoursBy }: Pick<PlacementSummary, 'hoursBy'>): Worksheet['filledBy'] =>
  isOffice(actor) ? 'staff' : hoursBy;

const sentStatus = (filledBy: Worksheet['filledBy'], { lastApproval }: StoredWorksheet) => {
  if (filledBy !== 'supervisor') return 'submitted' as const;
  return lastApproval ? ('approved' as const) : ('finalised' as const);
};

/** The sealed copy of what is sent now. */
export function sealOf(
  stored: Pick<StoredWorksheet, 'id' | 'placement' | 'period'> & { hourTypes: readonly HourType[] },
  lines: readonly NumberedLine[],
  remark: string | null,
): Seal {
  const types = new Map(stored.hourTypes.map((type) => [type.id, type]));
  const { type, year, number } = stored.period;
  const sealed: SealedContent = {
    worksheetId: stored.id,
    placementId: stored.placement.id,
    period: { type, year, number },
    lines: lines.map((line) =>
      sealedLine(line, types.get(line.hourTypeId) ?? { code: line.hourTypeId, unit: 'hours' }),
    ),
    remark,
  };
  const content = canonicalForm(sealed);
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
}

function mondayOf(day: string): string {
  const { year, week } = isoWeekOf(day);
  return isoWeekStart(year, week);
}
