import { keyForm } from '@konnekt/shared/basics/key-form';
import type { Rights } from '@konnekt/shared/colleagues/colleague.contract';
import { bounds } from '#api/kit/bounds';
import { isNotOver } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { isHeldBy, type Sight } from '#api/kit/visibility';
import { isWithin, managesHere } from './colleague-conditions.repository.ts';
import { lastsAsLong } from './substitute.repository.ts';

interface DatedRights extends Rights {
  validFrom: string;
  validUntil: string | null;
}

/** Gives a right where the giver manages people today, holds all of it, and lasts as long. Nothing otherwise. */
export async function giveColleagueRight(
  tx: Transaction,
  sight: Sight,
  personId: string,
  right: DatedRights & { organisationId: string },
): Promise<boolean> {
  const given = await tx.query(sql`
    INSERT INTO supervisor_right (person_id, organisation_id, may_approve, may_register, may_see_invoices, may_manage, valid_from, valid_until)
    SELECT ${personId}::uuid, r.organisation_id, g.may_approve, g.may_register, g.may_see_invoices, g.may_manage, g.valid_from, g.valid_until
      FROM supervisor_right r
     CROSS JOIN (SELECT ${right.mayApprove}::boolean AS may_approve, ${right.mayRegister}::boolean AS may_register,
       ${right.maySeeInvoices}::boolean AS may_see_invoices, ${right.mayManage}::boolean AS may_manage,
       ${right.validFrom}::date AS valid_from, ${right.validUntil}::date AS valid_until) g
     WHERE r.organisation_id = ${right.organisationId}::uuid AND ${managesHere(sight)} AND ${isWithin(sql`g`, sql`r`)}
       AND ${lastsAsLong(sql`g.valid_until`)}
       AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = ${personId}::uuid AND a.role <> 'supervisor')
    RETURNING id`);
  return given.length > 0;
}

export interface HeldRight extends DatedRights {
  personId: string;
  organisationId: string;
}
/** The right of a colleague, held until the transaction ends. Nothing when the changer may not give what was or what will be, or the version is another. */
export async function holdRight(
  tx: Transaction,
  sight: Sight,
  id: string,
  right: Rights & { version: number; validUntil: string | null },
): Promise<HeldRight | undefined> {
  const [held] = await tx.query<HeldRight>(sql`
    SELECT c.person_id AS "personId", c.organisation_id AS "organisationId", c.may_approve AS "mayApprove", c.may_register AS "mayRegister",
           c.may_see_invoices AS "maySeeInvoices", c.may_manage AS "mayManage", c.valid_from AS "validFrom", c.valid_until AS "validUntil"
      FROM supervisor_right c JOIN supervisor_right r ON r.organisation_id = c.organisation_id
     CROSS JOIN (SELECT ${right.mayApprove}::boolean AS may_approve, ${right.mayRegister}::boolean AS may_register,
       ${right.maySeeInvoices}::boolean AS may_see_invoices, ${right.mayManage}::boolean AS may_manage, ${right.validUntil}::date AS valid_until) g
     WHERE c.id = ${id}::uuid AND c.version = ${right.version}::int AND c.on_behalf_of_id IS NULL AND c.person_id <> ${sight.actor.personId}::uuid
       AND ${managesHere(sight)} AND ${isWithin(sql`c`, sql`r`)} AND ${isWithin(sql`g`, sql`r`)} AND ${lastsAsLong(sql`g.valid_until`)}
       FOR UPDATE OF c`);
  return held;
}

/** Of a right that is held: what it allows and how long, from its first day on. */
export async function writeRight(tx: Transaction, id: string, right: Omit<DatedRights, 'validFrom'>): Promise<void> {
  await tx.query(sql`
    UPDATE supervisor_right
       SET may_approve = ${right.mayApprove}::boolean, may_register = ${right.mayRegister}::boolean, may_see_invoices = ${right.maySeeInvoices}::boolean,
           may_manage = ${right.mayManage}::boolean, valid_until = ${right.validUntil}::date, version = version + 1
     WHERE id = ${id}::uuid`);
}

/** The last day of the reader's own right at one of these organisations, for the one that ends first. */
export async function findOwnEnd(
  tx: Transaction,
  sight: Sight,
  organisationIds: string[],
  needed: 'may_approve' | 'may_manage',
): Promise<string | undefined> {
  const may = needed === 'may_manage' ? sql`r.may_manage` : sql`r.may_approve`;
  const [own] = await tx.query<{ validUntil: string }>(sql`
    SELECT r.valid_until AS "validUntil" FROM supervisor_right r
     WHERE ${isHeldBy(sight)} AND r.on_behalf_of_id IS NULL AND ${may} AND r.organisation_id = ANY(${organisationIds}::uuid[])
       AND r.valid_until IS NOT NULL ORDER BY r.valid_until LIMIT 1`);
  return own?.validUntil;
}

/**
 * One after another: what one supervisor invites, and what is given at one organisation where they manage people. Who comes later sees
 * whom the one before invited, and what counts towards the bounds. To whom it is given is held as well: the office may take their role.
 */
export async function holdGiving(
  tx: Transaction,
  sight: Sight,
  { organisationId, personId }: { organisationId?: string; personId?: string } = {},
): Promise<void> {
  const people = [sight.actor.personId, ...(personId ? [personId] : [])];
  await tx.query(sql`SELECT FROM person WHERE id = ANY(${people}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  if (organisationId === undefined) return;
  await tx.query(sql`
    SELECT FROM organisation o WHERE o.id = ${organisationId}::uuid
       AND EXISTS (SELECT FROM supervisor_right r WHERE r.organisation_id = o.id AND ${managesHere(sight)})
       FOR NO KEY UPDATE`);
}

/** Are there as many rights as there may be at this organisation, where the reader manages people? */
export async function isFull(tx: Transaction, sight: Sight, organisationId: string): Promise<boolean> {
  const found = await tx.query(sql`
    SELECT r.id FROM supervisor_right r WHERE r.organisation_id = ${organisationId}::uuid AND ${managesHere(sight)}
       AND (SELECT count(*) FROM supervisor_right x WHERE x.organisation_id = r.organisation_id
             AND ${isNotOver(sql`x`, sight.today)}) >= ${bounds.rightsAtOrganisation}::int`);
  return found.length > 0;
}

/** A colleague's right as the reader sees it; with whether its version is the one named. */
export async function findRight(db: Pick<Db, 'query'>, sight: Sight, id: string) {
  const [found] = await db.query<{
    version: number;
    organisationId: string;
    validFrom: string;
    validUntil: string | null;
  }>(sql`
    SELECT c.version, c.organisation_id AS "organisationId", c.valid_from AS "validFrom", c.valid_until AS "validUntil"
      FROM supervisor_right c
     WHERE c.id = ${id}::uuid AND c.on_behalf_of_id IS NULL
       AND c.organisation_id IN (SELECT r.organisation_id FROM supervisor_right r WHERE ${isHeldBy(sight)} AND r.on_behalf_of_id IS NULL)`);
  return found;
}

/** Whom the reader sees under this address already: themselves, or a colleague where they manage people. Of others they learn nothing. */
export async function findSeen(tx: Transaction, sight: Sight, email: string): Promise<string | undefined> {
  const [found] = await tx.query<{ personId: string }>(sql`
    SELECT k.person_id AS "personId" FROM (
      SELECT person_id, false AS is_pending FROM account WHERE key_form(email) = ${keyForm(email)}
      UNION ALL SELECT person_id, true FROM colleague_invitation WHERE key_form(email) = ${keyForm(email)}) k
     WHERE k.person_id = ${sight.actor.personId}::uuid
        OR EXISTS (SELECT FROM supervisor_right c JOIN supervisor_right r ON r.organisation_id = c.organisation_id
             WHERE c.person_id = k.person_id AND c.on_behalf_of_id IS NULL
               AND ${isNotOver(sql`c`, sight.today)} AND ${managesHere(sight)})
     ORDER BY k.is_pending, k.person_id LIMIT 1`);
  return found?.personId;
}
