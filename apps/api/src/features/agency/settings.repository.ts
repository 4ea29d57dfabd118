import type { Settings } from '@konnekt/shared/agency/settings.contract';
import type { Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';

/** The one row of settings, whole. */
export async function readSettings(db: Transaction): Promise<Settings> {
  const [settings] = await db.query<Settings>(sql`
    SELECT name, logo_file_id AS "logoFileId", accent_colour AS "accentColour", helpdesk_phone AS "helpdeskPhone",
           helpdesk_email AS "helpdeskEmail", mail_from AS "mailFrom", street, postcode, city, kvk_number AS "kvkNumber",
           vat_number AS "vatNumber", iban, g_account_iban AS "gAccountIban", last_approval AS "lastApproval", corrections_need_approval AS "correctionsNeedApproval",
           approval_text_nl AS "approvalTextNl", approval_text_en AS "approvalTextEn",
           paid_on_weekday AS "paidOnWeekday", approve_by_weekday AS "approveByWeekday", approve_by_minutes AS "approveByMinutes", week_fifty_three AS "weekFiftyThree", hours_from AS "hoursFrom",
           warning_limits AS "warningLimits", stands_out_from_planned_minutes AS "standsOutFromPlannedMinutes",
           stands_out_from_previous_minutes AS "standsOutFromPreviousMinutes", version
      FROM agency`);
  if (!settings) throw new Error('The agency has no settings row');
  return settings;
}

/** False when they were changed since. */
export async function updateSettings(tx: Transaction, { version, ...fields }: Settings): Promise<boolean> {
  const written = await tx.query(sql`
    UPDATE agency
       SET version = version + 1, name = ${fields.name}, logo_file_id = ${fields.logoFileId}::uuid, accent_colour = ${fields.accentColour},
           helpdesk_phone = ${fields.helpdeskPhone}, helpdesk_email = ${fields.helpdeskEmail}, mail_from = ${fields.mailFrom},
           street = ${fields.street}, postcode = ${fields.postcode}, city = ${fields.city}, kvk_number = ${fields.kvkNumber},
           vat_number = ${fields.vatNumber}, iban = ${fields.iban}, g_account_iban = ${fields.gAccountIban},
           last_approval = ${fields.lastApproval}::boolean, corrections_need_approval = ${fields.correctionsNeedApproval}::boolean,
           approval_text_nl = ${fields.approvalTextNl}, approval_text_en = ${fields.approvalTextEn}, paid_on_weekday = ${fields.paidOnWeekday}::int,
           approve_by_weekday = ${fields.approveByWeekday}::int, approve_by_minutes = ${fields.approveByMinutes}::int, week_fifty_three = ${fields.weekFiftyThree}, hours_from = ${fields.hoursFrom}::date,
           warning_limits = ${JSON.stringify(fields.warningLimits)}::jsonb,
           stands_out_from_planned_minutes = ${fields.standsOutFromPlannedMinutes}::int,
           stands_out_from_previous_minutes = ${fields.standsOutFromPreviousMinutes}::int
     WHERE version = ${version}::int RETURNING id`);
  return written.length > 0;
}

/** Who changed the settings last: they are nobody's record, so they have no id. */
export async function lastChange(
  tx: Transaction,
): Promise<{ changedBy: string | null; changedAt: string } | undefined> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string }>(sql`
    SELECT actor_name AS "changedBy", at AS "changedAt" FROM audit_event WHERE subject_type = 'agency' ORDER BY id DESC LIMIT 1`);
  return last;
}
