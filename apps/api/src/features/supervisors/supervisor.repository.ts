import type {
  GiveRight,
  Supervisor,
  SupervisorQuery,
  SupervisorRight,
  SupervisorRow,
} from '@konnekt/shared/supervisors/supervisor.schema';
import type { RightName } from '@konnekt/shared/supervisors/supervisor.words';
import { isNotOver } from '#api/kit/conditions';
import type { Transaction } from '#api/kit/database';
import { contains, keysetList } from '#api/kit/keyset-list';
import { accountState, invitationFailure } from '#api/kit/person-record';
import { noSql, type Sql, sql } from '#api/kit/sql';
import { isHeldOn, type Sight, supervisorInSight } from '#api/kit/visibility';

const rightColumns: Record<RightName, Sql> = {
  mayApprove: sql`r.may_approve`,
  mayRegister: sql`r.may_register`,
  maySeeInvoices: sql`r.may_see_invoices`,
  mayManage: sql`r.may_manage`,
};

/** A page of supervisors, with where each has a right today, and where one begins later. */
export function listSupervisorRows(db: Transaction, sight: Sight, query: SupervisorQuery) {
  const { sort } = query;
  const matching = matchingSupervisors(sight, query);
  const columns = sql`pn.id, pn.full_name AS name, pn.sort_name AS "sortName", a.email, pn.phone, ${accountState} AS account, ${invitationFailure} AS "invitationFailure",
    ARRAY(SELECT DISTINCT x.name FROM (${organisationsOn(sight.today)}) x ORDER BY x.name) AS organisations,
    (SELECT coalesce(json_agg(x ORDER BY x."from", x.name), '[]') FROM (${organisationsAfter(sight.today)}) x) AS later`;
  const key = { column: sql`pn.sort_name` };
  const isDescending = sort.startsWith('-');
  return keysetList<SupervisorRow>(db, { columns, matching, key, id: sql`pn.id`, isDescending, page: query });
}

/** From FROM: the people `pn` that a list of supervisors narrowed down so shows. */
export function matchingSupervisors(sight: Sight, filter: Partial<SupervisorQuery>): Sql {
  const { q, organisationId, right, account } = filter;
  const has = (and: Sql) =>
    sql`EXISTS (SELECT FROM supervisor_right r WHERE r.person_id = pn.id AND ${isHeldOn(sight.today)} ${and})`;
  const organisations = sql`(SELECT string_agg(x.name, ' ') FROM (
    ${organisationsOn(sight.today)} UNION ALL SELECT y.name FROM (${organisationsAfter(sight.today)}) y) x)`;
  return sql`FROM person pn LEFT JOIN account a ON a.person_id = pn.id
    WHERE ${supervisorInSight(sight)} ${contains(q, sql`pn.full_name`, sql`pn.sort_name`, sql`a.email`, organisations)}
    ${organisationId ? sql`AND ${has(sql`AND r.organisation_id = ${organisationId}::uuid`)}` : noSql}
    ${right ? sql`AND ${has(sql`AND ${rightColumns[right]}`)}` : noSql}
    ${account ? sql`AND ${accountState} = ${account}` : noSql}`;
}

/** Where a person `pn` has a right on a day. */
const organisationsOn = (day: string): Sql => sql`SELECT o.name FROM supervisor_right r
  JOIN organisation o ON o.id = r.organisation_id WHERE r.person_id = pn.id AND ${isHeldOn(day)}`;

/** Where a person `pn` has none on a day and gets one later, with its first day. */
const organisationsAfter = (
  day: string,
): Sql => sql`SELECT o.name, min(r.valid_from)::text AS "from" FROM supervisor_right r
  JOIN organisation o ON o.id = r.organisation_id
  WHERE r.person_id = pn.id AND r.valid_from > ${day}::date AND ${isHeldOn(sql`r.valid_from`)}
    AND r.organisation_id NOT IN (SELECT r.organisation_id FROM supervisor_right r WHERE r.person_id = pn.id AND ${isHeldOn(day)})
  GROUP BY o.id, o.name`;

export async function findSupervisor(db: Transaction, sight: Sight, id: string): Promise<Supervisor | undefined> {
  const [supervisor] = await db.query<Supervisor>(sql`
    SELECT pn.id, pn.version, pn.first_name AS "firstName", pn.prefix, pn.last_name AS "lastName", pn.full_name AS name, a.email,
           coalesce(a.language, 'nl') AS language, pn.phone, a.id AS "accountId", ${accountState} AS account,
           (SELECT json_build_object('id', e.id, 'personnelNumber', e.personnel_number) FROM employee e WHERE e.person_id = pn.id) AS employee,
           (SELECT coalesce(json_agg(x), '[]') FROM (${rights} AND r.person_id = pn.id ORDER BY o.name, r.valid_from DESC) x) AS rights
      FROM person pn LEFT JOIN account a ON a.person_id = pn.id
     WHERE pn.id = ${id}::uuid AND ${supervisorInSight(sight)}`);
  return supervisor;
}

/** What everybody may, might and will be able to do at one organisation. */
export const listRightsAt = (db: Transaction, sight: Sight, organisationId: string): Promise<SupervisorRight[]> =>
  db.query<SupervisorRight>(sql`
    ${rights} AND r.organisation_id = ${organisationId}::uuid AND r.person_id IN (
      SELECT pn.id FROM person pn LEFT JOIN account a ON a.person_id = pn.id WHERE ${supervisorInSight(sight)})
    ORDER BY n.sort_name, r.valid_from DESC`);

/** An employee who is given a right supervises from now on, with the account that they have. Answers whether anybody was. */
export async function makeSupervisor(tx: Transaction, personId: string): Promise<boolean> {
  const made = await tx.query(sql`
    UPDATE account SET role = 'supervisor'
     WHERE person_id = ${personId}::uuid AND role = 'employee' AND EXISTS (SELECT FROM employee e WHERE e.person_id = account.person_id)
    RETURNING id`);
  return made.length > 0;
}

/** One after another: what becomes of the rights of one person is seen by who changes them next. */
export async function holdRightsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.query(sql`SELECT FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`);
}

/** A right as it is now, held with the others of its person until the transaction ends. */
export async function lockRight(tx: Transaction, id: string): Promise<SupervisorRight | undefined> {
  await tx.query(sql`
    SELECT FROM person WHERE id = (SELECT person_id FROM supervisor_right WHERE id = ${id}::uuid) FOR NO KEY UPDATE`);
  const [right] = await tx.query<SupervisorRight>(sql`${rights} AND r.id = ${id}::uuid FOR UPDATE OF r`);
  return right;
}

/** Another right of this person there, for themselves, on a day of that time; not `besides`. */
export async function findOverlap(tx: Transaction, personId: string, right: GiveRight, besides: string | null) {
  const [found] = await tx.query<{ validFrom: string; validUntil: string | null }>(sql`
    SELECT r.valid_from AS "validFrom", r.valid_until AS "validUntil" FROM supervisor_right r
     WHERE r.person_id = ${personId}::uuid AND r.organisation_id = ${right.organisationId}::uuid AND r.on_behalf_of_id IS NULL
       AND r.id IS DISTINCT FROM ${besides}::uuid
       AND daterange(r.valid_from, r.valid_until, '[]') && daterange(${right.validFrom}::date, ${right.validUntil}::date, '[]')
     ORDER BY r.valid_from LIMIT 1`);
  return found;
}

/** Rights at one organisation that hold on a day or are to come. */
export async function countRightsAt(tx: Transaction, organisationId: string, day: string): Promise<number> {
  const [found] = await tx.query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM supervisor_right r
     WHERE r.organisation_id = ${organisationId}::uuid AND ${isNotOver(sql`r`, day)}`);
  return found?.count ?? 0;
}

export async function insertRight(tx: Transaction, personId: string, right: GiveRight): Promise<string> {
  const [given] = await tx.query<{ id: string }>(sql`
    INSERT INTO supervisor_right (person_id, organisation_id, may_approve, may_register, may_see_invoices, may_manage, valid_from, valid_until)
    VALUES (${personId}::uuid, ${right.organisationId}::uuid, ${right.mayApprove}::boolean, ${right.mayRegister}::boolean,
            ${right.maySeeInvoices}::boolean, ${right.mayManage}::boolean, ${right.validFrom}::date, ${right.validUntil}::date)
    RETURNING id`);
  if (!given) throw new Error('A right was not written');
  return given.id;
}

/** Remembers which right ended for this one, and how long it would have lasted. */
export async function rememberBefore(tx: Transaction, id: string, before: EndedRight): Promise<void> {
  await tx.query(sql`
    INSERT INTO right_succession (right_id, before_id, before_until) VALUES (${id}::uuid, ${before.id}::uuid, ${before.until}::date)`);
}

export interface EndedRight {
  id: string;
  /** As long as it would have lasted. */
  until: string | null;
}
/** The right that ended for this one and would go on without it, held until the transaction ends. */
export async function findEndedFor(tx: Transaction, id: string): Promise<(EndedRight & { from: string }) | undefined> {
  const [before] = await tx.query<EndedRight & { from: string }>(sql`
    SELECT b.id, b.valid_from AS "from", s.before_until AS until
      FROM supervisor_right r, ${endedFor} AND r.id = ${id}::uuid FOR UPDATE OF b`);
  return before;
}

/** The last day of a right. */
export async function setLastDay(tx: Transaction, id: string, validUntil: string | null): Promise<void> {
  await tx.query(sql`
    UPDATE supervisor_right SET version = version + 1, valid_until = ${validUntil}::date WHERE id = ${id}::uuid`);
}

export async function deleteRight(tx: Transaction, id: string): Promise<void> {
  await tx.query(sql`DELETE FROM supervisor_right WHERE id = ${id}::uuid`);
}

/**
 * From FROM: the right `b`, at organisation `bo`, that ended when `r` took its place and would go on without it; nothing when it was
 * given another end since, or another right takes that time.
 */
const endedFor = sql`right_succession s JOIN supervisor_right b ON b.id = s.before_id JOIN organisation bo ON bo.id = b.organisation_id
   WHERE s.right_id = r.id AND b.valid_until = r.valid_from - 1 AND NOT EXISTS (
     SELECT FROM supervisor_right x WHERE x.person_id = b.person_id AND x.organisation_id = b.organisation_id AND x.on_behalf_of_id IS NULL
        AND x.id NOT IN (b.id, r.id) AND daterange(x.valid_from, x.valid_until, '[]') && daterange(b.valid_from, s.before_until, '[]'))`;

/** Rights `r` of person `n` at organisation `o`; more conditions follow with AND. */
const rights = sql`
  SELECT r.id, r.version, r.person_id AS "personId", n.full_name AS "personName", r.organisation_id AS "organisationId",
         o.name AS "organisationName", r.may_approve AS "mayApprove", r.may_register AS "mayRegister",
         r.may_see_invoices AS "maySeeInvoices", r.may_manage AS "mayManage",
         (SELECT b.full_name FROM person b WHERE b.id = r.on_behalf_of_id) AS "onBehalfOf", r.valid_from AS "validFrom",
         r.valid_until AS "validUntil",
         (SELECT json_build_object('organisationName', bo.name, 'validUntil', s.before_until) FROM ${endedFor}) AS "endedForIt"
    FROM supervisor_right r JOIN person n ON n.id = r.person_id JOIN organisation o ON o.id = r.organisation_id WHERE TRUE`;
