import { useSyncExternalStore } from 'react';

/**
 * Whether the server answers, for the whole app: calls that got no answer wait here for the next round, and the screens say so
 * (ui/busy-notice.tsx). All of them try again at the same moment, later and later, and at once when somebody asks for it, the device is
 * online again or the screen is looked at again.
 */
export type Availability = 'fine' | 'busy' | 'act-waits';

export interface Waiting {
  /** Until the next round. Rejects when the call is called off. */
  nextRound(retryAfterSeconds?: number, signal?: AbortSignal): Promise<void>;
  /** The call got its answer, or was given up. */
  end(): void;
}

const longestPause = 15_000;

const waiting = new Map<Waiting, { isAct: boolean }>();
const listeners = new Set<() => void>();
let state: Availability = 'fine';
let rounds = 0;
let round: { begins: Promise<void>; begin: () => void } | undefined;

/** A call waits for the server. `isAct`: somebody pressed something that is not done yet. */
export function waitForServer(isAct: boolean): Waiting {
  const one: Waiting = {
    nextRound: (retryAfterSeconds, signal) => {
      const { begins } = comingRound(retryAfterSeconds);
      return signal ? Promise.race([begins, calledOff(signal)]) : begins;
    },
    end: () => {
      waiting.delete(one);
      tell();
    },
  };
  waiting.set(one, { isAct });
  tell();
  return one;
}

/** An answer came: the next time something fails, it is soon tried again. */
export function serverAnswered(): void {
  rounds = 0;
}

/** Does not wait for the next round any longer. */
export const tryNow = (): void => round?.begin();

export const useAvailability = (): Availability => useSyncExternalStore(subscribe, availability);
export const availability = (): Availability => state;

function comingRound(retryAfterSeconds = 1): NonNullable<typeof round> {
  if (round) return round;
  const least = Math.max(retryAfterSeconds * 1000, 1000 * 2 ** rounds);
  // Not everybody's at the same moment, after an outage.
  const pause = Math.min(longestPause, least) * (1 + Math.random() * 0.3);
  rounds += 1;
  let done = () => {};
  const begins = new Promise<void>((resolve) => {
    done = resolve;
  });
  const beginIfLookedAt = () => {
    if (isLookedAt()) return begin();
    clearTimeout(timer);
    timer = setTimeout(beginIfLookedAt, pause);
  };
  let timer = setTimeout(beginIfLookedAt, pause);
  const begin = () => {
    clearTimeout(timer);
    window.removeEventListener('online', begin);
    document.removeEventListener('visibilitychange', beginIfLookedAt);
    round = undefined;
    done();
  };
  window.addEventListener('online', begin);
  document.addEventListener('visibilitychange', beginIfLookedAt);
  round = { begins, begin };
  return round;
}

/** A screen that nobody looks at asks for nothing, but what somebody pressed on it goes on. */
const isLookedAt = () => document.visibilityState === 'visible' || [...waiting.values()].some(({ isAct }) => isAct);

const calledOff = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

function tell(): void {
  const isAct = [...waiting.values()].some((one) => one.isAct);
  const next = isAct ? 'act-waits' : waiting.size > 0 ? 'busy' : 'fine';
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
