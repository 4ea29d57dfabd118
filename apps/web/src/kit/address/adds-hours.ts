/** Said to the screen of what was sent: it opens with the fields for hours to be added. */
export const addingHours = { addsHours: true } as const;

export const addsHours = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'addsHours' in state;
