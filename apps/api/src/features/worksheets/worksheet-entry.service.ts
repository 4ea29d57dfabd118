import type { Actor } from '@konnekt/shared/basics/actor';
import { isoWeekOf, isoWeekStart } from '@konnekt/shared/basics/iso-week';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { periodOf, previousPeriod } from '@konnekt/shared/periods/period';
import { reasonNotToStart } from '@konnekt/shared/worksheets/worksheet.permissions';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { type KnownHourType, readCatalogue } from '#api/kit/catalogue';
import type { Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { type EntryRules, entryRulesOf } from './entry-rules.repository.ts';
import { allowedTypes, budgetChoices, holidaysIn, openDays } from './worksheet.checks.ts';
import { presentHourTypes, presentWorksheet } from './worksheet.presenter.ts';
import { findWorksheet, type StoredWorksheet } from './worksheet.repository.ts';
import { settledBy } from './worksheet-conditions.repository.ts';
import { hourTypesFor } from './worksheet-content.ts';
import {
  type EntryPlace,
  earlierWeekMinutes,
  findElsewhere,
  findLines,
  findPlacement,
  findRegular,
  findSentBeside,
  isPeriodClosed,
  listHoursOutside,
} from './worksheet-entry.repository.ts';

export const readHourTypes = async (db: Db): Promise<HourType[]> =>
  presentHourTypes((await readCatalogue(db)).hourTypes.filter((type) => type.isActive));

/** What stands in the way of a placement's first or last day, or stays to be mended. */
export async function readHoursOutside(
  db: Db,
  sight: Sight,
  placementId: string,
  days: Parameters<typeof listHoursOutside>[2],
) {
  if (!(await findPlacement(db, sight, placementId))) throw new Problem('not-found');
  return { items: await listHoursOutside(db, placementId, days) };
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
    findRegular(db, placementId, period),
    findLines(db, sight, placementId, before),
    earlierWeekMinutes(db, sight, place.placement.employeeId, monday),
    entryRulesOf(db, placementId),
    findSentBeside(db, placementId, period),
    // What somebody works elsewhere is no business of this client.
    isOwn ? findElsewhere(db, place.placement, period) : [],
    isPeriodClosed(db, period),
  ]);
  const worksheet = regular && (await findWorksheet(db, sight, regular.id));
  const hoursBy = settledBy(regular?.filledBy ?? null, place.placement.hoursBy);
  const placement = { ...place.placement, hoursBy };
  const mayCopy = reasonNotToStart(sight.actor, placement, place.mayRegister) === undefined;
  return {
    placement,
    period,
    openFrom: open.from,
    openUntil: open.until,
    isClosed,
    hoursFrom: rules.hoursFrom,
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

export async function findPlace(db: Db, sight: Sight, placementId: string, year: number, number: number) {
  const place = await findPlacement(db, sight, placementId);
  if (!place) throw new Problem('not-found');
  const period = periodOf(place.placement.periodType, year, number, place.weekFiftyThree);
  if (!period) throw new Problem('not-found');
  const open = openDays(place.placement, period);
  if (!open) throw new Problem('period-outside-placement');
  return { place, period, open };
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

function mondayOf(day: string): string {
  const { year, week } = isoWeekOf(day);
  return isoWeekStart(year, week);
}
