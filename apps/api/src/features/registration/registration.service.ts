import { minDay } from '@konnekt/shared/basics/calendar-day';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { duePeriod } from '@konnekt/shared/periods/deadline';
import { periodContaining, periodOf, previousPeriod } from '@konnekt/shared/periods/period';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import type {
  Registered,
  Registration,
  RegistrationRow,
  RowToRegister,
} from '@konnekt/shared/registration/registration.contract';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { Receipt } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { goneReceipts, usable } from '#api/features/worksheets/receipt.service';
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
} from '#api/features/worksheets/worksheet.checks';
import { presentHourTypes } from '#api/features/worksheets/worksheet.presenter';
import {
  type EntryRules,
  isPeriodClosed,
  noRules,
  readEntryRules,
  settledBy,
} from '#api/features/worksheets/worksheet.service';
import { sealOf } from '#api/features/worksheets/worksheet-content';
import { refuseTooFast } from '#api/features/worksheets/worksheet-history.service';
import { type Db, newId } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import type { RegisterPlace, RegistrationPlace, SheetToWrite, StoredLines } from './registration.repository.ts';
import * as registrations from './registration.repository.ts';

type Period = Worksheet['period'];
type PeriodType = Period['type'];
interface Choice {
  periodType?: PeriodType | undefined;
  year?: number | undefined;
  period?: number | undefined;
  organisationId?: string | undefined;
}

/**
 * The people of a period and their state, as the screen "Register hours" shows them. Where nobody has such a period, the kind follows the
 * organisation that is asked for.
 */
export async function readRegistration(db: Db, sight: Sight, choice: Choice): Promise<Registration> {
  const frame = await registrations.readFrame(db, sight);
  const [wanted, ...others] = periodsFor(choice, frame, sight.today);
  if (!wanted) throw new Problem('not-found');
  let period = wanted;
  let places = await placesIn(period);
  for (const other of others) {
    if (places.length > 0) break;
    const found = await placesIn(other);
    // Of nobody at all, the period that holds today is shown.
    if (found.length > 0 || other.type === wanted.type) [period, places] = [other, found];
  }
  const [isClosed, rules] = await Promise.all([isPeriodClosed(db, period), rulesIn(db, frame)]);
  return {
    period,
    periodState: isClosed ? 'closed' : period.startsOn > sight.today ? 'future' : 'open',
    periodTypes: frame.periodTypes,
    organisations: frame.organisations.map((organisation) => {
      const own = rules.get(organisation.id) ?? noRules;
      return {
        ...organisation,
        hoursFrom: own.hoursFrom,
        hourTypeIds: own.hourTypeIds,
        budgetNumbers: budgetChoices(own, period),
        holidays: holidaysIn(own, period),
      };
    }),
    hourTypes: presentHourTypes(hourTypesOf(frame.hourTypes)),
    standsOutFrom: frame.standsOutFrom,
    warningLimits: frame.warningLimits,
    rows: places.map((place) => presentPlace(place, period)),
  };

  function placesIn(one: Period) {
    const before = previousPeriod(one, frame.weekFiftyThree);
    return registrations.listPlaces(db, sight, one, before, choice.organisationId);
  }
}

/**
 * The period that is asked for, and those that are shown instead where nobody works in it: without a choice the one that is still due, then the
 * one that holds today; of one organisation the same days in its other kinds. None where there is no such period.
 */
function periodsFor(choice: Choice, frame: registrations.RegistrationFrame, today: string): Period[] {
  const { weekFiftyThree } = frame;
  const type = choice.periodType ?? frame.periodTypes[0] ?? 'week';
  const ofOrganisation = frame.organisations.find(({ id }) => id === choice.organisationId)?.periodTypes ?? [];
  const others = ofOrganisation.filter((one) => one !== type);
  if (choice.year !== undefined && choice.period !== undefined) {
    const asked = periodOf(type, choice.year, choice.period, weekFiftyThree);
    if (!asked) return [];
    const day = minDay(asked.endsOn, today);
    return [asked, ...others.map((one) => periodContaining(one, day, weekFiftyThree))];
  }
  return [type, ...others].flatMap((one) => {
    const due = duePeriod(one, today, frame);
    return due.endsOn < today ? [due, periodContaining(one, today, weekFiftyThree)] : [due];
  });
}

/**
 * Saves or sends many rows at once. What is wrong in a row is answered at its field and refuses that row only; sending is the
 * client's approval, with the same proof as an approval of hours that an employee sent.
 */
export const register = (...step: Parameters<typeof registerOnce>): Promise<Registered> =>
  whileHoursFit(() => registerOnce(...step));

async function registerOnce(
  db: Db,
  sight: Sight,
  act: 'save' | 'send',
  body: { periodType: PeriodType; year: number; period: number; rows: RowToRegister[] },
): Promise<Registered> {
  const frame = await registrations.readFrame(db, sight);
  const period = periodOf(body.periodType, body.year, body.period, frame.weekFiftyThree);
  if (!period) throw new Problem('not-found');
  if (period.startsOn > sight.today) throw new Problem('period-in-the-future');
  const placementIds = body.rows.map(({ placementId }) => placementId);
  const worksheetIds = body.rows.flatMap(({ worksheetId }) => worksheetId ?? []);
  const [isClosed, found, rules, stored, receipts] = await Promise.all([
    isPeriodClosed(db, period),
    registrations.findPlaces(db, sight, placementIds, period),
    rulesIn(db, frame),
    worksheetIds.length > 0 ? registrations.findStoredLines(db, sight, worksheetIds) : [],
    usable(
      db,
      sight,
      body.rows.flatMap(({ lines }) => lines),
    ),
  ]);
  if (isClosed) throw new Problem('period-closed');
  await refuseTooFast(db, worksheetIds);

  const places = new Map(found.map((place) => [place.placement.id, place]));
  const before = new Map(stored.map((sheet) => [sheet.id, sheet]));
  const hourTypes = hourTypesOf(frame.hourTypes);
  const refused: Registered['refused'] = [];
  const sheets: SheetToWrite[] = [];
  for (const row of body.rows) {
    const place = settled(places.get(row.placementId), row);
    const own = (place && rules.get(place.placement.organisationId)) ?? noRules;
    const refusal = refusalOf(row, place, period, allowedTypes(hourTypes, own), own, act, receipts);
    if (refusal) refused.push({ placementId: row.placementId, ...refusal });
    else if (place) {
      const typed = row.lines.map((line) => ({ ...line, receipt: receipts.get(line.receipt?.id ?? '') ?? null }));
      const lines = asClientWrites(typed, own);
      const known = before.get(row.worksheetId ?? '');
      sheets.push(sheetOf({ ...row, lines }, known, { placement: place.placement, period, hourTypes }, act));
    }
  }
  if (sheets.length === 0) return { done: [], refused };
  const sentStatus = act === 'save' ? null : frame.lastApproval ? 'approved' : 'finalised';
  const written = await registrations.writeSheets(db, sight, period, sheets, sentStatus);
  // Closed since it was looked at: then nothing was written.
  if (written.some(({ code }) => code === 'not-yours') && (await isPeriodClosed(db, period)))
    throw new Problem('period-closed');
  const done: Registered['done'] = [];
  for (const { placementId, id, version, status, totalMinutes, code } of written) {
    if (version === null) refused.push({ placementId, code: code ?? 'changed', errors: [] });
    else done.push({ placementId, id, version, status, totalMinutes });
  }
  return { done, refused };
}

/** A worksheet that is there is filled in by who began it: the write sees to it that this is a supervisor. */
const settled = (place: RegisterPlace | undefined, { worksheetId }: RowToRegister): RegisterPlace | undefined =>
  place && worksheetId !== null ? { ...place, placement: { ...place.placement, hoursBy: 'supervisor' } } : place;

/** What each client asks of hours, of those where this supervisor registers. */
const rulesIn = (db: Db, { organisations }: registrations.RegistrationFrame) =>
  readEntryRules(
    db,
    organisations.map(({ id }) => id),
  );

const hourTypesOf = (types: registrations.RegistrationFrame['hourTypes']) =>
  types.filter((type) => type.isActive && type.forSupervisor);

type Refusal = Omit<Registered['refused'][number], 'placementId'>;

function refusalOf(
  row: RowToRegister,
  place: RegisterPlace | undefined,
  period: Period,
  hourTypes: HourType[],
  rules: EntryRules,
  act: 'save' | 'send',
  receipts: ReadonlyMap<string, Receipt>,
): Refusal | undefined {
  if (!place) return { code: 'not-yours', errors: [] };
  const { placement } = place;
  if (placement.basis === 'fixed') return { code: 'placement-has-fixed-hours', errors: [] };
  if (place.isOwn) return { code: 'own-hours', errors: [] };
  if (placement.hoursBy === 'employee') return { code: 'registered-by-employee', errors: [] };
  if (placement.periodType !== period.type || !openDays(placement, period))
    return { code: 'period-outside-placement', errors: [] };
  const errors = problemsOf(row.lines, { period, placement, hourTypes, sent: place.sent });
  errors.push(...budgetProblems(row.lines, rules, period), ...goneReceipts(row.lines, receipts));
  if (act === 'send') errors.push(...receiptProblems(row.lines, hourTypes));
  return errors.length > 0 ? { code: 'invalid-input', errors } : undefined;
}

function sheetOf(
  row: RowToRegister,
  stored: StoredLines | undefined,
  { placement, period, hourTypes }: { placement: PlacementSummary; period: Period; hourTypes: HourType[] },
  act: 'save' | 'send',
): SheetToWrite {
  const content = contentOf(row.lines, row.remark, hourTypes, stored);
  const id = row.worksheetId ?? newId();
  const seal =
    act === 'send' ? sealOf({ id, placement, period, hourTypes }, content.changes.lines, row.remark) : undefined;
  return {
    placementId: placement.id,
    id,
    version: row.worksheetId === null ? null : (row.version ?? 0),
    remark: row.remark,
    workedMinutes: content.workedMinutes,
    totalMinutes: content.totalMinutes,
    minutesByKind: content.minutesByKind,
    quantities: content.quantities,
    hasRemark: content.hasRemark,
    changes: content.changes,
    placedFrom: placement.startsOn,
    placedUntil: placement.endsOn,
    submissionId: seal ? newId() : null,
    content: seal?.content ?? null,
    sha256: seal?.sha256 ?? null,
  };
}

function presentPlace(place: RegistrationPlace, period: Period): RegistrationRow {
  const hoursBy = settledBy(place.filledBy, place.placement.hoursBy);
  const placement = { ...place.placement, hoursBy };
  const open = openDays(placement, period);
  const [regular, ...supplements] = place.sheets.map((sheet) => ({
    ...sheet,
    reference: worksheetReference(period, sheet.reference),
  }));
  const closed = placement.hoursBy === 'employee' ? 'registered-by-employee' : place.isOwn ? 'own-hours' : null;
  return {
    placement,
    openFrom: open?.from ?? period.startsOn,
    openUntil: open?.until ?? period.endsOn,
    plannedMinutes: plannedMinutesIn(placement, period),
    state: stateOf(regular, supplements),
    closed,
    needsBudgetNumber: place.needsBudgetNumber,
    worksheet: regular ? presentRegular(regular) : null,
    supplements,
    previousLines: closed === null ? place.previousLines : [],
  };
}

type ShownSheet = Omit<registrations.RegisteredSheet, 'reference'> & { reference: string };

const presentRegular = ({ sequence: _, ...regular }: ShownSheet): RegistrationRow['worksheet'] => regular;

function stateOf(regular: ShownSheet | undefined, supplements: ShownSheet[]): RegistrationRow['state'] {
  if (!regular) return 'nothing';
  if ([regular, ...supplements].some(({ status }) => isOpenForEntry(status))) return 'to-send';
  return supplements.length > 0 ? 'with-supplements' : 'sent';
}
