import type { ProblemBody } from '@konnekt/shared/basics/problem';
import type { RouteInput, RouteOutput } from '@konnekt/shared/basics/route';
import type { AllRoutes } from '@konnekt/shared/routes';
import { ApiProblem, ConnectionProblem } from './problem.ts';
import { logInAgain } from './session.ts';
import { sessionHint } from './session-hint.ts';

export type RouteKey = keyof AllRoutes;
export type Input<K extends RouteKey> = RouteInput<AllRoutes[K]>;
export type Output<K extends RouteKey> = RouteOutput<AllRoutes[K]>;

export interface CallOptions {
  signal?: AbortSignal;
  /** `throw` where nobody need be logged in: the question "who am I?" itself. Else the person is asked to log in again. */
  whenSignedOut?: 'ask' | 'throw';
}

// The input may be left out where the route needs none.
type Args<K extends RouteKey> =
  Record<never, never> extends Input<K>
    ? [input?: Input<K>, options?: CallOptions]
    : [input: Input<K>, options?: CallOptions];

/**
 * Calls one route of the contract: `call('POST /api/worksheets/approve', { body })`. Throws `ApiProblem` for an answer
 * that is an error and `ConnectionProblem` when there was none. A session that ran out is renewed on the way; when that
 * fails the person logs in again over the screen they are on, and the call goes on.
 */
export async function call<K extends RouteKey>(key: K, ...[input, options]: Args<K>): Promise<Output<K>> {
  // Every input has this loose shape; the exact one was checked at the caller.
  const loose = input as LooseInput | undefined;
  const send = () => request(key, loose, options?.signal);

  // A session that is known to have run out is renewed first: else every call of a screen would fail once.
  const isStale = !isPublic(key) && !isOver && sessionHint().state === 'expired';
  let answer = await (isStale ? sendWithNewSession(send, () => sessionHint().state !== 'expired') : send());
  if (isSignedOut(answer) && !isOver) answer = await sendWithNewSession(send);
  if (isSignedOut(answer) && options?.whenSignedOut !== 'throw' && (await logInAgain())) answer = await send();
  if (answer.problem) throw new ApiProblem(answer.problem);
  if (key === 'POST /api/auth/login') isOver = false;
  return answer.body as Output<K>; // the API checks its answers against the contract on the way out
}

interface LooseInput {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
}

interface Answer {
  body?: unknown;
  problem?: ProblemBody;
}

const isPublic = (key: RouteKey) => key.startsWith('POST /api/auth/') || key === 'GET /api/agency';

const isSignedOut = (answer: Answer) => answer.problem?.code === 'not-signed-in';

async function request(key: RouteKey, input: LooseInput = {}, signal?: AbortSignal): Promise<Answer> {
  const { method, url } = addressOf(key, input);
  const changes = method !== 'GET';
  try {
    const response = await fetch(url, {
      method,
      signal,
      headers: { accept: 'application/json', ...(changes && { 'content-type': 'application/json' }) },
      body: changes ? JSON.stringify(input.body ?? {}) : undefined,
    });
    const text = await response.text();
    if (response.ok) return { body: text === '' ? undefined : JSON.parse(text) };
    return { problem: problemIn(text) ?? strangeProblem(response.status) };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ConnectionProblem(error);
  }
}

/** `'GET /api/worksheets/:id'` with its params and query filled in. Empty query values are left out. */
export function addressOf(key: string, { params = {}, query = {} }: LooseInput): { method: string; url: string } {
  const [method = 'GET', path = ''] = key.split(' ');
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return { method, url: search.size > 0 ? `${filled}?${search}` : filled };
}

function problemIn(text: string): ProblemBody | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body ? (body as ProblemBody) : undefined;
  } catch {
    return undefined;
  }
}

/** An error that is not from our API, but from something between. */
const strangeProblem = (status: number): ProblemBody => ({
  type: 'about:blank',
  title: 'Unexpected answer',
  status,
  code: status >= 502 && status <= 504 ? 'unavailable' : 'internal-error',
  requestId: '',
});

/** What a call would be answered that is not even sent. */
const signedOut: Answer = {
  problem: {
    type: '/problems/not-signed-in',
    title: 'not-signed-in',
    status: 401,
    code: 'not-signed-in',
    requestId: '',
  },
};

/** The session cannot be renewed any more; nobody need ask again until somebody logs in. */
let isOver = false;

/**
 * One call at a time renews, over all tabs where the browser has locks. Whoever's turn it is first tries again: another may have
 * renewed the session while they waited, unless it is known that nobody did. Where tabs cannot take turns they may renew at the
 * same moment: the API gives all of them the same next token, as it does when an answer was lost and the renewal is sent once
 * more (decision 15).
 */
const sendWithNewSession = (send: () => Promise<Answer>, isWorthTrying = () => true): Promise<Answer> =>
  inTurn(async () => {
    const again = isWorthTrying() || isOver ? await send() : signedOut;
    if (!isSignedOut(again) || isOver) return again;
    const renewed = await renew();
    if (!renewed.problem) return send();
    if (renewed.problem.status === 401) {
      isOver = true;
      return again;
    }
    throw new ApiProblem(renewed.problem);
  });

/** Never aborted. An answer that was lost is asked for again at once, while the token that was sent is still good. */
const renew = (): Promise<Answer> =>
  request('POST /api/auth/refresh').catch((error: unknown) => {
    if (error instanceof ConnectionProblem) return request('POST /api/auth/refresh');
    throw error;
  });

let lastTurn: Promise<unknown> = Promise.resolve();

function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request('konnekt-session', act) as Promise<T>;
  // Browsers have locks only in a secure context; over plain http the calls of this tab at least take turns.
  const mine = lastTurn.then(act, act);
  lastTurn = mine.catch(() => undefined);
  return mine;
}
