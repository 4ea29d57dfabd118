import { zSettings } from '@konnekt/shared/agency/settings.contract';
import type { Language } from '@konnekt/shared/basics/actor';
import { zEmail, zLine } from '@konnekt/shared/basics/fields';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { PersonName } from '@konnekt/shared/people/person-name';
import { z } from 'zod';
import { holdAccount, sendInvitation } from '#api/features/accounts/link.service';
import { addAccount } from '#api/features/accounts/office-account.service';
import { hourTypes } from '#api/features/agency/hour-types.data';
import type { Db, Transaction } from '#api/kit/database';
import { findByEmail, insertAgency, insertHourTypes } from './first-admin.repository.ts';

export interface FirstAdmin {
  email: string;
  /** As one types it: `Anna de Vries`. */
  name: string;
  language: Language;
  /** What the agency is called, and its help desk's number, where it has no settings yet. */
  agencyName: string;
  helpdeskPhone: string;
  publicUrl: string;
}

/**
 * Makes an admin and a link that activates the account; on an empty database the agency and its hour types too. Run again for
 * somebody who was invited it makes a new link. Refuses an e-mail address that is somebody else's already.
 */
export function makeAdmin(db: Db, admin: FirstAdmin): Promise<{ link: string }> {
  return db.transaction(null, async (tx) => {
    await addAgency(tx, admin);
    const id = (await findInvited(tx, admin.email)) ?? (await addAdmin(tx, admin));
    const account = await holdAccount(tx, id);
    if (!account) throw new Error('The account is gone');
    return { link: await sendInvitation(tx, admin.publicUrl, account) };
  });
}

const zTyped = z.object({
  email: zEmail,
  name: zLine(2 * longest.name).refine((name) => nameParts(name).lastName !== ''),
  agencyName: zSettings.shape.name,
  helpdeskPhone: z.literal('').or(zSettings.shape.helpdeskPhone),
});
/** What was typed after `npm run admin`, by the rules of the forms; nothing when it is not right. */
export const readAdmin = (typed: z.output<typeof zTyped>) => zTyped.safeParse(typed).data;

/** 'Anna van der Berg' → first name, prefix (words written small), last name. */
export function nameParts(name: string): PersonName & { prefix: string | null } {
  const [firstName = '', ...rest] = name.trim().split(/\s+/);
  const end = rest.findIndex((word) => word !== word.toLowerCase());
  const prefix = rest.slice(0, Math.max(end, 0)).join(' ');
  return { firstName, prefix: prefix || null, lastName: rest.slice(Math.max(end, 0)).join(' ') };
}

const addAdmin = (tx: Transaction, { email, name, language }: FirstAdmin): Promise<string> => {
  const { firstName, prefix, lastName } = nameParts(name);
  return addAccount(tx, { firstName, prefix, lastName, email, language, role: 'admin' });
};

async function findInvited(tx: Transaction, email: string): Promise<string | undefined> {
  const account = await findByEmail(tx, email);
  if (!account) return undefined;
  if (account.role === 'admin' && account.status === 'invited') return account.id;
  throw new Error(
    account.status === 'active'
      ? `${email} has an account already: log in, or choose "Forgot password" there.`
      : `${email} has an account already, as ${account.role} (${account.status}).`,
  );
}

/** What every agency begins with; the settings change it. */
async function addAgency(tx: Transaction, { agencyName, email, helpdeskPhone }: FirstAdmin): Promise<void> {
  if (await insertAgency(tx, { name: agencyName, email, phone: helpdeskPhone })) await insertHourTypes(tx, hourTypes);
}
