import type { FieldProblem, ProblemBody } from '@konnekt/shared/basics/problem';
import type { ProblemCode } from '@konnekt/shared/basics/problem-codes';

/** An answer of the API that is an error, with the stable code that texts are keyed by. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly body: ProblemBody;
  /** An earlier try got no answer: what was refused as changed may have been changed by that one. */
  readonly wasRepeated: boolean;

  constructor(body: ProblemBody, wasRepeated = false) {
    super(`${body.status} ${body.code}`);
    this.name = 'ApiProblem';
    this.code = body.code;
    this.status = body.status;
    this.body = body;
    this.wasRepeated = wasRepeated;
  }

  /** What is wrong with one field of the body, by its JSON pointer (`/newPassword`). */
  field(pointer: string): FieldProblem | undefined {
    return this.body.errors?.find((error) => error.pointer === pointer);
  }
}

/**
 * The API did not answer, or answered that it cannot now (503, or a proxy in between: 502, 504): whether what was asked was done is
 * not known, unless the device itself was offline.
 */
export class ConnectionProblem extends Error {
  readonly code = 'unavailable';
  /** The device has no connection: nothing left it. */
  readonly isOffline: boolean;
  /** Sent, and no answer within the time that one takes. */
  readonly isTimeOut: boolean;
  /** The API itself said that it cannot now. */
  readonly isBusy: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    options: { cause?: unknown; isTimeOut?: boolean; isBusy?: boolean; retryAfterSeconds?: number | undefined } = {},
  ) {
    super('The server could not be reached', { cause: options.cause });
    this.name = 'ConnectionProblem';
    this.isTimeOut = options.isTimeOut ?? false;
    this.isBusy = options.isBusy ?? false;
    this.isOffline = options.cause !== undefined && !this.isTimeOut && !navigator.onLine;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The texts of a language could not be fetched: the one before stays. */
export class TextsGone extends Error {}

export const isProblem = (error: unknown, code: ProblemCode): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;

/** What the address names is none, is not there, or is not theirs to see. */
export const isNotThere = (error: unknown): boolean =>
  isProblem(error, 'not-found') || isProblem(error, 'invalid-input');

/** What was sent first under this id has arrived, though no answer came; this is something else, and was not done. */
export const isAlreadySent = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.field('/id')?.code === 'already-sent';

/** No answer came to what was sent: it may have been done. */
export const isLost = (error: unknown): boolean => error instanceof ConnectionProblem && !error.isOffline;

/** The device has no connection: nothing was done. */
export const isOffline = (error: unknown): boolean => error instanceof ConnectionProblem && error.isOffline;
