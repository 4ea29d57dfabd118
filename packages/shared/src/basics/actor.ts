export const roles = ['employee', 'supervisor', 'staff', 'admin'] as const;
export type Role = (typeof roles)[number];

export const languages = ['nl', 'en'] as const;
export type Language = (typeof languages)[number];

/** The person behind a request. A supervisor may also be an employee: then `employeeId` is set too. */
export interface Actor {
  accountId: string;
  personId: string;
  /** Their own employee record, if they have one. */
  employeeId: string | null;
  role: Role;
  name: string;
  /** None where somebody acts by a link from a mail. */
  sessionId: string | null;
  /** How they logged in ('password'); goes into the proof of an approval. */
  authMethod: string;
}

/** The session of who is logged in. */
export function sessionOf({ sessionId }: Pick<Actor, 'sessionId'>): string {
  if (sessionId === null) throw new Error('Nobody is logged in');
  return sessionId;
}

/** Staff and admins see the whole agency. */
export const isOffice = (actor: { role: string }): boolean => actor.role === 'staff' || actor.role === 'admin';

/** Admins also manage settings and users. */
export const isAdmin = (actor: Pick<Actor, 'role'>): boolean => actor.role === 'admin';
