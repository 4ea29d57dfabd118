import { queueMail, readSender } from '#api/features/mail/mail.service';
import type { Transaction } from '#api/kit/database';
import { findOldAddresses, findOwner, type Told } from './account-notes.repository.ts';
import { noteMail } from './note.mails.ts';

/** Of a change that somebody may have to undo it is told even late. */
const NOTE_HOURS = 14 * 24;

/** Tells who logged in with an address before that it is not theirs to log in with any more; never which one is. */
export async function tellOldAddresses(
  tx: Transaction,
  before: { personId: string; email: string | null }[],
): Promise<void> {
  if (before.length === 0) return;
  for (const one of await findOldAddresses(tx, before)) await send(tx, 'address-changed', one);
}

/** Tells the owner of an account that it has another password. */
export async function tellOfNewPassword(tx: Transaction, accountId: string): Promise<void> {
  const told = await findOwner(tx, accountId);
  if (told) await send(tx, 'password-changed', told);
}

async function send(tx: Transaction, kind: 'address-changed' | 'password-changed', told: Told): Promise<void> {
  const { accountId, language, email } = told;
  const mail = noteMail(kind, { sender: await readSender(tx), ...told });
  await queueMail(tx, { ...mail, kind, to: email, language, accountId, goodForHours: NOTE_HOURS });
}
