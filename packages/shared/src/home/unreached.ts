/**
 * Of whom the office is told that an invitation did not reach them, as their lists are narrowed down: supervisors, and employees but those
 * whose work here is over. An agency that begins invites people before they are placed.
 */
export const unreachedIn = { employees: { placed: 'not-over' }, supervisors: {} } as const;
