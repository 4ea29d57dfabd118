import type { Agency } from '@konnekt/shared/agency/agency.contract';
import type { Db } from '#api/kit/database';
import { type Content, openContent } from '#api/kit/file-content';
import { sql } from '#api/kit/sql';

export type AgencySettings = Omit<Agency, 'demo'> & {
  paidOnWeekday: number;
  approveByWeekday: number;
  approveByMinutes: number;
  warningLimits: Record<string, number>;
};

export async function hasAgency(db: Db): Promise<boolean> {
  const [agency] = await db.query(sql`SELECT 1 AS one FROM agency`);
  return agency !== undefined;
}

/** The one row of settings. */
export async function readAgency(db: Db): Promise<AgencySettings> {
  const [agency] = await db.query<AgencySettings>(sql`
    SELECT name, logo_file_id AS "logoFileId", accent_colour AS "accentColour", helpdesk_phone AS "helpdeskPhone",
           helpdesk_email AS "helpdeskEmail", last_approval AS "lastApproval", week_fifty_three AS "weekFiftyThree",
           paid_on_weekday AS "paidOnWeekday", approve_by_weekday AS "approveByWeekday", approve_by_minutes AS "approveByMinutes", warning_limits AS "warningLimits"
      FROM agency`);
  if (!agency) throw new Error('The agency has no settings row');
  return agency;
}

/** The logo that the agency has now. */
export async function readLogo(db: Db, fileId: string): Promise<{ mediaType: string; content: Content } | undefined> {
  const [logo] = await db.query<{ mediaType: string }>(sql`
    SELECT f.media_type AS "mediaType" FROM agency a JOIN stored_file f ON f.id = a.logo_file_id WHERE f.id = ${fileId}::uuid`);
  const content = logo && (await openContent(db, fileId));
  return content && { ...logo, content };
}
