import { z } from 'zod';
import { zId, zInstant } from './fields.ts';
import { type ProblemCode, problemStatus } from './problem-codes.ts';

const codes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

export const zFieldProblem = z.object({
  pointer: z.string().describe('JSON pointer into the body, or /querystring/… or /params/…'),
  code: z.string(),
  values: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe('What the words for it name: a day, a week'),
});

/** Somebody who is there already, as the office sees them. */
const zKnownPerson = z.object({
  personId: zId,
  name: z.string(),
  employeeId: zId.nullable(),
  personnelNumber: z.string().nullable(),
  isSupervisor: z.boolean(),
  email: z.string().nullable(),
});
export type KnownPerson = z.output<typeof zKnownPerson>;

/** The body of every error (RFC 9457), for the API page. Apart from the codes, so that the screens carry no schemas. */
export const zProblem = z.object({
  type: z.string().describe('/problems/ and the code'),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  requestId: z.string(),
  errors: z.array(zFieldProblem).optional(),
  retryAfterSeconds: z
    .int()
    .optional()
    .describe('With too-many-attempts, too-fast and unavailable: seconds until the next try'),
  worksheetId: zId.optional().describe('With worksheet-changed and worksheet-exists: what is there now'),
  version: z.int().optional().describe('With record-changed and worksheet-changed: the one that is there now'),
  people: z
    .array(zKnownPerson)
    .optional()
    .describe('Who is meant by looks-like-somebody, or has the address that is taken'),
  changedBy: z.string().optional(),
  changedAt: zInstant.optional(),
});
