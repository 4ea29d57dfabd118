import type { Actor } from '@konnekt/shared/basics/actor';
import type { Author } from './database.ts';

/** Who makes the changes of this request, for the audit log. */
export const authorOf = (actor: Actor, request: { ip: string }): Author => ({
  personId: actor.personId,
  name: actor.name,
  role: actor.role,
  sessionId: actor.sessionId,
  address: request.ip,
});
