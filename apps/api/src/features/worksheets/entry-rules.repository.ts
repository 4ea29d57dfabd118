import { sql, type Transaction } from '#api/plugins/database';

/** What a client asks of hours that are entered for it. */
export interface EntryRules {
  /** Hour types allowed there; null is all of them. */
  hourTypeIds: string[] | null;
  needsBudgetNumber: boolean;
  /** By number, with the days on which each is good (none is always). */
  budgetNumbers: { number: string; description: string | null; validFrom: string | null; validUntil: string | null }[];
}

export const noRules: EntryRules = { hourTypeIds: null, needsBudgetNumber: false, budgetNumbers: [] };

/** The rules of each of these clients, by its id. */
export async function readEntryRules(
  db: Transaction,
  organisationIds: readonly string[],
): Promise<Map<string, EntryRules>> {
  const rows = await db.query<EntryRules & { id: string }>(sql`
    SELECT o.id, o.requires_budget_number AS "needsBudgetNumber",
           (SELECT json_agg(t.hour_type_id) FROM organisation_hour_type t WHERE t.organisation_id = o.id) AS "hourTypeIds",
           (SELECT coalesce(json_agg(x), '[]') FROM (
             SELECT b.number, b.description, b.valid_from AS "validFrom", b.valid_until AS "validUntil"
               FROM budget_number b WHERE b.organisation_id = o.id ORDER BY b.number) x) AS "budgetNumbers"
      FROM organisation o WHERE o.id = ANY(${[...organisationIds]}::uuid[])`);
  return new Map(rows.map(({ id, ...rules }) => [id, rules]));
}
