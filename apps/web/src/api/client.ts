import type { RouteInput, RouteOutput } from '@konnekt/shared/basics/route';
import type { AllRoutes, RouteKey } from '@konnekt/shared/routes';
import { ApiProblem } from './problem.ts';
import { isAct } from './repeatable.ts';
import { type LooseInput, request } from './request.ts';
import { throughTheDoor } from './session-renewal.ts';
import { untilAnswered } from './until-answered.ts';

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
    attempt: (notice) =>
      throughTheDoor(key, () => notice(request(key, loose, options?.signal)), options?.whenSignedOut),
    onRepeat: () => {
      wasRepeated = true;
      options?.onRepeat?.();
    },
  });
  if (answer.problem) throw new ApiProblem(answer.problem, wasRepeated);
  return answer.body as Output<K>; // the API checks its answers against the contract on the way out
}
