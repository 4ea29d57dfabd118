import type { z } from 'zod';
import type { zFieldProblem, zProblem } from './problem.schema.ts';

/** One wrong field: where (JSON pointer into the body or query) and what is wrong with it. */
export type FieldProblem = z.output<typeof zFieldProblem>;

/** The error body as it is sent: `application/problem+json`. */
export type ProblemBody = z.output<typeof zProblem>;
