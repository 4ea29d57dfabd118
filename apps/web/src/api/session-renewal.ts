import type { RouteKey } from '@konnekt/shared/routes';
import { readSessionHint } from '../kit/storage/session-hint.ts';
import { ApiProblem, ConnectionProblem } from './problem.ts';
import { type Answer, request } from './request.ts';
import { logInAgain } from './session.ts';

/** Sends, and again with a new session where the one before ran out. */
export async function throughTheDoor(
  key: RouteKey,
  send: () => Promise<Answer>,
  whenSignedOut: 'ask' | 'throw' = 'ask',
): Promise<Answer> {
  // A session that is known to have run out is renewed first: else every call of a screen would fail once.
  const isStale = !isPublic(key) && !isOver && readSessionHint().state === 'expired';
  let answer = await (isStale ? sendWithNewSession(send, () => readSessionHint().state !== 'expired') : send());
  if (isSignedOut(answer) && !isOver) answer = await sendWithNewSession(send);
  if (isSignedOut(answer) && whenSignedOut === 'ask' && (await logInAgain())) answer = await send();
  if (key === 'POST /api/auth/login' && !answer.problem) isOver = false;
  return answer;
}

const isPublic = (key: RouteKey) => key.startsWith('POST /api/auth/') || key === 'GET /api/agency';

const isSignedOut = (answer: Answer) => answer.problem?.code === 'not-signed-in';

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
