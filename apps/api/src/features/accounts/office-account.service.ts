import type { Readable } from 'node:stream';
import { accountColumns } from '@konnekt/shared/accounts/account.columns';
import { reasonNotToBlock, reasonNotToManage } from '@konnekt/shared/accounts/account.permissions';
import type { AccountsFile, zChangeAccount, zNewAccount } from '@konnekt/shared/accounts/office-account.schema';
import type { Actor } from '@konnekt/shared/basics/actor';
import { isOffice } from '@konnekt/shared/basics/actor';
import type { z } from 'zod';
import { recordEvent } from '#api/kit/audit-event';
import { type Author, constraintOf, type Db, type Transaction } from '#api/kit/database';
import { listFile } from '#api/kit/list-file';
import { invalidInput, Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { tellOldAddresses } from './account-notes.ts';
import { holdAccount, type LinkAccount } from './link.repository.ts';
import { sendInvitation } from './link.service.ts';
import * as accounts from './office-account.repository.ts';
import { endSessions } from './session.repository.ts';

// What other features may use.
export { addAccount } from './office-account.repository.ts';

/** The office's accounts as a file, narrowed down as the list is. */
export function exportAccounts(db: Db, author: Author, sight: Sight, query: AccountsFile): Promise<Readable> {
  const { format, language, ...filter } = query;
  return listFile(db, author, {
    as: { format, language },
    columns: accountColumns,
    event: { subjectType: 'accounts-file' },
    readPage: (page) => accounts.listOfficeAccounts(db, sight, { ...filter, ...page }),
  });
}

/** Makes an account for a colleague and invites them. Returns its id. */
export async function addColleague(
  db: Db,
  { publicUrl, wakeMail }: Pick<Services, 'publicUrl' | 'wakeMail'>,
  author: Author,
  colleague: z.output<typeof zNewAccount>,
): Promise<string> {
  const id = await unlessTaken(() =>
    db.transaction(author, async (tx) => {
      const added = await accounts.addAccount(tx, colleague);
      await sendInvitation(tx, publicUrl, await held(tx, added));
      return added;
    }),
  );
  wakeMail();
  return id;
}

/** Changes what somebody logs in with. Name and role are changed only where the account is the office's. */
export async function changeAccount(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  change: z.output<typeof zChangeAccount>,
): Promise<void> {
  await unlessTaken(() =>
    db.transaction(author, async (tx) => {
      const others = await accounts.countOtherAdmins(tx, id);
      const account = await held(tx, id);
      const reason = reasonNotToManage(actor, account);
      if (reason) throw new Problem(reason);
      const role = isOffice(account) ? (change.role ?? account.role) : account.role;
      if (account.role === 'admin' && role !== 'admin' && account.status === 'active' && others === 0)
        throw new Problem('last-admin');
      const name = isOffice(account) ? change.name : undefined;
      if (!(await accounts.raisePersonVersion(tx, account.personId, change.version, name)))
        throw new Problem('record-changed');
      await accounts.changeAccount(tx, id, { ...change, role });
      await tellOldAddresses(tx, [account]);
    }),
  );
}

/** Blocks an account, or gives it back. An agency always keeps an admin who can log in. */
export async function setBlocked(db: Db, actor: Actor, author: Author, id: string, isBlocked: boolean): Promise<void> {
  await db.transaction(author, async (tx) => {
    const others = await accounts.countOtherAdmins(tx, id);
    const account = await held(tx, id);
    const reason = reasonNotToBlock(actor, account);
    if (reason) throw new Problem(reason);
    if (isBlocked && account.role === 'admin' && account.status === 'active' && others === 0)
      throw new Problem('last-admin');
    if (await accounts.setBlocked(tx, id, isBlocked)) return;
    throw new Problem(isBlocked ? 'account-blocked' : 'account-not-blocked');
  });
}

/** Logs somebody out everywhere. */
export async function endAllSessions(db: Db, actor: Actor, author: Author, id: string): Promise<void> {
  await db.transaction(author, async (tx) => {
    const account = await held(tx, id);
    const reason = reasonNotToManage(actor, account);
    if (reason) throw new Problem(reason);
    await endAndTell(tx, account, 'all');
  });
}

/** Ends sessions of one's own: one of them, or all but this one. */
export async function endOwnSessions(
  db: Db,
  actor: Actor,
  author: Author,
  which: { only: string } | { except: string },
): Promise<void> {
  await db.transaction(author, async (tx) => {
    const ended = await endAndTell(tx, await held(tx, actor.accountId), which);
    if ('only' in which && ended === 0) throw new Problem('not-found');
  });
}

async function endAndTell(
  tx: Transaction,
  account: LinkAccount,
  which: Parameters<typeof endSessions>[2],
): Promise<number> {
  const ended = await endSessions(tx, account.accountId, which);
  if (ended.length > 0) {
    await tx.query(
      recordEvent({
        action: 'session-ended',
        subjectType: 'account',
        subjectId: account.accountId,
        subjectName: account.email,
        recordId: account.personId,
      }),
    );
  }
  return ended.length;
}

async function held(tx: Transaction, id: string): Promise<LinkAccount> {
  const account = await holdAccount(tx, id);
  if (!account) throw new Problem('not-found');
  return account;
}

/** A login belongs to one person: said at its field. */
async function unlessTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === 'account_email_key') throw invalidInput([{ pointer: '/email', code: 'taken' }]);
    if (constraint === 'account_user_name_key') throw invalidInput([{ pointer: '/userName', code: 'taken' }]);
    throw error;
  }
}
