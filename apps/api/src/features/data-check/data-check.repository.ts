import type { RuleArea } from '@konnekt/shared/reconciliation/reconciliation.words';
import type { Connection, Db } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { documentRules } from './document-rules.repository.ts';
import { hoursRules } from './hours-rules.repository.ts';
import { messageRules } from './message-rules.repository.ts';
import { moneyRules } from './money-rules.repository.ts';

/** What must be true of a whole database, and the rows of which it is not. */
export interface BrokenRule {
  rule: RuleName;
  area: RuleArea;
  /** How many rows break it. */
  count: number;
  /** The first few of them: ids, and where it helps what was found. */
  examples: string[];
}

const EXAMPLES = 5;

/**
 * Judges every rule of the database on one and the same moment; changes nothing. Each rule is one pass over its tables: seconds on
 * 260,000 worksheets. `onRule` hears how many are judged.
 */
export async function findBrokenRules(db: Db, onRule?: (done: number) => unknown): Promise<BrokenRule[]> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // Planned for what the tables hold, not for any value.
    await client.query('SET LOCAL plan_cache_mode = auto');
    await client.query('SET LOCAL statement_timeout = 0');
    return await judge(client, onRule);
  } finally {
    await client.query('ROLLBACK').catch(() => {});
    client.release();
  }
}

/** The same within a transaction of the caller's. */
export async function judge(client: Connection, onRule?: (done: number) => unknown): Promise<BrokenRule[]> {
  const broken: BrokenRule[] = [];
  for (const [index, rule] of ruleNames.entries()) {
    const found = await ask(client, rules[rule]);
    const [first] = found;
    if (first) broken.push({ rule, area: areaOf(rule), count: first.count, examples: found.map(({ what }) => what) });
    await onRule?.(index + 1);
  }
  return broken;
}

async function ask(client: Connection, { text, values }: Sql): Promise<{ what: string; count: number }[]> {
  const limited = `SELECT what::text, count(*) OVER ()::int AS count FROM (${text}) broken LIMIT ${EXAMPLES}`;
  return (await client.query<{ what: string; count: number }>(limited, values)).rows;
}

/** Each selects what breaks it, as `what`. */
const rules = {
  ...hoursRules,
  ...moneyRules,
  ...messageRules,
  ...documentRules,
  'a placement has the name of its employee': sql`
    SELECT p.id AS what FROM placement p JOIN employee e ON e.id = p.employee_id JOIN person n ON n.id = e.person_id
     WHERE p.employee_name <> n.full_name OR p.employee_sort_name <> n.sort_name`,
  'nobody is logged in on an account that is not active': sql`
    SELECT s.id AS what FROM session s JOIN account a ON a.id = s.account_id WHERE s.ended_at IS NULL AND a.status <> 'active'`,
  'a substitute stands in for somebody who may approve there': sql`
    SELECT r.id AS what FROM supervisor_right r
     WHERE r.on_behalf_of_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM supervisor_right own WHERE own.person_id = r.on_behalf_of_id AND own.organisation_id = r.organisation_id AND own.on_behalf_of_id IS NULL)`,
  'every rule that the database itself keeps is in force': sql`
    SELECT i.indexrelid::regclass::text AS what FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid
     WHERE r.relnamespace = 'public'::regnamespace AND NOT i.indisvalid
    UNION ALL
    SELECT t.tgrelid::regclass || '.' || t.tgname FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
     WHERE r.relnamespace = 'public'::regnamespace AND t.tgenabled = 'D'`,
} as const satisfies Record<string, Sql>;
export type RuleName = keyof typeof rules;

export const ruleNames = Object.keys(rules) as RuleName[];

/** What a rule is about, by what it asks. */
function areaOf(rule: RuleName): RuleArea {
  const { text } = rules[rule];
  if (/pg_index/.test(text)) return 'database';
  if (/\bdocument(_version)?\b|file_content/.test(text)) return 'documents';
  if (/thread/.test(text)) return 'messages';
  if (/invoice|bank_entry/.test(text)) return 'invoices';
  if (/payroll|worksheet_unpaid/.test(text)) return 'payroll';
  if (/worksheet_event/.test(text)) return 'history';
  return /worksheet|hour_line|submission/.test(text) ? 'hours' : 'people';
}
