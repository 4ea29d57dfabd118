import type { Transaction } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';

/** Settings that are kept as one value each, beside those of the agency itself and under its version. */
const columns = {
  invoicing: sql`invoicing`,
  bookkeeping: sql`bookkeeping`,
  reminders: sql`reminders`,
  help: sql`help`,
  documents: sql`documents`,
} satisfies Record<string, Sql>;
export type SettingsPart = keyof typeof columns;

export async function findPart<T>(
  db: Transaction,
  part: SettingsPart,
): Promise<{ version: number; set: Partial<T> } | undefined> {
  const [agency] = await db.query<{ version: number; set: Partial<T> }>(
    sql`SELECT version, ${columns[part]} AS set FROM agency`,
  );
  return agency;
}

/** False when somebody changed settings since. */
export async function updatePart(tx: Transaction, part: SettingsPart, version: number, set: object): Promise<boolean> {
  const saved = await tx.query(sql`
    UPDATE agency SET ${columns[part]} = ${JSON.stringify(set)}::jsonb, version = version + 1 WHERE version = ${version}::int RETURNING id`);
  return saved.length > 0;
}
