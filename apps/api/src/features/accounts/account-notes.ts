import type { Language } from '@konnekt/shared/basics/actor';
import { queueMail, readSender } from '#api/features/mail/mail.repository';
import { sql, type Transaction } from '#api/kit/database';
import { noteMail } from './note.mails.ts';

/** Of a change that somebody may have to undo it is told even late. */
const NOTE_HOURS = 14 * 24;

interface Told {
  accountId: string;
  name: string;
  language: Language;
  /** Where the note goes. */
  email: string;
}

/** Tells who logged in with an address before that it is not theirs to log in with any more; never which one is. */
export async function tellOldAddresses(
  tx: Transaction,
  before: { personId: string; email: string | null }[],
): Promise<void> {
  if (before.length === 0) return;
  const told = await tx.query<Told>(sql`
    SELECT a.id AS "accountId", p.full_name AS name, a.language, before.email
      FROM unnest(${before.map(({ personId }) => personId)}::uuid[], ${before.map(({ email }) => email)}::text[]) AS before (person_id, email)
      JOIN account a ON a.person_id = before.person_id AND lower(a.email) <> lower(before.email) AND a.password_hash IS NOT NULL
      JOIN person p ON p.id = a.person_id ORDER BY a.id`);
  for (const one of told) await send(tx, 'address-changed', one);
}

/** Tells the owner of an account that it has another password. */
export async function tellOfNewPassword(tx: Transaction, accountId: string): Promise<void> {
  const [told] = await tx.query<Told>(sql`
    SELECT a.id AS "accountId", p.full_name AS name, a.language, a.email
      FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = ${accountId}::uuid`);
  if (told) await send(tx, 'password-changed', told);
}

async function send(tx: Transaction, kind: 'address-changed' | 'password-changed', told: Told): Promise<void> {
  const { accountId, language, email } = told;
  const mail = noteMail(kind, { sender: await readSender(tx), ...told });
  await queueMail(tx, { ...mail, kind, to: email, language, accountId, goodForHours: NOTE_HOURS });
}
