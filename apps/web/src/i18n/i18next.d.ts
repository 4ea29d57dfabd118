import 'i18next';
import type { texts as account } from './en/account.ts';
import type { texts as accounts } from './en/accounts.ts';
import type { texts as audit } from './en/audit.ts';
import type { texts as auth } from './en/auth.ts';
import type { texts as budgets } from './en/budgets.ts';
import type { texts as colleagues } from './en/colleagues.ts';
import type { texts as common } from './en/common.ts';
import type { texts as corrections } from './en/corrections.ts';
import type { texts as dashboard } from './en/dashboard.ts';
import type { texts as dialogs } from './en/dialogs.ts';
import type { texts as finance } from './en/finance.ts';
import type { texts as home } from './en/home.ts';
import type { texts as hours } from './en/hours.ts';
import type { texts as imports } from './en/imports.ts';
import type { texts as invoices } from './en/invoices.ts';
import type { texts as mail } from './en/mail.ts';
import type { texts as office } from './en/office.ts';
import type { texts as organisations } from './en/organisations.ts';
import type { texts as outbox } from './en/outbox.ts';
import type { texts as payroll } from './en/payroll.ts';
import type { texts as people } from './en/people.ts';
import type { texts as placements } from './en/placements.ts';
import type { texts as rateChanges } from './en/rate-changes.ts';
import type { texts as reconciliation } from './en/reconciliation.ts';
import type { texts as registration } from './en/registration.ts';
import type { texts as settings } from './en/settings.ts';
import type { texts as status } from './en/status.ts';
import type { texts as week } from './en/week.ts';
import type { texts as worksheetLists } from './en/worksheet-lists.ts';
import type { texts as worksheets } from './en/worksheets.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      account: typeof account;
      accounts: typeof accounts;
      audit: typeof audit;
      auth: typeof auth;
      budgets: typeof budgets;
      colleagues: typeof colleagues;
      common: typeof common;
      corrections: typeof corrections;
      finance: typeof finance;
      dialogs: typeof dialogs;
      dashboard: typeof dashboard;
      home: typeof home;
      hours: typeof hours;
      imports: typeof imports;
      invoices: typeof invoices;
      mail: typeof mail;
      outbox: typeof outbox;
      office: typeof office;
      organisations: typeof organisations;
      payroll: typeof payroll;
      people: typeof people;
      placements: typeof placements;
      rateChanges: typeof rateChanges;
      reconciliation: typeof reconciliation;
      registration: typeof registration;
      settings: typeof settings;
      status: typeof status;
      week: typeof week;
      worksheetLists: typeof worksheetLists;
      worksheets: typeof worksheets & typeof worksheetLists;
    };
  }
}
