import type { FirstSteps } from '@konnekt/shared/home/home.contract';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** What is done of the first steps; nothing once hours were approved here (not brought along). For the office, which sees all of it. */
export async function findFirstSteps(db: Db): Promise<FirstSteps | undefined> {
  const [steps] = await db.query<FirstSteps>(sql`
    SELECT agency.version > 1 AS settings, EXISTS (SELECT FROM mail WHERE sent_at IS NOT NULL) AS mail,
           (SELECT CASE WHEN last.sent_at IS NULL THEN last.failure END FROM (
             SELECT * FROM mail WHERE failure IS DISTINCT FROM 'replaced' ORDER BY id DESC LIMIT 1) last) AS "mailFailure",
           EXISTS (SELECT FROM organisation) AS organisation, EXISTS (SELECT FROM employee) AS employee,
           EXISTS (SELECT FROM placement) AS placement, EXISTS (SELECT FROM placement_rate) AS rates,
           EXISTS (SELECT FROM supervisor_right) AS supervisor,
           EXISTS (SELECT FROM account_link l JOIN account a ON a.id = l.account_id WHERE a.role IN ('employee', 'supervisor')) AS invited
      FROM agency
     WHERE NOT EXISTS (SELECT FROM worksheet w WHERE w.status IN ('approved', 'finalised')
                          AND NOT EXISTS (SELECT FROM brought_line b WHERE b.worksheet_id = w.id))`);
  return steps;
}
