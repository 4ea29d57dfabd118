import type { Actor } from '@konnekt/shared/basics/actor';
import type { FastifyRequest } from 'fastify';
import type { Author } from './database.ts';

/** Who makes the changes of this request, for the audit log. */
export const authorOf = (actor: Actor, request: FastifyRequest): Author => ({
  personId: actor.personId,
  name: actor.name,
  role: actor.role,
  sessionId: actor.sessionId,
  address: request.ip,
});
