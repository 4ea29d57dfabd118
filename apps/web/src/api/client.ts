import type { ProblemBody } from '@konnekt/shared/basics/problem';
import type { RouteInput, RouteOutput } from '@konnekt/shared/basics/route';
import type { AllRoutes, RouteKey } from '@konnekt/shared/routes';
import { readSessionHint } from '../kit/storage/session-hint.ts';
import { serverAnswered, type Waiting, waitForServer } from './availability.ts';
import { tellOfLostAnswer } from './lost-answers.ts';
import { ApiProblem, ConnectionProblem } from './problem.ts';
import { isAct, mayBeRepeated } from './repeatable.ts';
import { logInAgain } from './session.ts';

export type Input<K extends RouteKey> = RouteInput<AllRoutes[K]>;
export type Output<K extends RouteKey> = RouteOutput<AllRoutes[K]>;

export interface CallOptions {
  signal?: AbortSignal;
  /** `throw` where nobody need be logged in: the question "who am I?" itself. Else the person is asked to log in again. */
  whenSignedOut?: 'ask' | 'throw';
  /** An earlier try got no answer, and the call goes on: what it did may be there already. */
  onRepeat?: () => void;
}

// The input may be left out where the route needs none.
type Args<K extends RouteKey> =
  Record<never, never> extends Input<K>
    ? [input?: Input<K>, options?: CallOptions]
    : [input: Input<K>, options?: CallOptions];

/**
 * Calls one route of the contract: `call('POST /api/worksheets/approve', { body })`. Throws `ApiProblem` for an answer
 * that is an error. A session that ran out is renewed on the way; when that fails the person logs in again over the screen they are
 * on, and the call goes on.
 *
 * A server that does not answer, or is too busy, is asked again until it does: for ever where a screen asks, a while for what somebody
 * pressed and may be done twice without harm (repeatable.ts, decision 24). Else, and after that while, it throws `ConnectionProblem`.
 *
 * An act that is under way is not sent a second time: whoever asks for the same meanwhile gets the same answer.
 */
export function call<K extends RouteKey>(key: K, ...[input, options]: Args<K>): Promise<Output<K>> {
  // Every input has this loose shape; the exact one was checked at the caller.
  const loose = input as LooseInput | undefined;
  return isAct(key) ? onceAtATime(key, loose, options) : send(key, loose, options);
}

interface UnderWay {
  answer: Promise<unknown>;
  onRepeat: Set<() => void>;
  wasRepeated: boolean;
}

/** By what is asked, to the letter. */
const underWay = new Map<string, UnderWay>();

function onceAtATime<K extends RouteKey>(key: K, input?: LooseInput, options: CallOptions = {}): Promise<Output<K>> {
  const file = input?.file;
  const name = JSON.stringify([key, input, file && [file.name, file.size, file.lastModified]]);
  let act = underWay.get(name);
  if (!act) {
    const begun: UnderWay = { answer: Promise.resolve(), onRepeat: new Set(), wasRepeated: false };
    const onRepeat = () => {
      begun.wasRepeated = true;
      for (const tell of begun.onRepeat) tell();
    };
    begun.answer = send(key, input, { ...options, onRepeat }).finally(() => underWay.delete(name));
    underWay.set(name, begun);
    act = begun;
  }
  if (act.wasRepeated) options.onRepeat?.();
  if (options.onRepeat) act.onRepeat.add(options.onRepeat);
  return act.answer as Promise<Output<K>>;
}

async function send<K extends RouteKey>(key: K, loose?: LooseInput, options?: CallOptions): Promise<Output<K>> {
  let wasRepeated = false;
  const answer = await untilAnswered({
    key,
    signal: options?.signal,
    attempt: (notice) => throughTheDoor(key, () => notice(request(key, loose, options?.signal)), options),
    onRepeat: () => {
      wasRepeated = true;
      options?.onRepeat?.();
    },
  });
  if (answer.problem) throw new ApiProblem(answer.problem, wasRepeated);
  if (key === 'POST /api/auth/login') isOver = false;
  return answer.body as Output<K>; // the API checks its answers against the contract on the way out
}

/** Sends, and again with a new session where the one before ran out. */
async function throughTheDoor(key: RouteKey, send: () => Promise<Answer>, options?: CallOptions): Promise<Answer> {
  // A session that is known to have run out is renewed first: else every call of a screen would fail once.
  const isStale = !isPublic(key) && !isOver && readSessionHint().state === 'expired';
  let answer = await (isStale ? sendWithNewSession(send, () => readSessionHint().state !== 'expired') : send());
  if (isSignedOut(answer) && !isOver) answer = await sendWithNewSession(send);
  if (isSignedOut(answer) && options?.whenSignedOut !== 'throw' && (await logInAgain())) answer = await send();
  return answer;
}

/** How long what somebody pressed is tried again by itself; then it is for them to say. */
const patience = 120_000;
/** A request that has no answer yet by then is one that is waited for, and the screen says so. */
const slowAfter = 4_000;

async function untilAnswered(options: {
  key: RouteKey;
  signal: AbortSignal | undefined;
  /** `notice` watches a request that takes long. */
  attempt: (notice: (request: Promise<Answer>) => Promise<Answer>) => Promise<Answer>;
  onRepeat: () => void;
}): Promise<Answer> {
  const { key, signal, attempt, onRepeat } = options;
  const isRepeatable = mayBeRepeated(key);
  const until = isAct(key) ? Date.now() + patience : Number.POSITIVE_INFINITY;
  let waiting: Waiting | undefined;
  const wait = () => {
    waiting ??= waitForServer(isAct(key));
    return waiting;
  };
  const notice = (request: Promise<Answer>) => {
    if (!isRepeatable) return request;
    const timer = setTimeout(wait, slowAfter);
    return request.finally(() => clearTimeout(timer));
  };
  try {
    for (;;) {
      try {
        const answer = await attempt(notice);
        serverAnswered();
        return answer;
      } catch (error) {
        if (!(error instanceof ConnectionProblem)) throw error;
        // What never left the device is said at once; it is pressed again when there is a connection.
        if (isAct(key) && error.isOffline) throw error;
        if (!isRepeatable || Date.now() > until) {
          tellOfLostAnswer();
          throw error;
        }
        await wait().nextRound(error.retryAfterSeconds, signal);
        onRepeat();
      }
    }
  } finally {
    waiting?.end();
  }
}

interface LooseInput {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  file?: File;
}

interface Answer {
  body?: unknown;
  problem?: ProblemBody;
}

const isPublic = (key: RouteKey) => key.startsWith('POST /api/auth/') || key === 'GET /api/agency';

const isSignedOut = (answer: Answer) => answer.problem?.code === 'not-signed-in';

const longKeys: RouteKey[] = [
  'POST /api/files',
  'POST /api/imports',
  'POST /api/document-deliveries',
  'POST /api/document-deliveries/:id/apply',
];

/** Longest time to an answer: the API gives up on its database well before. Files take as long as their way up. */
const timeLimit = (key: RouteKey): number =>
  key === 'POST /api/auth/refresh' ? 10_000 : longKeys.includes(key) ? 180_000 : 15_000;

async function request(key: RouteKey, input: LooseInput = {}, signal?: AbortSignal): Promise<Answer> {
  const { method, url } = addressOf(key, input);
  const changes = method !== 'GET';
  const limit = within(timeLimit(key), signal);
  try {
    const response = await fetch(url, {
      method,
      signal: limit.signal,
      headers: { accept: 'application/json', ...(changes && !input.file && { 'content-type': 'application/json' }) },
      body: input.file ? formOf(input.file) : changes ? JSON.stringify(input.body ?? {}) : undefined,
    });
    const text = await response.text();
    if (response.ok) return { body: text === '' ? undefined : JSON.parse(text) };
    const problem = problemIn(text) ?? strangeProblem(response.status);
    if (!isNotThere(response.status)) return { problem };
    throw new ConnectionProblem({
      retryAfterSeconds: problem.retryAfterSeconds,
      isBusy: problem.code === 'unavailable',
    });
  } catch (error) {
    if (signal?.aborted || error instanceof ConnectionProblem) throw error;
    throw new ConnectionProblem({ cause: error, isTimeOut: limit.signal.aborted });
  } finally {
    limit.end();
  }
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

/** Ends with the signal given, or after a time. (AbortSignal.any is not yet on every phone.) */
function within(milliseconds: number, signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  const timer = setTimeout(abort, milliseconds);
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
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

export function problemIn(text: string): ProblemBody | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'code' in body ? (body as ProblemBody) : undefined;
  } catch {
    return undefined;
  }
}

/** Whatever a proxy in between says about it. */
export const isNotThere = (status: number) => status >= 502 && status <= 504;

/** An error that is not from our API, but from something between. */
const strangeProblem = (status: number): ProblemBody => ({
  type: 'about:blank',
  title: 'Unexpected answer',
  status,
  code: 'internal-error',
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

/**
 * Never called off, but for its time limit: the other tabs wait for their turn. An answer that was lost is asked for again at once,
 * while the token that was sent is still good.
 */
const renew = (): Promise<Answer> =>
  request('POST /api/auth/refresh').catch((error: unknown) => {
    const isLost = error instanceof ConnectionProblem && error.cause !== undefined && !error.isTimeOut;
    if (isLost) return request('POST /api/auth/refresh');
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
