import { isOffice } from '@konnekt/shared/basics/actor';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { Db } from '#api/kit/database';
import { type Sql, sql } from '#api/kit/sql';
import { invoiceInSight, organisationsOf, type Sight } from '#api/kit/visibility';
import { isPaid } from './worksheet-conditions.repository.ts';
import { longHistory, longSubmissions, type StoredSubmission } from './worksheet-past.repository.ts';

/** What took a worksheet that is final. */
export interface TakenBy {
  /** A payroll run or an invoice did. */
  isPaid: boolean;
  payrollRun: Worksheet['payrollRun'];
  brought: Worksheet['brought'];
  invoices: Worksheet['invoices'] | null;
}

/** Of a worksheet that is in sight. */
export async function findTaken(db: Db, sight: Sight, id: string): Promise<TakenBy> {
  const [taken] = await db.query<TakenBy>(sql`
    SELECT ${isPaid} AS "isPaid", ${invoicesOf(sight)} AS invoices,
           (SELECT json_build_object('id', r.id, 'number', r.number, 'runDate', r.run_date)
              FROM payroll_run_worksheet k JOIN payroll_run r ON r.id = k.run_id WHERE k.worksheet_id = w.id) AS "payrollRun", ${broughtOf(sight)} AS brought
      FROM worksheet w WHERE w.id = ${id}::uuid`);
  return taken ?? { isPaid: false, payrollRun: null, brought: null, invoices: null };
}

/** What worksheet `w` was in an older system: its invoices for the office, and for who may see those of the client. */
const broughtOf = (sight: Sight): Sql => sql`(
  SELECT json_build_object('runs', coalesce(json_agg(DISTINCT b.run_number) FILTER (WHERE b.run_number IS NOT NULL), '[]'),
           'invoices', coalesce(json_agg(DISTINCT b.invoice_number) FILTER (WHERE b.invoice_number IS NOT NULL
             AND ${isOffice(sight.actor) ? sql`TRUE` : sql`w.organisation_id IN ${organisationsOf(sight, 'may_see_invoices')}`}), '[]'))
    FROM brought_line b WHERE b.worksheet_id = w.id HAVING count(*) > 0)`;

/** The invoices that lines of worksheet `w` are on, as far as one sees them; what a credit note freed is on none. */
const invoicesOf = (sight: Sight): Sql => sql`(
  SELECT json_agg(x ORDER BY x.id) FROM (
    SELECT DISTINCT i.id, i.number FROM invoice_source s JOIN invoice_line l ON l.id = s.invoice_line_id JOIN invoice i ON i.id = l.invoice_id
     WHERE s.worksheet_id = w.id AND s.freed_at IS NULL AND ${invoiceInSight(sight)}) x)`;

interface Past {
  submissions: StoredSubmission[] | null;
  history: Worksheet['history'] | null;
}

/** The events and submissions that are shown of a worksheet in sight with very many. */
export async function findAllOf(db: Db, id: string): Promise<Past> {
  const [past] = await db.query<Past>(sql`
    SELECT ${longSubmissions} AS submissions, ${longHistory} AS history FROM worksheet w WHERE w.id = ${id}::uuid`);
  return past ?? { submissions: null, history: null };
}
