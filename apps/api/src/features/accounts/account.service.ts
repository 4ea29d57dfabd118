import { createHash, randomBytes } from 'node:crypto';
import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Actor } from '@konnekt/shared/basics/actor';
import type { Author, Db } from '#api/plugins/database';
import { Problem } from '#api/plugins/problems';
import * as accounts from './account.repository.ts';
import type { Client } from './client.ts';
import { loginThrottle } from './login-throttle.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { REFRESH_DAYS, type SessionTokens } from './session.ts';

export interface SignedIn {
  me: Me;
  tokens: SessionTokens;
}

/** Unknown, not activated, blocked and wrong all get the same answer, after the same work. */
export async function logIn(
  db: Db,
  credentials: { login: string; password: string },
  client: Client,
  today: string,
): Promise<SignedIn> {
  // Written small here, once: PostgreSQL's idea of it may differ, and each spelling would have tries of its own.
  const login = credentials.login.toLowerCase();
  const throttle = loginThrottle(db, login, client.address);
  await throttle.take();
  const account = await accounts.findForLogin(db, login);
  const isRight = await verifyPassword(account?.passwordHash, credentials.password);
  if (!account?.passwordHash || !isRight || account.status !== 'active') {
    await Promise.all([throttle.failed(), accounts.tellOfRefusedLogIn(db, account?.accountId, client.address)]);
    throw new Problem('wrong-credentials');
  }
  await throttle.succeeded();
  return signIn(db, { accountId: account.accountId, passwordHash: account.passwordHash }, client, today);
}

/** A token that was used before ends its session: one of the two who used it is not its owner. */
export async function refresh(db: Db, refreshToken: string | undefined, today: string): Promise<SignedIn> {
  const presented = parseToken(refreshToken);
  if (!presented) throw new Problem('not-signed-in');
  const secret = newSecret();
  const swap = {
    sessionId: presented.sessionId,
    from: hashOf(presented.secret),
    to: hashOf(secret),
    days: REFRESH_DAYS,
  };
  const session = await accounts.rotateSession(db, swap);
  const me = session && (await accounts.findMe(db, session.accountId, today));
  if (!me) {
    await accounts.endSession(db, presented.sessionId, 'token-reused');
    throw new Problem('not-signed-in');
  }
  return { me, tokens: tokensOf(presented.sessionId, secret) };
}

export const logOut = (db: Db, sessionId: string): Promise<void> => accounts.endSession(db, sessionId, 'logged-out');

export async function changePassword(
  db: Db,
  actor: Actor,
  change: { currentPassword: string; newPassword: string },
  client: Client,
  author: Author,
  today: string,
): Promise<SignedIn> {
  const throttle = loginThrottle(db, `account:${actor.accountId}`, client.address);
  await throttle.take();
  const passwordHash = await accounts.findPasswordHash(db, actor.accountId);
  if (!(await verifyPassword(passwordHash, change.currentPassword))) {
    await throttle.failed();
    throw new Problem('wrong-current-password', {
      errors: [{ pointer: '/currentPassword', code: 'wrong-current-password' }],
    });
  }
  await throttle.succeeded();
  const newHash = await hashPassword(change.newPassword);
  await accounts.changePassword(db, author, actor.accountId, newHash);
  return signIn(db, { accountId: actor.accountId, passwordHash: newHash }, client, today);
}

/** Starts a session for whoever proved to be this account. */
export async function signIn(
  db: Db,
  checked: { accountId: string; passwordHash: string },
  client: Client,
  today: string,
): Promise<SignedIn> {
  const secret = newSecret();
  const sessionId = await accounts.startSession(db, {
    ...checked,
    refreshHash: hashOf(secret),
    days: REFRESH_DAYS,
    ...client,
  });
  const me = sessionId && (await accounts.findMe(db, checked.accountId, today));
  if (!me) throw new Problem('wrong-credentials');
  return { me, tokens: tokensOf(sessionId, secret) };
}

const newSecret = (): string => randomBytes(32).toString('base64url');
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const tokensOf = (sessionId: string, secret: string): SessionTokens => ({
  sessionId,
  refreshToken: `${sessionId}.${secret}`,
});

/** The session that a refresh token speaks of, good or not. */
export const sessionOf = (refreshToken: string | undefined): string | undefined => parseToken(refreshToken)?.sessionId;

const tokenShape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;
function parseToken(token: string | undefined): { sessionId: string; secret: string } | undefined {
  const [, sessionId, secret] = tokenShape.exec(token ?? '') ?? [];
  return sessionId && secret ? { sessionId, secret } : undefined;
}
