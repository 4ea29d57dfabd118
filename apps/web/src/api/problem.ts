import type { FieldProblem, ProblemBody, ProblemCode } from '@konnekt/shared/basics/problem';

/** An answer of the API that is an error, with the stable code that texts are keyed by. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}`);
    this.name = 'ApiProblem';
    this.code = body.code;
    this.status = body.status;
    this.body = body;
  }

  /** What is wrong with one field of the body, by its JSON pointer (`/newPassword`). */
  field(pointer: string): FieldProblem | undefined {
    return this.body.errors?.find((error) => error.pointer === pointer);
  }
}

/** The API could not be reached: nothing is known of what it would have answered. */
export class ConnectionProblem extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause });
    this.name = 'ConnectionProblem';
  }
}

export const isProblem = (error: unknown, code: ProblemCode): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
