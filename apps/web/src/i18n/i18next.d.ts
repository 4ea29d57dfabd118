import 'i18next';
import type * as base from './en/files/base.ts';
import type * as budgets from './en/files/budgets.ts';
import type * as dialogs from './en/files/dialogs.ts';
import type * as documents from './en/files/documents.ts';
import type * as door from './en/files/door.ts';
import type * as finance from './en/files/finance.ts';
import type * as help from './en/files/help.ts';
import type * as hours from './en/files/hours.ts';
import type * as invoices from './en/files/invoices.ts';
import type * as jobs from './en/files/jobs.ts';
import type * as ledger from './en/files/ledger.ts';
import type * as messages from './en/files/messages.ts';
import type * as notices from './en/files/notices.ts';
import type * as office from './en/files/office.ts';
import type * as payroll from './en/files/payroll.ts';
import type * as registration from './en/files/registration.ts';
import type * as status from './en/files/status.ts';
import type * as worksheetLists from './en/files/worksheet-lists.ts';

/** Every text by the name of its feature: what the files that are sent hold together. */
type Texts = typeof base &
  typeof budgets &
  typeof dialogs &
  typeof documents &
  typeof door &
  typeof finance &
  typeof help &
  typeof hours &
  typeof invoices &
  typeof jobs &
  typeof ledger &
  typeof messages &
  typeof notices &
  typeof office &
  typeof payroll &
  typeof registration &
  typeof status &
  typeof worksheetLists;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: Texts;
  }
}
