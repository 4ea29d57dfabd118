/** In which of a few files a language each feature's texts are sent: a screen needs one or two of them, and they keep for the next. */
export const textFiles = {
  account: 'office',
  accounts: 'office',
  audit: 'office',
  auth: 'door',
  budgets: 'budgets',
  colleagues: 'office',
  common: 'base',
  corrections: 'office',
  documents: 'documents',
  finance: 'finance',
  /** Of the dialogs over hours: fetched with the first of them. */
  dialogs: 'dialogs',
  dashboard: 'status',
  home: 'hours',
  help: 'help',
  hours: 'hours',
  imports: 'office',
  invoices: 'invoices',
  jobs: 'jobs',
  ledger: 'ledger',
  mail: 'office',
  mailApproval: 'worksheet-lists',
  messages: 'messages',
  /** With the bell, after the screen. */
  notices: 'notices',
  office: 'office',
  organisations: 'office',
  outbox: 'office',
  payroll: 'payroll',
  people: 'office',
  placements: 'office',
  rateChanges: 'payroll',
  reconciliation: 'finance',
  registration: 'registration',
  settings: 'office',
  /** Of the office's home. */
  start: 'status',
  status: 'status',
  week: 'hours',
  workingTimes: 'jobs',
  /** Merged into `worksheets`: what only lists and the screen of one say. Such a screen names both. */
  worksheetLists: 'worksheet-lists',
  worksheets: 'hours',
} as const;

export type Texts = keyof typeof textFiles;

export const isTexts = (name: string): name is Texts => name in textFiles;
