import { createHash, randomBytes } from 'node:crypto';
import { reasonNotToInvite } from '@konnekt/shared/accounts/account.permissions';
import type { Link } from '@konnekt/shared/accounts/link.contract';
import { LINK_HOURS, type LinkPurpose, linkState } from '@konnekt/shared/accounts/link.rules';
import type { Actor } from '@konnekt/shared/basics/actor';
import { keyForm } from '@konnekt/shared/basics/key-form';
import { dropWaiting, queueMail, readSender } from '#api/features/mail/mail.service';
import { recordEvent } from '#api/kit/audit-event';
import { refuseWhile } from '#api/kit/bounds';
import type { Author, Db, Transaction } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { findForLogin } from './account.repository.ts';
import { type SignedIn, signIn } from './account.service.ts';
import { tellOfNewPassword } from './account-notes.ts';
import type { LoginClient } from './client.ts';
import { linkMail, offerMail } from './link.mails.ts';
import * as links from './link.repository.ts';
import { loginThrottle } from './login-throttle.ts';
import { refuseGuessable } from './passwords.ts';

// What other features may use.
export { holdAccount, secondsToNextLink } from './link.repository.ts';

/** An offer stands until it is answered; who has not read of it after two weeks sees it in the portal. */
const OFFER_HOURS = 14 * 24;

type Sending = Pick<Services, 'publicUrl' | 'wakeMail'>;

/** Invites a person: a mail with a link to activate their account. An earlier link stops working. */
export async function invite(db: Db, sending: Sending, actor: Actor, author: Author, accountId: string): Promise<void> {
  await db.transaction(author, async (tx) => {
    const account = await links.holdAccount(tx, accountId);
    if (!account) throw new Problem('not-found');
    const reason = reasonNotToInvite(actor, account);
    if (reason) throw new Problem(reason);
    refuseWhile(await links.secondsToNextLink(tx, accountId));
    await sendInvitation(tx, sending.publicUrl, account);
  });
  sending.wakeMail();
}

/** The same in a transaction of a caller who has judged the right, such as one that makes the account. Returns the link. */
export async function sendInvitation(tx: Transaction, publicUrl: string, account: links.LinkAccount): Promise<string> {
  const link = await sendLink(tx, publicUrl, account, 'activation');
  await tx.query(recordEvent({ action: 'invite', ...subjectOf(account) }));
  return link;
}

/** Tells the owner of an account that somebody offers them rights; they take them over in the portal, or do not. */
export async function sendOffer(
  tx: Transaction,
  publicUrl: string,
  account: links.LinkAccount,
  by: string,
): Promise<void> {
  const { accountId, name, email, role, language } = account;
  const mail = offerMail({
    sender: await readSender(tx),
    name,
    email,
    role,
    language,
    by,
    link: `${publicUrl}/colleagues`,
  });
  await queueMail(tx, {
    ...mail,
    kind: 'colleague-invitation',
    to: email,
    language,
    accountId,
    goodForHours: OFFER_HOURS,
  });
}

/** What a link is good for; opening it changes nothing. Whose it is, is for who has a link that was sent to the address of now. */
export async function readLink(db: Db, token: string): Promise<Link> {
  const link = await links.findLink(db, hashOf(token));
  const state = linkState(link);
  if (!link || state === 'unknown') return { state: 'unknown', purpose: null, name: null, email: null, language: null };
  const { purpose, isSentHere, name, email, language } = link;
  return isSentHere
    ? { state, purpose, name, email, language }
    : { state, purpose, name: null, email: null, language: null };
}

/** Uses a link: its owner has an own password from now on, and is logged in. */
export async function activate(
  { db, passwords, today }: Pick<Services, 'db' | 'passwords' | 'today'>,
  { token, password }: { token: string; password: string },
  client: LoginClient,
): Promise<SignedIn> {
  const tokenHash = hashOf(token);
  const link = await links.findLink(db, tokenHash);
  const state = linkState(link);
  if (!link || state !== 'good') throw new Problem(`link-${state === 'good' ? 'unknown' : state}`);
  await refuseGuessable(db, link.accountId, password, '/password');
  const passwordHash = await passwords.hash(password);
  const { personId, name, role } = link;
  await db.transaction({ personId, name, role, sessionId: null, address: client.address }, async (tx) => {
    // Somebody was quicker: another press, a newer link, or who blocked the account.
    if (!(await links.useLink(tx, tokenHash, passwordHash))) throw new Problem('link-used');
    await tx.query(recordEvent({ action: 'link-used', ...subjectOf(link) }));
    if (link.purpose === 'new-password') await tellOfNewPassword(tx, link.accountId);
  });
  return signIn(db, { accountId: link.accountId, passwordHash }, client, today());
}

/**
 * Somebody who cannot log in asks for a link. Answers before anything is looked up, so that neither words nor time tell
 * whether there is an account. Who was invited gets the activation again, who is blocked nothing.
 */
export async function forgotPassword(
  db: Db,
  services: Sending & Pick<Services, 'background'>,
  typed: string,
  address: string,
): Promise<void> {
  const login = keyForm(typed);
  // Every question counts as a wrong one, apart from those of the log-in.
  await loginThrottle(db, { login: `forgot:${login}`, address, purpose: 'forgot' }).attempt(async () => false);
  services.background.run('link', async () => {
    const found = await findForLogin(db, login);
    if (!found || found.status === 'blocked') return;
    const nobody = { personId: null, name: null, role: null, sessionId: null, address };
    await db.transaction(nobody, async (tx) => {
      const account = await links.holdAccount(tx, found.accountId);
      if (!account || account.status === 'blocked') return;
      // Nobody is told: who asks may not know that there is an account.
      if (((await links.secondsToNextLink(tx, found.accountId)) ?? 0) > 0) return;
      await sendLink(tx, services.publicUrl, account, account.status === 'invited' ? 'activation' : 'new-password');
      await tx.query(recordEvent({ action: 'link-sent', ...subjectOf(account) }));
    });
    services.wakeMail();
  });
}

export async function sendLink(
  tx: Transaction,
  publicUrl: string,
  account: links.LinkAccount,
  purpose: LinkPurpose,
): Promise<string> {
  const { accountId, name, email, role, language } = account;
  const token = randomBytes(32).toString('base64url');
  const until = await links.addLink(tx, { accountId, email, purpose, tokenHash: hashOf(token) });
  await dropWaiting(tx, [accountId]);
  const link = purpose === 'activation' ? activationLink(publicUrl, token) : `${publicUrl}/new-password#${token}`;
  const mail = linkMail(purpose, { sender: await readSender(tx), name, email, role, language, link, until });
  await queueMail(tx, { ...mail, kind: purpose, to: email, language, accountId, goodForHours: LINK_HOURS });
  return link;
}

/** Behind the '#' a token never reaches a server by being opened: not its log, not another site. */
export const activationLink = (publicUrl: string, token: string): string => `${publicUrl}/activate#${token}`;

export const subjectOf = ({ accountId, email, personId }: links.LinkAccount) =>
  ({ subjectType: 'account', subjectId: accountId, subjectName: email, recordId: personId }) as const;

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
