import type { RouteKey } from '@konnekt/shared/routes';

/**
 * What may be sent again by itself when no answer came (decision 24): whatever became of the first time, the second changes nothing
 * more. Each names the version it is based on, or an id of its own, or only asks. What makes something new (a comment, an employee,
 * an invitation), and what nobody should do twice unseen (a password, an import), is for the person to press again.
 */
const repeatable: ReadonlySet<RouteKey> = new Set<RouteKey>([
  // the worksheet has a version, there is one of a placement and period, and added hours and corrections have an id
  'POST /api/worksheets',
  'PUT /api/worksheets/:id',
  'POST /api/worksheets/:id/send',
  'POST /api/worksheets/:id/withdraw',
  'POST /api/worksheets/:id/supplements',
  'POST /api/worksheets/:id/corrections',
  'POST /api/worksheets/approve',
  'POST /api/worksheets/decline',
  'POST /api/worksheets/undo-approval',
  'POST /api/worksheets/undo-decline',
  'POST /api/worksheets/finalise',
  'POST /api/worksheets/refuse',
  'POST /api/worksheets/reopen',
  'POST /api/registration/save',
  'POST /api/registration/send',
  // records of the office have a version
  'PUT /api/budget-numbers/:id',
  'PUT /api/colleague-rights/:id',
  'PUT /api/employees/:id',
  'PUT /api/hour-types/:id',
  'PUT /api/office/holidays',
  'PUT /api/organisations/:id',
  'PUT /api/placements/:id',
  'PUT /api/settings',
  'PUT /api/payroll-runs/:id',
  'PUT /api/export-definitions/:id',
  // there is one open run, it closes once, and a file is made once
  'POST /api/payroll-runs',
  'POST /api/payroll-runs/hold',
  'POST /api/payroll-runs/let-go',
  'POST /api/payroll-runs/:id/close',
  'POST /api/payroll-runs/:id/files',
  // only shows
  'POST /api/approval-links/look',
  'POST /api/rate-changes/preview',
  'POST /api/payroll-runs/:id/export-preview',
  'PUT /api/supervisors/:id',
  'PUT /api/invoices/:id',
  // a payment and a credit note carry an id of their own; what is mailed or booked already is not again
  'POST /api/invoices/:id/payments',
  'POST /api/invoices/:id/credit',
  'POST /api/invoices/read',
  'POST /api/invoice-payments/:id/undo',
  'POST /api/bank-entries/:id/set-aside',
  // messages carry an id of their own, and what is read or put away is that once
  'POST /api/messages',
  'POST /api/messages/to-many',
  'POST /api/messages/:id/replies',
  'POST /api/messages/:id/read',
  'POST /api/messages/:id/archive',
  'POST /api/messages/:id/handle',
  'PUT /api/message-draft',
  'PUT /api/answer-templates/:id',
  // documents carry an id of their own or a version, and are opened and confirmed once
  'POST /api/documents',
  'PUT /api/documents/:id',
  'POST /api/documents/:id/versions',
  'POST /api/documents/:id/open',
  'POST /api/documents/:id/confirm',
  'POST /api/document-deliveries',
  'POST /api/document-deliveries/:id/apply',
  'PUT /api/settings/documents',
  // says how it is to be, however often
  'PATCH /api/me',
  'PUT /api/me/notices',
  'PUT /api/settings/reminders',
  'PUT /api/settings/invoicing',
  'PUT /api/settings/bookkeeping',
  'PUT /api/ledger-definitions/:id',
  'POST /api/notices/read',
  // asks what a link is good for, and uses nothing up
  'POST /api/auth/link',
]);

export const mayBeRepeated = (key: RouteKey): boolean => key.startsWith('GET ') || repeatable.has(key);

/** Somebody pressed something and waits for it; else a screen asks. */
export const isAct = (key: RouteKey): boolean =>
  !key.startsWith('GET ') &&
  key !== 'POST /api/approval-links/look' &&
  key !== 'POST /api/auth/link' &&
  key !== 'POST /api/documents/:id/open' &&
  key !== 'POST /api/messages/:id/read' &&
  key !== 'PUT /api/message-draft' &&
  key !== 'POST /api/payroll-runs/:id/export-preview' &&
  key !== 'POST /api/rate-changes/preview';
