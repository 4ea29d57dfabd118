/** What of the dashboard's periods a list behind a number holds. */
export const behindNumbers = ['asked', 'sent', 'missing', 'overdue', 'approved', 'approved-late', 'sent-late'] as const;
export type BehindNumber = (typeof behindNumbers)[number];
