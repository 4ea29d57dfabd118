import { type Sql, sql } from '#api/kit/sql';
import { isHeldBy, type Sight } from '#api/kit/visibility';

/** Every right that `given` holds, `own` holds too. */
export const isWithin = (given: Sql, own: Sql): Sql => sql`(${own}.may_approve OR NOT ${given}.may_approve)
  AND (${own}.may_register OR NOT ${given}.may_register) AND (${own}.may_see_invoices OR NOT ${given}.may_see_invoices)
  AND (${own}.may_manage OR NOT ${given}.may_manage)`;

export const managesHere = (sight: Sight): Sql =>
  sql`(${isHeldBy(sight)} AND r.may_manage AND r.on_behalf_of_id IS NULL)`;

/** For an invitation `i`: sent to the address of who reads it. */
export const isForMe = ({ actor }: Sight): Sql =>
  sql`key_form(i.email) = (SELECT key_form(me.email) FROM account me WHERE me.id = ${actor.accountId}::uuid)`;
