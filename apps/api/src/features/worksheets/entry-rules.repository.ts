import type { ClientRules } from '#api/kit/catalogue';
import { hoursFrom } from '#api/kit/conditions';
import type { Db, Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** What a client asks of hours that are entered for it. */
export interface EntryRules extends ClientRules {
  /** By number, with the days on which each is good (none is always). */
  budgetNumbers: { number: string; description: string | null; validFrom: string | null; validUntil: string | null }[];
}

/** The same, and from which day hours of it are entered here, where that was said: of it, else of the agency. */
interface StartedRules extends EntryRules {
  hoursFrom: string | null;
}

export const noRules: StartedRules = {
  ...{ hourTypeIds: null, needsBudgetNumber: false, hoursFrom: null },
  ...{ holidays: [], budgetNumbers: [] },
};

/** The rules of each of these clients, by its id. */
export async function readEntryRules(
  db: Transaction,
  organisationIds: readonly string[],
): Promise<Map<string, StartedRules>> {
  const rows = await db.query<StartedRules & { id: string }>(rules(sql`o.id = ANY(${[...organisationIds]}::uuid[])`));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** The rules for one placement: asked together with it, before its client is known. */
export async function entryRulesOf(db: Transaction, placementId: string): Promise<StartedRules> {
  const client = sql`(SELECT p.organisation_id FROM placement p WHERE p.id = ${placementId}::uuid)`;
  const [found] = await db.query<StartedRules & { id: string }>(rules(sql`o.id = ${client}`));
  return found ?? noRules;
}

/** The same as of a worksheet that was read with its client's rules, for lines of it: budget numbers are many, and asked where one is named. */
export async function withBudgetNumbers<Stored extends ClientRules & { placement: { organisationId: string } }>(
  db: Db,
  stored: Stored,
  lines: readonly { budgetNumber: string | null }[],
): Promise<Stored & EntryRules> {
  if (lines.every(({ budgetNumber }) => budgetNumber === null)) return { ...stored, budgetNumbers: [] };
  const [found] = await db.query<Pick<EntryRules, 'budgetNumbers'>>(
    sql`SELECT ${budgetNumbers} AS "budgetNumbers" FROM organisation o WHERE o.id = ${stored.placement.organisationId}::uuid`,
  );
  return { ...stored, budgetNumbers: found?.budgetNumbers ?? [] };
}

const rules = (which: Sql): Sql =>
  sql`SELECT o.id, ${ruleColumns}, ${clientHolidays} AS holidays FROM organisation o WHERE ${which}`;

const budgetNumbers = sql`(SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT b.number, b.description, b.valid_from AS "validFrom", b.valid_until AS "validUntil"
      FROM budget_number b WHERE b.organisation_id = o.id ORDER BY b.number) x)`;

/** The rules of organisation `o`. */
const ruleColumns = sql`o.requires_budget_number AS "needsBudgetNumber",
  ${hoursFrom(sql`o`)} AS "hoursFrom",
  (SELECT json_agg(t.hour_type_id) FROM organisation_hour_type t WHERE t.organisation_id = o.id) AS "hourTypeIds",
  ${budgetNumbers} AS "budgetNumbers"`;

/** The public holidays of organisation `o`: its own list of each year, else the agency's. */
const clientHolidays = sql`(SELECT coalesce(json_agg(d ORDER BY d ->> 'date'), '[]') FROM holiday_list h CROSS JOIN jsonb_array_elements(h.days) d
  WHERE h.organisation_id = o.id OR (h.organisation_id IS NULL
    AND NOT EXISTS (SELECT FROM holiday_list own WHERE own.organisation_id = o.id AND own.year = h.year)))`;
