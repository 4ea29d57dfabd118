/** The only place that knows addresses of screens. */
export const paths = {
  home: '/',
  login: '/login',
  forgotPassword: '/forgot-password',
  /** What links in mails open; the token is behind a '#'. */
  activate: '/activate',
  newPassword: '/new-password',
  /** Mail of the demo, for who is not logged in yet and for the office. */
  demoMail: '/demo/mail',
  mail: '/mail',
  outbox: '/outbox',
  users: '/users',
  user: (personId: string) => `/users/${personId}`,
  audit: '/audit',
  /** All that one was told. */
  notices: '/notices',
  documents: '/documents',
  newDocument: '/documents/new',
  newPayslips: '/documents/payslips',
  document: (id: string) => `/documents/${id}`,
  messages: '/messages',
  thread: (id: string) => `/messages/${id}`,
  newMessage: '/messages/new',
  answerTemplates: '/messages/templates',
  approve: '/timesheets/approve',
  past: '/timesheets/past',
  /** What waits in each phase: of a supervisor's organisations, of all. */
  status: '/timesheets/status',
  /** Who works or worked where, with their hours; and the register of their working and rest times. */
  jobs: '/timesheets/jobs',
  jobTotals: '/timesheets/jobs?tab=totals',
  job: (id: string) => `/timesheets/jobs/${id}`,
  workingTimes: '/timesheets/working-times',
  register: '/timesheets/register',
  /** The hours of one person in a period, for who registers them. */
  registerFor: (placementId: string, shown?: RegistrationShown) =>
    `/timesheets/register/${placementId}${shown ? registrationSearch(shown) : ''}`,
  worksheet: (id: string) => `/timesheets/${id}`,
  /** Hours that are final, corrected by the office. */
  correct: (id: string) => `/timesheets/${id}/correct`,
  worksheets: '/worksheets',
  /** Of a supervisor all that are final; of the office what is ready, drafted or final, by tab. */
  invoices: '/finance/invoices',
  bank: '/finance/bank',
  ledger: '/finance/bookkeeping',
  invoiceDay: '/finance/invoice-day',
  budgets: '/finance/budgets',
  budget: (id: string) => `/finance/budgets/${id}`,
  reconciliation: '/finance/reconciliation',
  invoicesIn: (tab: 'drafts' | 'final') => `/finance/invoices?tab=${tab}`,
  invoice: (id: string) => `/finance/invoices/${id}`,
  /** The worksheets behind an invoice, or behind one line of it. */
  behindInvoice: (id: string, lineId?: string) =>
    `/finance/invoices/${id}/worksheets${lineId ? `?line=${lineId}` : ''}`,
  payrollRuns: '/payroll-runs',
  payrollRun: (id: string, tab?: string) => `/payroll-runs/${id}${tab ? `?tab=${tab}` : ''}`,
  /** How runs become files. */
  mailApproval: '/approve',
  dashboard: '/dashboard',
  behindDashboard: '/dashboard/worksheets',
  rateChanges: '/payroll-runs/rates',
  rateChange: (id: string) => `/payroll-runs/rates/${id}`,
  newRateChange: '/payroll-runs/rates/new',
  payrollExports: '/payroll-runs/exports',
  payrollExport: (id: string, runId?: string) => `/payroll-runs/exports/${id}${runId ? `?run=${runId}` : ''}`,
  newPayrollExport: '/payroll-runs/exports/new',
  account: '/account',
  noticeChoices: '/account#notices',
  help: '/help',
  helpOn: (article: string) => `/help/${article}`,
  /** Help, with what is about a screen on top. */
  helpFrom: (pathname: string) => `/help?from=${pathname}`,
  /** The office's records. */
  organisations: '/manage/organisations',
  newOrganisation: '/manage/organisations/new',
  organisation: (id: string) => `/manage/organisations/${id}`,
  employees: '/manage/employees',
  newEmployee: '/manage/employees/new',
  employee: (id: string) => `/manage/employees/${id}`,
  supervisors: '/manage/supervisors',
  newSupervisor: '/manage/supervisors/new',
  supervisor: (id: string) => `/manage/supervisors/${id}`,
  placements: '/manage/placements',
  newPlacement: '/manage/placements/new',
  placement: (id: string) => `/manage/placements/${id}`,
  placementRates: (id: string) => `/manage/placements/${id}?tab=rates`,
  hourTypes: '/manage/hour-types',
  holidays: '/manage/holidays',
  periods: '/manage/periods',
  settings: '/manage/settings',
  /** Files in and out, for the office. */
  imports: '/manage/import',
  colleagues: '/colleagues',
  /** The employee's own hours. */
  hours: '/hours',
  week: (placementId: string, year: number, number: number) => `/hours/${placementId}/${year}/${number}`,
  /** Hours added to it later. */
  weekPart: (placementId: string, year: number, number: number, part: string) =>
    `/hours/${placementId}/${year}/${number}/${part}`,
  history: '/hours/history',
};

/** What of "Register hours" an address shows. */
export interface RegistrationShown {
  period: { type: string; year: number; number: number };
  organisationId?: string | undefined;
  view?: string | undefined;
  /** What the grid begins with: the agreed hours of everybody who has none. */
  fill?: 'agreed' | undefined;
}

export const registrationSearch = ({ period, organisationId, view, fill }: RegistrationShown): string =>
  `?${new URLSearchParams({
    type: period.type,
    year: String(period.year),
    period: String(period.number),
    ...(organisationId && { organisation: organisationId }),
    ...(view && { view }),
    ...(fill && { fill }),
  })}`;

/** The log-in screen that leads back to where somebody was going. */
export const loginTo = (to: string) =>
  to === paths.home ? paths.login : `${paths.login}?to=${encodeURIComponent(to)}`;

/** Where to go after logging in: an address of ours, never another site's. */
export function destinationIn(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? paths.home;
  return /^\/(?![/\\])/.test(to) && !to.startsWith(paths.login) ? to : paths.home;
}
