/**
 * How far somebody is with logging in: no account (no address); never invited; the mail with the link waits or is tried again; it could not be
 * delivered; the link works and was not used yet; it works no more; they log in; they may not.
 */
export const accountStates = [
  'none',
  'new',
  'on-its-way',
  'not-delivered',
  'invited',
  'expired',
  'active',
  'blocked',
] as const;
export type AccountState = (typeof accountStates)[number];

/** Who can be invited, or sent a new link, at once. */
export const invitableStates = ['new', 'not-delivered', 'expired', 'on-its-way', 'invited'] as const;
export type InvitableState = (typeof invitableStates)[number];

export const accountStatuses = ['invited', 'active', 'blocked'] as const;

/** The roles of the agency's own people. */
export const officeRoles = ['staff', 'admin'] as const;
