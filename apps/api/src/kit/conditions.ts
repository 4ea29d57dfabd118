import { type Sql, sql } from './sql.ts';

/** For a placement `p`: it runs on some day from one to another, both included. */
export const runsBetween = (from: Sql, until: Sql): Sql =>
  sql`(p.starts_on <= ${until} AND (p.ends_on IS NULL OR p.ends_on >= ${from}))`;

/** For a placement `p`: it runs on a day. */
export const runsOn = (day: string): Sql => runsBetween(sql`${day}::date`, sql`${day}::date`);

/** For an employee `e`: works on a day, is still to, or was never placed; not one whose placements are all over. */
export const isNotGone = (day: string): Sql => sql`
  (NOT EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id)
   OR EXISTS (SELECT FROM placement p WHERE p.employee_id = e.id AND (p.ends_on IS NULL OR p.ends_on >= ${day}::date)))`;

/** For a right of this name: it is not over on a day, and may not have begun. (Held on a day: `isHeldOn` in visibility.ts.) */
export const isNotOver = (right: Sql, day: string): Sql =>
  sql`(${right}.valid_until IS NULL OR ${right}.valid_until >= ${day}::date)`;

/** For a period of this id: the agency has not closed it. */
export const isOpenPeriod = (id: Sql): Sql =>
  sql`NOT EXISTS (SELECT FROM period shut WHERE shut.id = ${id} AND shut.closed_at IS NOT NULL)`;

/** Ids of people whose name holds a word, as LIKE looks for it (`wordPatterns`): by its index. */
export const peopleCalled = (word: string): Sql =>
  sql`(SELECT called.id FROM person called WHERE search_text(called.full_name) LIKE ${word})`;

/** The same of organisations. */
export const organisationsCalled = (word: string): Sql =>
  sql`(SELECT called.id FROM organisation called WHERE search_text(called.name) LIKE ${word})`;
