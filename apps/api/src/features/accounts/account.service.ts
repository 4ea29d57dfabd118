import { createHash, randomBytes } from 'node:crypto';
import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Actor } from '@konnekt/shared/basics/actor';
import { keyForm } from '@konnekt/shared/basics/key-form';
import type { Author, Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import * as accounts from './account.repository.ts';
import { tellOfNewPassword } from './account-notes.ts';
import type { LoginClient } from './client.ts';
import { deviceHashOf, deviceOfLogin, deviceToken } from './device.ts';
import { loginThrottle, tooManyAttempts } from './login-throttle.ts';
import { refuseGuessable } from './passwords.ts';
import * as sessions from './session.repository.ts';
import { endOldest } from './session.repository.ts';
import { parseToken, REFRESH_DAYS, type SessionTokens, tokensOf } from './session.ts';

export interface Renewed {
  me: Me;
  tokens: SessionTokens;
}

export interface SignedIn extends Renewed {
  /** What the device is known by from now on. */
  device: string;
}

/** Who is logged in. Throws `not-signed-in` where the account is no more. */
export async function whoIs(db: Db, accountId: string, today: string): Promise<Me> {
  const me = await accounts.findMe(db, accountId, today);
  if (!me) throw new Problem('not-signed-in');
  return me;
}

/** Unknown, not activated, blocked and wrong all get the same answer, after the same work. */
export async function logIn(
  { db, passwords, today }: Pick<Services, 'db' | 'passwords' | 'today'>,
  credentials: { login: string; password: string },
  client: LoginClient,
): Promise<SignedIn> {
  // In one form from here on: each spelling would have tries of its own.
  const login = keyForm(credentials.login);
  const device = await deviceOfLogin(db, client.device, login);
  let account: accounts.LoginAccount | undefined;
  const isRightNow = async (): Promise<boolean> => {
    account = await accounts.findForLogin(db, login);
    const checked = await passwords.check(account?.passwordHash, credentials.password);
    if (checked === 'wrong' || account?.status !== 'active') return false;
    if (checked === 'right') return true;
    // In its normal form it is right however it is typed from now on.
    const passwordHash = await passwords.hash(credentials.password);
    const isWritten = await accounts.rehash(db, account, passwordHash);
    account = { ...account, passwordHash };
    return isWritten || isRightNow(); // another was quicker, or changed it
  };
  const throttle = loginThrottle(db, { login, address: client.address, device });
  const { isRight, waitSeconds } = await throttle.attempt(isRightNow);
  if (!isRight || !account?.passwordHash) {
    await accounts.tellOfRefusedLogIn(db, account?.accountId, client.address);
    throw waitSeconds > 0 ? tooManyAttempts(waitSeconds) : new Problem('wrong-credentials');
  }
  return signIn(db, { accountId: account.accountId, passwordHash: account.passwordHash }, client, today());
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
): Promise<Renewed> {
  const presented = parseToken(refreshToken);
  if (!presented) throw new Problem('not-signed-in');
  const { sessionId, key } = presented;
  const keyHash = hashOf(key);
  const secret = nextSecret(presented);
  const swap = { sessionId, keyHash, from: hashOf(presented.secret), to: hashOf(secret) };
  const session = await sessions.rotateSession(db, swap);
  const me = session && (await accounts.findMe(db, session.accountId, today));
  if (!me) {
    await sessions.endReusedSession(db, sessionId, keyHash, address);
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
  if (sessionId) await sessions.logOutSession(db, { sessionId }, address);
  else if (presented) {
    const { sessionId: id, key, secret } = presented;
    const keyHash = hashOf(key);
    await sessions.logOutSession(db, { sessionId: id, keyHash, refreshHash: hashOf(secret) }, address);
    await sessions.endReusedSession(db, id, keyHash, address);
  }
  return sessionId ?? presented?.sessionId;
}

export async function changePassword(
  { db, passwords, today }: Pick<Services, 'db' | 'passwords' | 'today'>,
  actor: Actor,
  change: { currentPassword: string; newPassword: string },
  client: LoginClient,
  author: Author,
): Promise<SignedIn> {
  const throttle = loginThrottle(db, { login: `account:${actor.accountId}`, address: client.address });
  const { isRight } = await throttle.attempt(async () => {
    const passwordHash = await accounts.findPasswordHash(db, actor.accountId);
    return (await passwords.check(passwordHash, change.currentPassword)) !== 'wrong';
  });
  if (!isRight) {
    throw new Problem('wrong-current-password', {
      errors: [{ pointer: '/currentPassword', code: 'wrong-current-password' }],
    });
  }
  await refuseGuessable(db, actor.accountId, change.newPassword, '/newPassword');
  const newHash = await passwords.hash(change.newPassword);
  await db.transaction(author, async (tx) => {
    await accounts.changePassword(tx, actor.accountId, newHash);
    await tellOfNewPassword(tx, actor.accountId);
  });
  return signIn(db, { accountId: actor.accountId, passwordHash: newHash }, client, today());
}

/** Starts a session for whoever proved to be this account. */
export async function signIn(
  db: Db,
  checked: { accountId: string; passwordHash: string },
  client: LoginClient,
  today: string,
): Promise<SignedIn> {
  const [key, secret] = [newSecret(), newSecret()];
  const device = await deviceToken(db, client.device, newSecret());
  const sessionId = await sessions.startSession(db, {
    ...checked,
    keyHash: hashOf(key),
    refreshHash: hashOf(secret),
    deviceHash: deviceHashOf(device),
    days: REFRESH_DAYS,
    address: client.address,
    userAgent: client.userAgent,
  });
  if (sessionId) await endOldest(db, checked.accountId);
  const me = sessionId && (await accounts.findMe(db, checked.accountId, today));
  if (!me) throw new Problem('wrong-credentials');
  return { me, tokens: tokensOf({ sessionId, key, secret }), device };
}

const newSecret = (): string => randomBytes(32).toString('base64url');
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
