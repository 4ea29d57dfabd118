import type { Actor, Role } from '../basics/actor.ts';
import { isOffice } from '../basics/actor.ts';

/** What a decision about an account asks of it. */
export interface ManagedAccount {
  personId: string;
  role: Role;
  status: 'invited' | 'active' | 'blocked';
}

type Reason = 'not-allowed' | 'own-account' | 'account-active' | 'account-blocked';

/** The office manages accounts; those of the office itself are the admins'. */
export function reasonNotToManage(
  actor: Pick<Actor, 'role'>,
  account: Pick<ManagedAccount, 'role'>,
): Reason | undefined {
  return actor.role === 'admin' || (isOffice(actor) && !isOffice(account)) ? undefined : 'not-allowed';
}

/** Who is active logs in, or asks for a new password themselves. */
export function reasonNotToInvite(actor: Pick<Actor, 'role'>, account: ManagedAccount): Reason | undefined {
  if (account.status === 'active') return reasonNotToManage(actor, account) ?? 'account-active';
  return reasonNotToManage(actor, account) ?? (account.status === 'blocked' ? 'account-blocked' : undefined);
}

/** Nobody blocks themselves. That an admin remains is judged where all of them are known. */
export function reasonNotToBlock(actor: Pick<Actor, 'role' | 'personId'>, account: ManagedAccount): Reason | undefined {
  if (actor.personId === account.personId) return 'own-account';
  return reasonNotToManage(actor, account);
}
