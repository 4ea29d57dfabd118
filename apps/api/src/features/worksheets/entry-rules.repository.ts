import type { Holiday } from '@konnekt/shared/holidays/holiday.schema';
import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** What a client asks of hours that are entered for it. */
export interface EntryRules {
  /** Hour types allowed there; null is all of them. */
  hourTypeIds: string[] | null;
  needsBudgetNumber: boolean;
  /** By number, with the days on which each is good (none is always). */
  /** Days on which one does not work there: the client's list of each year, else the agency's. */
  holidays: Holiday[];
  budgetNumbers: { number: string; description: string | null; validFrom: string | null; validUntil: string | null }[];
}

export const noRules: EntryRules = { hourTypeIds: null, needsBudgetNumber: false, holidays: [], budgetNumbers: [] };

/** The rules of each of these clients, by its id. */
export async function readEntryRules(
  db: Transaction,
  organisationIds: readonly string[],
): Promise<Map<string, EntryRules>> {
  const rows = await db.query<EntryRules & { id: string }>(rules(sql`o.id = ANY(${[...organisationIds]}::uuid[])`));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** The rules for one placement: asked together with it, before its client is known. */
export async function entryRulesOf(db: Transaction, placementId: string): Promise<EntryRules> {
  const client = sql`(SELECT p.organisation_id FROM placement p WHERE p.id = ${placementId}::uuid)`;
  const [found] = await db.query<EntryRules & { id: string }>(rules(sql`o.id = ${client}`));
  return found ?? noRules;
}

const rules = (which: Sql): Sql =>
  sql`SELECT o.id, ${ruleColumns}, ${clientHolidays} AS holidays FROM organisation o WHERE ${which}`;

/** The rules of organisation `o`, where something else of it is asked. */
export const ruleColumns = sql`o.requires_budget_number AS "needsBudgetNumber",
  (SELECT json_agg(t.hour_type_id) FROM organisation_hour_type t WHERE t.organisation_id = o.id) AS "hourTypeIds",
  (SELECT coalesce(json_agg(x), '[]') FROM (
    SELECT b.number, b.description, b.valid_from AS "validFrom", b.valid_until AS "validUntil"
      FROM budget_number b WHERE b.organisation_id = o.id ORDER BY b.number) x) AS "budgetNumbers"`;

/** The public holidays of organisation `o`: its own list of each year, else the agency's. */
export const clientHolidays = sql`(SELECT coalesce(json_agg(d ORDER BY d ->> 'date'), '[]') FROM holiday_list h CROSS JOIN jsonb_array_elements(h.days) d
  WHERE h.organisation_id = o.id OR (h.organisation_id IS NULL
    AND NOT EXISTS (SELECT FROM holiday_list own WHERE own.organisation_id = o.id AND own.year = h.year)))`;
