import type { ProblemBody } from '@konnekt/shared/basics/problem';
import type { RouteKey } from '@konnekt/shared/routes';
import { ConnectionProblem } from './problem.ts';
import { type AddressInput, addressOf } from './route-address.ts';

export interface LooseInput extends AddressInput {
  body?: unknown;
  file?: File;
}

export interface Answer {
  body?: unknown;
  problem?: ProblemBody;
}

const longKeys: RouteKey[] = [
  'POST /api/files',
  'POST /api/imports',
  'POST /api/document-deliveries',
  'POST /api/document-deliveries/:id/apply',
];

/** Longest time to an answer: the API gives up on its database well before. Files take as long as their way up. */
const timeLimit = (key: RouteKey): number =>
  key === 'POST /api/auth/refresh' ? 10_000 : longKeys.includes(key) ? 180_000 : 15_000;

/** Asks one time. Throws `ConnectionProblem` where no answer came of the API. */
export async function request(key: RouteKey, input: LooseInput = {}, signal?: AbortSignal): Promise<Answer> {
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
