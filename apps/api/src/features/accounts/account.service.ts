import { createHash, randomBytes } from 'node:crypto';
import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Actor } from '@konnekt/shared/basics/actor';
import type { Author, Db } from '#api/plugins/database';
import { Problem } from '#api/plugins/problems';
import type { Services } from '#api/services';
import * as accounts from './account.repository.ts';
import type { Client } from './client.ts';
import { loginThrottle } from './login-throttle.ts';
import { hashPassword, refuseOwnWords, verifyPassword } from './passwords.ts';
import { parseToken, REFRESH_DAYS, type SessionTokens, tokensOf } from './session.ts';

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

/**
 * Trades a refresh token for the next one, the same one for some moments however often it is asked. One that was traded longer ago
 * ends its session: one of the two who used it is not its owner.
 */
export async function refresh(
  db: Db,
  nextSecret: Services['nextSecret'],
  refreshToken: string | undefined,
  address: string,
  today: string,
): Promise<SignedIn> {
  const presented = parseToken(refreshToken);
  if (!presented) throw new Problem('not-signed-in');
  const { sessionId, key } = presented;
  const keyHash = hashOf(key);
  const secret = nextSecret(presented);
  const swap = { sessionId, keyHash, from: hashOf(presented.secret), to: hashOf(secret) };
  const session = await accounts.rotateSession(db, swap);
  const me = session && (await accounts.findMe(db, session.accountId, today));
  if (!me) {
    await accounts.endReusedSession(db, sessionId, keyHash, address);
    throw new Problem('not-signed-in');
  }
  return { me, tokens: tokensOf({ sessionId, key, secret }) };
}

/**
 * Ends the session of a good access token, or else of a refresh token that is good now; one that was used long before ends it too,
 * as anywhere. Returns which session that was.
 */
export async function logOut(
  db: Db,
  sessionId: string | undefined,
  refreshToken: string | undefined,
  address: string,
): Promise<string | undefined> {
  const presented = parseToken(refreshToken);
  if (sessionId) await accounts.logOutSession(db, { sessionId }, address);
  else if (presented) {
    const { sessionId: id, key, secret } = presented;
    const keyHash = hashOf(key);
    await accounts.logOutSession(db, { sessionId: id, keyHash, refreshHash: hashOf(secret) }, address);
    await accounts.endReusedSession(db, id, keyHash, address);
  }
  return sessionId ?? presented?.sessionId;
}

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
  await refuseOwnWords(db, actor.accountId, change.newPassword, '/newPassword');
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
  const [key, secret] = [newSecret(), newSecret()];
  const sessionId = await accounts.startSession(db, {
    ...checked,
    keyHash: hashOf(key),
    refreshHash: hashOf(secret),
    days: REFRESH_DAYS,
    ...client,
  });
  const me = sessionId && (await accounts.findMe(db, checked.accountId, today));
  if (!me) throw new Problem('wrong-credentials');
  return { me, tokens: tokensOf({ sessionId, key, secret }) };
}

const newSecret = (): string => randomBytes(32).toString('base64url');
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
