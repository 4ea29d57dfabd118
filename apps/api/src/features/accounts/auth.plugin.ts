import cookie from '@fastify/cookie';
import jwt from '@fastify/jwt';
import { FRESH_HINT_COOKIE, NO_SESSION, SESSION_HINT_COOKIE } from '@konnekt/shared/accounts/session-hint';
import type { Actor, Language } from '@konnekt/shared/basics/actor';
import type { Access } from '@konnekt/shared/basics/route';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { actorMemory } from '#api/features/accounts/actor.memory';
import { DEVICE_DAYS } from '#api/features/accounts/device';
import { REFRESH_DAYS, type SessionTokens } from '#api/features/accounts/session';
import { ACCESS_COOKIE } from '#api/kit/cookies';
import type { Line } from '#api/kit/listen';
import { Problem } from '#api/kit/problem';
import type { Db } from '../../kit/database.ts';
import { isHttps, refuseForeignOrigin } from './foreign-origin.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyInstance {
    /** Who may call each registered route, by 'METHOD /path'. */
    accessOf: Map<string, Access>;
    /** To be called when a session (or any) ended: this process then knows at once, the others within moments. */
    forgetActors: (sessionId?: string) => void;
    /** Who is logged in, on a route that is open to all. */
    signedIn: (request: FastifyRequest) => Promise<Actor | undefined>;
    /** Whether people reach the portal by https: their browsers then send the cookies by nothing else. */
    hasSecureCookies: boolean;
  }
  interface FastifyRequest {
    /** Set on every route that is not public. */
    actor: Actor;
  }
}
declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sid: string };
    user: { sid: string };
  }
}

export const REFRESH_COOKIE = 'konnekt_refresh';
/** Of no session: stays when one ends, so that who logged in here before has tries of their own. */
export const DEVICE_COOKIE = 'konnekt_device';
/** How long an access token lives; a session that ends takes its tokens along at once. */
const ACCESS_SECONDS = 10 * 60;

interface AuthOptions {
  db: Db;
  line: Line;
  secret: string;
  publicUrl: string;
}

/**
 * Turns the access cookie into the one `Actor` of a request. Every route says who may call it; one that says nothing
 * is refused at start-up, so that no route is public by accident.
 */
export const auth = fp(async (app, { db, line, secret, publicUrl }: AuthOptions) => {
  await app.register(cookie);
  await app.register(jwt, {
    secret,
    cookie: { cookieName: ACCESS_COOKIE, signed: false },
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'], requiredClaims: ['sid', 'exp'] },
  });
  const actors = actorMemory(db, line);

  app.decorate('accessOf', new Map());
  app.decorate('hasSecureCookies', isHttps(publicUrl));
  app.decorate('forgetActors', actors.forget);
  app.decorate('signedIn', signedIn);
  app.decorateRequest('actor');
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    if (!access) throw new Error(`${route.method} ${route.url} does not say who may call it`);
    for (const method of [route.method].flat()) app.accessOf.set(`${method} ${route.url}`, access);
  });
  app.addHook('onRequest', async (request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead) refuseForeignOrigin(request, publicUrl);
    const access = request.routeOptions.config.access ?? 'public';
    // What somebody saw is not for the next one at the same machine to find with Back; nor is what the door hands out for anything between.
    if (access !== 'public' || !isRead) reply.header('cache-control', 'no-store');
    if (access === 'public') return;
    const actor = await signedIn(request);
    if (!actor) throw new Problem('not-signed-in');
    request.actor = actor;
    if (access === 'signed-in' || access.includes(actor.role)) return;
    // A supervisor who also works here uses what employees use.
    if (actor.employeeId && access.includes('employee')) return;
    throw new Problem('not-allowed');
  });

  async function signedIn(request: FastifyRequest): Promise<Actor | undefined> {
    const sessionId = await sessionIdOf(request);
    return sessionId ? actors.of(sessionId) : undefined;
  }
});

/** The session that a good access cookie names; a bad or missing one names none. A signature is checked once per token. */
export async function sessionIdOf(request: FastifyRequest): Promise<string | undefined> {
  const token = request.cookies[ACCESS_COOKIE];
  if (!token) return undefined;
  const checked = checkedTokens.get(request.server)?.get(token);
  if (checked && checked.until > Date.now()) return checked.sid;
  const verified = await request.jwtVerify<{ sid: string; exp: number }>({ onlyCookie: true }).catch(() => undefined);
  if (verified) remember(request.server, token, { sid: verified.sid, until: verified.exp * 1000 });
  return verified?.sid;
}

/** Good tokens by application, since each has its own secret. Whether their session still lives is asked each time. */
const checkedTokens = new WeakMap<FastifyInstance, Map<string, { sid: string; until: number }>>();
const MOST_TOKENS = 20_000;
function remember(app: FastifyInstance, token: string, checked: { sid: string; until: number }): void {
  const tokens = checkedTokens.get(app) ?? new Map();
  if (tokens.size >= MOST_TOKENS) tokens.clear();
  checkedTokens.set(app, tokens.set(token, checked));
}

const cookieOptions = ({ server }: FastifyRequest) =>
  ({ httpOnly: true, sameSite: 'strict', secure: server.hasSecureCookies }) as const;

export async function setSessionCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: SessionTokens,
  language: Language,
): Promise<void> {
  const options = cookieOptions(request);
  const access = await reply.jwtSign({ sid: tokens.sessionId }, { expiresIn: ACCESS_SECONDS });
  reply.setCookie(ACCESS_COOKIE, access, { ...options, path: '/api', maxAge: ACCESS_SECONDS });
  reply.setCookie(REFRESH_COOKIE, tokens.refreshToken, {
    ...options,
    path: '/api/auth',
    maxAge: REFRESH_DAYS * 86_400,
  });
  setSessionHint(request, reply, language);
  reply.setCookie(FRESH_HINT_COOKIE, '1', { ...hintOptions(request), maxAge: ACCESS_SECONDS });
}

export function setDeviceCookie(request: FastifyRequest, reply: FastifyReply, device: string): void {
  const options = { ...cookieOptions(request), path: '/api/auth', maxAge: DEVICE_DAYS * 86_400 };
  reply.setCookie(DEVICE_COOKIE, device, options);
}

/** Tells the browser that somebody is logged in, and in which language; also when they change it. */
export function setSessionHint(request: FastifyRequest, reply: FastifyReply, language: Language | typeof NO_SESSION) {
  reply.setCookie(SESSION_HINT_COOKIE, language, { ...hintOptions(request), maxAge: REFRESH_DAYS * 86_400 });
}

/** Scripts read them, and so does the page that a link in a mail opens. */
const hintOptions = ({ server }: FastifyRequest) =>
  ({ sameSite: 'lax', secure: server.hasSecureCookies, path: '/' }) as const;

export function clearSessionCookies(request: FastifyRequest, reply: FastifyReply): void {
  const options = cookieOptions(request);
  reply.clearCookie(ACCESS_COOKIE, { ...options, path: '/api' });
  reply.clearCookie(REFRESH_COOKIE, { ...options, path: '/api/auth' });
  setSessionHint(request, reply, NO_SESSION);
  reply.clearCookie(FRESH_HINT_COOKIE, hintOptions(request));
}
