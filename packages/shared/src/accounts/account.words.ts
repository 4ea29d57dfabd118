export const accountStatuses = ['invited', 'active', 'blocked'] as const;

/** The roles of the agency's own people. */
export const officeRoles = ['staff', 'admin'] as const;
