import type { Colleagues } from '@konnekt/shared/colleagues/colleague.contract';
import { isNotOver } from '#api/kit/conditions';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { isHeldBy, type Sight } from '#api/kit/visibility';
import { isForMe, isWithin } from './colleague-conditions.repository.ts';

/** Supervisors of the organisations where the reader has a right of their own today, with rights that last, and who stands in for whom. */
export async function readColleagues(db: Db, sight: Sight): Promise<Colleagues> {
  const { actor, today } = sight;
  const [found] = await db.query<Colleagues>(sql`
    WITH mine AS (
      SELECT r.*, o.name FROM supervisor_right r JOIN organisation o ON o.id = r.organisation_id
       WHERE ${isHeldBy(sight)} AND r.on_behalf_of_id IS NULL
    ), shared AS (
      SELECT r.*, mine.name AS organisation_name, mine.may_manage AS is_managed, mine.may_manage AND ${isWithin(sql`r`, sql`mine`)} AS may_change
        FROM supervisor_right r JOIN mine ON mine.organisation_id = r.organisation_id
       WHERE r.person_id <> ${actor.personId}::uuid AND r.on_behalf_of_id IS NULL AND ${isNotOver(sql`r`, today)}
    )
    SELECT
      (SELECT coalesce(json_agg(x), '[]') FROM (
         SELECT organisation_id AS id, name, may_approve AS "mayApprove", may_register AS "mayRegister", may_see_invoices AS "maySeeInvoices",
                may_manage AS "mayManage", valid_until AS "validUntil" FROM mine ORDER BY name) x) AS organisations,
      (SELECT coalesce(json_agg(x), '[]') FROM (
         SELECT n.id AS "personId", n.full_name AS name, CASE WHEN bool_or(s.is_managed) THEN coalesce(a.email, i.email) END AS email,
                coalesce(a.status, CASE WHEN i.person_id IS NOT NULL THEN 'invited' END) AS status,
                json_agg(json_build_object('id', s.id, 'version', s.version, 'organisationId', s.organisation_id, 'organisationName', s.organisation_name,
                  'mayApprove', s.may_approve, 'mayRegister', s.may_register, 'maySeeInvoices', s.may_see_invoices, 'mayManage', s.may_manage,
                  'validFrom', s.valid_from, 'validUntil', s.valid_until, 'mayChange', s.may_change)
                  ORDER BY s.organisation_name, s.valid_from) AS rights
           FROM shared s JOIN person n ON n.id = s.person_id LEFT JOIN account a ON a.person_id = n.id
           LEFT JOIN colleague_invitation i ON i.person_id = n.id
          GROUP BY n.id, a.id, i.person_id ORDER BY n.sort_name) x) AS colleagues,
      (SELECT coalesce(json_agg(x), '[]') FROM (
         SELECT r.id, r.version, r.organisation_id AS "organisationId", o.name AS "organisationName", r.person_id AS "personId", n.full_name AS name,
                b.full_name AS "onBehalfOfName", r.on_behalf_of_id = ${actor.personId}::uuid AS "isMine", r.valid_from AS "validFrom", r.valid_until AS "validUntil"
           FROM supervisor_right r JOIN person n ON n.id = r.person_id JOIN person b ON b.id = r.on_behalf_of_id JOIN organisation o ON o.id = r.organisation_id
          WHERE (r.on_behalf_of_id = ${actor.personId}::uuid OR (r.person_id = ${actor.personId}::uuid AND r.on_behalf_of_id IS NOT NULL))
            AND r.valid_until >= ${today}::date ORDER BY r.valid_from, o.name, n.sort_name) x) AS substitutes,
      (SELECT coalesce(json_agg(x), '[]') FROM (
         SELECT i.person_id AS id, b.full_name AS "invitedByName",
                json_agg(json_build_object('organisationName', o.name, 'mayApprove', r.may_approve, 'mayRegister', r.may_register,
                  'maySeeInvoices', r.may_see_invoices, 'mayManage', r.may_manage, 'validFrom', r.valid_from, 'validUntil', r.valid_until)
                  ORDER BY o.name, r.valid_from) AS rights
           FROM colleague_invitation i JOIN supervisor_right r ON r.person_id = i.person_id JOIN organisation o ON o.id = r.organisation_id
           LEFT JOIN person b ON b.id = i.invited_by_id
          WHERE ${isForMe(sight)} AND ${isNotOver(sql`r`, today)}
          GROUP BY i.person_id, b.id ORDER BY i.created_at, i.person_id) x) AS invitations`);
  return found ?? { organisations: [], colleagues: [], substitutes: [], invitations: [] };
}
