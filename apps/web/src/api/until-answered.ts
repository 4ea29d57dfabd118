import type { RouteKey } from '@konnekt/shared/routes';
import { serverAnswered, type Waiting, waitForServer } from './availability.ts';
import { tellOfLostAnswer } from './lost-answers.ts';
import { ConnectionProblem } from './problem.ts';
import { isAct, mayBeRepeated } from './repeatable.ts';
import type { Answer } from './request.ts';

/** How long what somebody pressed is tried again by itself; then it is for them to say. */
const patience = 120_000;
/** A request that has no answer yet by then is one that is waited for, and the screen says so. */
const slowAfter = 4_000;

/** Asks again while no answer comes, as long as it may be. */
export async function untilAnswered(options: {
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
