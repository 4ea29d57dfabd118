import { type Sql, sql } from './sql.ts';

const lasts = (from: Sql): Sql => sql`(p.ends_on IS NULL OR p.ends_on >= ${from})`;

/** For a placement `p`: it is not over on a day, and may not have begun. */
export const isNotEnded = (day: string): Sql => lasts(sql`${day}::date`);

/** For a placement `p`: it runs on some day from one to another, both included. */
export const runsBetween = (from: Sql, until: Sql): Sql => sql`(p.starts_on <= ${until} AND ${lasts(from)})`;

/** For a placement `p`: it runs on a day. */
export const runsOn = (day: string): Sql => runsBetween(sql`${day}::date`, sql`${day}::date`);

/** For a placement `p`: it runs on a day, begins after it, or was over before. */
export const runs: Record<'now' | 'future' | 'past', (day: string) => Sql> = {
  now: runsOn,
  future: (day) => sql`p.starts_on > ${day}::date`,
  past: (day) => sql`p.ends_on < ${day}::date`,
};

/** For an employee `e`: works on a day, is still to, or was never placed; not one whose placements are all over. */
export const isNotGone = (day: string): Sql => sql`
  (NOT EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id)
   OR EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id AND ${isNotEnded(day)}))`;

/** For a right of this name, or anything else that lasts until a day or for ever: it is not over on a day, and may not have begun. */
export const isNotOver = (dated: Sql, day: string | Sql): Sql =>
  sql`(${dated}.valid_until IS NULL OR ${dated}.valid_until >= ${day}::date)`;

/** For a right of this name: it has begun on a day and is not over. (Held on that day: `isHeldOn` in visibility.ts.) */
export const isDated = (right: Sql, day: string | Sql): Sql =>
  sql`(${right}.valid_from <= ${day}::date AND ${isNotOver(right, day)})`;

/** For a document of this name: it has begun on a day, as one without a first day always has. */
export const hasBegun = (document: Sql, day: string): Sql =>
  sql`(${document}.valid_from IS NULL OR ${document}.valid_from <= ${day}::date)`;

/** For a period of this name: the agency has not closed it. */
export const isOpen = (period: Sql): Sql => sql`(${period}.closed_at IS NULL)`;

/** Ids of the periods that are not open, as a list for IN. */
export const closedPeriodIds: Sql = sql`(SELECT shut.id FROM period shut WHERE NOT ${isOpen(sql`shut`)})`;

/** For a period of this id, where a statement does not join it: it is open. */
export const isOpenPeriod = (id: Sql): Sql =>
  sql`NOT EXISTS (SELECT FROM period shut WHERE shut.id = ${id} AND NOT ${isOpen(sql`shut`)})`;

/** The day from which hours of a client of this name are entered here: its own, else the agency's; none is always. */
export const hoursFrom = (client: Sql, ofAgency = sql`(SELECT a.hours_from FROM agency a)`): Sql =>
  sql`coalesce(${client}.hours_from, ${ofAgency})`;

/** For a period `pe` of such a client: it was not over by then, so that its hours are asked for. */
export const isAskedFor = (client: Sql, ofAgency?: Sql): Sql =>
  sql`(pe.ends_on >= coalesce(${hoursFrom(client, ofAgency)}, '-infinity'))`;

/** A placement, an hour type and a day, by columns of a statement: of none that it calls `r`. */
interface RatedDay {
  placementId: Sql;
  hourTypeId: Sql;
  day: Sql;
}
const ratesBy = ({ placementId, hourTypeId, day }: RatedDay): Sql => sql`
  FROM placement_rate r WHERE r.placement_id = ${placementId} AND r.hour_type_id = ${hourTypeId} AND r.valid_from <= ${day}`;

/** These columns of the rate `r` that holds on a day: the last one that began by then, or none; `rateOnDay` in a statement. */
export const rateOn = (columns: Sql, of: RatedDay): Sql =>
  sql`(SELECT ${columns} ${ratesBy(of)} ORDER BY r.valid_from DESC LIMIT 1)`;

/** Some rate holds on a day. */
export const hasRateOn = (of: RatedDay): Sql => sql`EXISTS (SELECT ${ratesBy(of)})`;

/** Ids of people whose name holds a word, as LIKE looks for it (`wordPatterns`): by its index. */
export const peopleCalled = (word: string): Sql =>
  sql`(SELECT called.id FROM person called WHERE search_text(called.full_name) LIKE ${word})`;

/** The same of organisations. */
export const organisationsCalled = (word: string): Sql =>
  sql`(SELECT called.id FROM organisation called WHERE search_text(called.name) LIKE ${word})`;
