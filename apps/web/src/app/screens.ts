import type { Me } from '@konnekt/shared/accounts/account.schema';
import { isAdmin, isOffice } from '@konnekt/shared/basics/actor';
import type { Texts } from '../i18n/text-files.ts';
import { paths } from '../kit/address/paths.ts';

export interface Screen {
  path: string;
  /** Its module in `features`, which exports `Component`. */
  file: string;
  texts: Texts[];
  /** For somebody it is not for, there is no such page. */
  only?: (me: Me) => boolean;
  /** What it asks of the API at once where its address has no query, with the params of its address filled in. */
  asks?: string[];
}

// The router opens screens by this table, and the server names their files and questions to the browser with the first
// answer (apps/web/scripts/screen-files.ts, apps/api/src/pages/web-page.ts): all comes at once instead of one by one.

/** Before the log-in. */
export const doorScreens: Screen[] = [
  { path: paths.login, file: 'accounts/door/login-page', texts: ['auth'] },
  { path: paths.forgotPassword, file: 'accounts/door/forgot-page', texts: ['auth'] },
  { path: paths.activate, file: 'accounts/door/link-page', texts: ['auth'] },
  { path: paths.newPassword, file: 'accounts/door/link-page', texts: ['auth'] },
  {
    path: paths.mailApproval,
    file: 'worksheets/mail-approval-page',
    texts: ['mailApproval', 'worksheets', 'worksheetLists'],
  },
  { path: paths.demoMail, file: 'mail/demo-mail-page', texts: ['mail'] },
];

/** Of screens that list worksheets, or show one. */
const lists: Texts[] = ['worksheets', 'worksheetLists'];

const isSupervisor = ({ role }: Me) => role === 'supervisor';
const isEmployee = ({ employeeId }: Me) => employeeId !== null;

const organisations: Pick<Screen, 'texts' | 'only'> = {
  texts: ['organisations', 'office', 'audit', ...lists],
  only: isOffice,
};
const people: typeof organisations = {
  texts: ['people', 'office', 'accounts', 'audit', 'outbox', ...lists],
  only: isOffice,
};
const placements: typeof organisations = { texts: ['placements', 'office', 'audit', ...lists], only: isOffice };
const settings: typeof organisations = { texts: ['settings', 'office', 'audit'], only: isOffice };
const invoices: typeof organisations = {
  texts: ['invoices', 'finance', 'office'],
  only: (me) => isOffice(me) || me.maySeeInvoices,
};
const payroll: typeof organisations = { texts: ['payroll', 'office'], only: isOffice };
const rateChanges: typeof organisations = { texts: ['rateChanges', 'office'], only: isOffice };
const messages: Pick<Screen, 'texts'> = { texts: ['messages', 'office'] };
const documents: Pick<Screen, 'texts'> = { texts: ['documents', 'office'] };
const week: typeof organisations = { texts: ['week', 'hours', 'worksheets'], only: isEmployee };

/** The map of the product: every screen behind the log-in. */
export const screens: Screen[] = [
  { path: paths.home, file: 'home/home-page', texts: ['home', 'week', 'worksheets'], asks: ['/api/home'] },
  {
    path: paths.approve,
    file: 'worksheets/approval-page',
    texts: lists,
    only: isSupervisor,
    asks: ['/api/worksheets?phase=to-approve&sort=period&limit=500'],
  },
  {
    path: paths.status,
    file: 'status/status-page',
    texts: ['status', ...lists],
    only: (me) => isSupervisor(me) || isOffice(me),
    asks: ['/api/status'],
  },
  {
    path: paths.dashboard,
    file: 'dashboard/dashboard-page',
    texts: ['dashboard', 'status', 'office'],
    only: isOffice,
    asks: ['/api/dashboard?periodType=week'],
  },
  { path: paths.behindDashboard, file: 'dashboard/behind-page', texts: ['dashboard', 'office'], only: isOffice },
  { path: paths.past, file: 'worksheets/past-page', texts: lists, only: isSupervisor },
  { path: paths.jobs, file: 'jobs/jobs-page', texts: ['jobs', 'office'] },
  { path: paths.job(':id'), file: 'jobs/job-page', texts: ['jobs', 'office'], asks: ['/api/jobs/:id'] },
  { path: paths.workingTimes, file: 'working-times/working-times-page', texts: ['workingTimes', 'office'] },
  {
    path: paths.register,
    file: 'registration/registration-page',
    texts: ['registration', 'hours', 'week', 'worksheets'],
    only: isSupervisor,
    asks: ['/api/registration'],
  },
  {
    path: paths.registerFor(':placementId'),
    file: 'registration/entry-page',
    texts: ['registration', 'hours', 'week', 'worksheets'],
    only: isSupervisor,
  },
  {
    path: paths.worksheet(':id'),
    file: 'worksheets/worksheet-page',
    texts: lists,
    asks: ['/api/worksheets/:id'],
  },
  {
    path: paths.correct(':id'),
    file: 'worksheets/correction/correction-page',
    texts: ['corrections', 'office', ...lists],
    only: isOffice,
    asks: ['/api/worksheets/:id', '/api/worksheets/:id/correction'],
  },
  { path: paths.worksheets, file: 'worksheets/office-page', texts: lists, only: isOffice },
  { path: paths.notices, file: 'notices/notices-page', texts: ['notices'] },
  { path: paths.documents, file: 'documents/documents-page', ...documents },
  { path: paths.newDocument, file: 'documents/new-document-page', ...documents, only: isOffice },
  { path: paths.newPayslips, file: 'documents/payslips-page', ...documents, only: isOffice },
  { path: paths.document(':id'), file: 'documents/document-page', ...documents, asks: ['/api/documents/:id'] },
  { path: paths.messages, file: 'messages/messages-page', ...messages },
  { path: paths.newMessage, file: 'messages/new-message-page', ...messages },
  { path: paths.answerTemplates, file: 'messages/templates-page', ...messages, only: isOffice },
  { path: paths.thread(':id'), file: 'messages/thread-page', ...messages, asks: ['/api/messages/:id'] },
  {
    path: paths.colleagues,
    file: 'colleagues/colleagues-page',
    texts: ['colleagues', 'office'],
    only: isSupervisor,
  },
  {
    path: paths.invoices,
    file: 'invoices/invoices-page',
    ...invoices,
    texts: ['invoices', 'finance', 'budgets', 'office'],
  },
  { path: paths.budgets, file: 'budgets/budgets-page', ...invoices, texts: ['budgets', 'office'] },
  {
    path: paths.budget(':id'),
    file: 'budgets/budget-page',
    ...invoices,
    texts: ['budgets', 'office'],
    asks: ['/api/budgets/:id'],
  },
  {
    path: paths.invoiceDay,
    file: 'invoices/day/invoice-day-page',
    texts: ['invoices', 'finance', 'office'],
    only: isOffice,
  },
  {
    path: paths.reconciliation,
    file: 'reconciliation/reconciliation-page',
    texts: ['reconciliation'],
    only: isOffice,
    asks: ['/api/reconciliation', '/api/reconciliation/check'],
  },
  { path: paths.ledger, file: 'ledger/ledger-page', texts: ['ledger', 'office'], only: isOffice },
  { path: paths.bank, file: 'invoices/bank/bank-page', texts: ['invoices', 'finance', 'office'], only: isOffice },
  {
    path: paths.invoice(':id'),
    file: 'invoices/invoice-page',
    ...invoices,
    asks: ['/api/invoices/:id'],
    texts: ['invoices', 'finance', 'office', 'outbox'],
  },
  {
    path: paths.behindInvoice(':id'),
    file: 'invoices/behind-page',
    ...invoices,
    asks: ['/api/invoices/:id', '/api/invoices/:id/worksheets'],
  },
  { path: paths.payrollRuns, file: 'payroll/runs-page', ...payroll },
  { path: paths.rateChanges, file: 'rate-changes/rate-changes-page', ...rateChanges },
  { path: paths.newRateChange, file: 'rate-changes/new-rate-change-page', ...rateChanges },
  { path: paths.rateChange(':id'), file: 'rate-changes/rate-change-page', ...rateChanges },
  { path: paths.payrollExports, file: 'payroll/exports-page', ...payroll, asks: ['/api/export-definitions'] },
  { path: paths.newPayrollExport, file: 'payroll/new-export-page', ...payroll },
  {
    path: paths.payrollExport(':id'),
    file: 'payroll/export-page',
    texts: ['payroll', 'office', 'audit'],
    only: isOffice,
    asks: ['/api/export-definitions'],
  },
  {
    path: paths.payrollRun(':id'),
    file: 'payroll/run-page',
    texts: ['payroll', 'office', 'worksheets', 'audit'],
    only: isOffice,
    asks: ['/api/payroll-runs/:id'],
  },
  { path: paths.imports, file: 'imports/import-page', texts: ['imports'], only: isOffice },

  { path: paths.organisations, file: 'organisations/organisations-page', ...organisations },
  { path: paths.newOrganisation, file: 'organisations/new-organisation-page', ...organisations },
  {
    path: paths.organisation(':id'),
    file: 'organisations/organisation-page',
    ...organisations,
    asks: ['/api/organisations/:id'],
  },
  { path: paths.employees, file: 'employees/employees-page', ...people },
  { path: paths.newEmployee, file: 'employees/new-employee-page', ...people },
  { path: paths.employee(':id'), file: 'employees/employee-page', ...people, asks: ['/api/employees/:id'] },
  { path: paths.supervisors, file: 'supervisors/supervisors-page', ...people },
  { path: paths.newSupervisor, file: 'supervisors/new-supervisor-page', ...people },
  { path: paths.supervisor(':id'), file: 'supervisors/supervisor-page', ...people, asks: ['/api/supervisors/:id'] },
  { path: paths.placements, file: 'placements/placements-page', ...placements },
  { path: paths.newPlacement, file: 'placements/new-placement-page', ...placements },
  { path: paths.placement(':id'), file: 'placements/placement-page', ...placements, asks: ['/api/placements/:id'] },
  { path: paths.hourTypes, file: 'hour-types/hour-types-page', ...settings, asks: ['/api/office/hour-types'] },
  { path: paths.holidays, file: 'holidays/holidays-page', ...settings },
  { path: paths.periods, file: 'periods/periods-page', ...settings },
  { path: paths.settings, file: 'agency/settings-page', ...settings, only: isAdmin, asks: ['/api/settings'] },

  { path: paths.hours, file: 'worksheets/week/hours-page', ...week, asks: ['/api/home'] },
  { path: paths.history, file: 'worksheets/week/history-page', ...week },
  {
    path: '/hours/:placementId/:year/:number/:part?',
    file: 'worksheets/week/week-page',
    ...week,
    // The office enters for anybody.
    only: (me) => isEmployee(me) || isOffice(me),
    asks: ['/api/placements/:placementId/entry?year=:year&number=:number', '/api/home'],
  },

  { path: paths.users, file: 'accounts/users-page', texts: ['accounts', 'office'], only: isAdmin },
  {
    path: paths.user(':personId'),
    file: 'accounts/user-page',
    texts: ['accounts', 'audit', 'office', 'outbox'],
    only: isAdmin,
  },
  { path: paths.audit, file: 'audit/audit-page', texts: ['audit', 'office'], only: isAdmin },
  { path: paths.outbox, file: 'mail/outbox-page', texts: ['outbox', 'office'], only: isOffice },
  { path: paths.mail, file: 'mail/mail-page', texts: ['mail'], only: isOffice },
  { path: paths.help, file: 'help/help-page', texts: ['help'], asks: ['/api/help-links'] },
  { path: paths.helpOn(':id'), file: 'help/article-page', texts: ['help'] },
  { path: paths.account, file: 'accounts/account-page', texts: ['account', 'accounts'] },
];
