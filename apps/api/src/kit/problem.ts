import type { FieldProblem, ProblemBody } from '@konnekt/shared/basics/problem';
import type { ProblemCode } from '@konnekt/shared/basics/problem-codes';

export type Details = Partial<Omit<ProblemBody, 'type' | 'title' | 'status' | 'code' | 'requestId'>>;

/** An answer that is not a success: thrown by services, written by plugins/problems.ts only. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Details;
  constructor(code: ProblemCode, details: Details = {}, why?: { cause: unknown }) {
    super(code, why);
    this.code = code;
    this.details = details;
  }
}

/** Wrong input at named places: `/lines/3/minutes` and what is wrong there. */
export const invalidInput = (errors: FieldProblem[]): Problem => new Problem('invalid-input', { errors });
