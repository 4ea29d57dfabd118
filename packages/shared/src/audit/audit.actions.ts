/**
 * What the audit log tells of: changes, and what happens at the door. Blocking an account and undoing that are stored as changes of it.
 */
export const auditActions = [
  'create',
  'change',
  'remove',
  'block',
  'unblock',
  'invite',
  'link-sent',
  'link-used',
  'mail-again',
  'log-in',
  'log-in-refused',
  'log-out',
  'session-ended',
  'refused',
  'import',
  'export',
  'erase',
  'close',
  'hold',
  'let-go',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What belongs in the history of a record; coming and going does not. */
export const recordActions = [
  'create',
  'change',
  'remove',
  'invite',
  'link-sent',
  'link-used',
  'mail-again',
  'import',
  'erase',
  'close',
  'hold',
  'let-go',
] as const satisfies readonly AuditAction[];

/** The kinds of things that are changed. `request` is an act that was refused, a file what was imported or exported. */
export const auditSubjects = [
  'agency',
  'organisation',
  'budget-number',
  'organisation-hour-type',
  'hour-type',
  'holiday-list',
  'period',
  'person',
  'employee',
  'account',
  'supervisor-right',
  'placement',
  'placement-rate',
  'payroll-run',
  'worksheet',
  'export-definition',
  'ledger-definition',
  'answer-template',
  'document',
  'request',
  'organisations-file',
  'employees-file',
  'placements-file',
  'supervisors-file',
  'worksheets-file',
  'job-hours-file',
  'working-times-file',
] as const;
export type AuditSubject = (typeof auditSubjects)[number];
