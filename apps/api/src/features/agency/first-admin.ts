import { zSettings } from '@konnekt/shared/agency/settings.contract';
import type { Language } from '@konnekt/shared/basics/actor';
import { zEmail, zLine } from '@konnekt/shared/basics/fields';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { PersonName } from '@konnekt/shared/people/person-name';
import { z } from 'zod';
import { holdAccount } from '#api/features/accounts/link.repository';
import { sendInvitation } from '#api/features/accounts/link.service';
import { addAccount } from '#api/features/accounts/office-account.repository';
import { hourTypes } from '#api/features/agency/agency.data';
import type { Db, Transaction } from '#api/kit/database';
import { sql } from '#api/kit/database';

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
  const [account] = await tx.query<{ id: string; role: string; status: string }>(
    sql`SELECT id, role, status FROM account WHERE key_form(email) = ${keyForm(email)}`,
  );
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
  const added = await tx.query(sql`
    INSERT INTO agency (name, helpdesk_phone, helpdesk_email) VALUES (${agencyName}, ${helpdeskPhone}, ${email})
    ON CONFLICT DO NOTHING RETURNING id`);
  if (added.length === 0) return;
  await tx.query(sql`
    INSERT INTO hour_type (code, name_nl, name_en, kind, bill_share_bp, pay_share_bp, is_worked, for_employee, for_supervisor, sort_order)
    SELECT t->>'code', t->>'nameNl', t->>'nameEn', t->>'kind', (t->>'billShareBp')::int, (t->>'payShareBp')::int,
           (t->>'isWorked')::boolean, (t->>'forEmployee')::boolean, (t->>'forSupervisor')::boolean, n
      FROM jsonb_array_elements(${JSON.stringify(hourTypes)}::jsonb) WITH ORDINALITY AS list (t, n)
    ON CONFLICT DO NOTHING`);
}
