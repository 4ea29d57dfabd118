import type { Me } from '@konnekt/shared/accounts/account.schema';
import type { Agency } from '@konnekt/shared/agency/agency.contract';
import { isAdmin, isOffice } from '@konnekt/shared/basics/actor';
import {
  type Icon,
  IconAdjustments,
  IconBriefcase,
  IconBuilding,
  IconCalendarStar,
  IconCalendarWeek,
  IconCash,
  IconChartBar,
  IconChartHistogram,
  IconChecklist,
  IconClockHour4,
  IconFileInvoice,
  IconFileText,
  IconHash,
  IconHistory,
  IconHome,
  IconListSearch,
  IconMail,
  IconMailForward,
  IconSettings,
  IconTable,
  IconTablePlus,
  IconTransfer,
  IconUserCheck,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react';
import type { ParseKeys } from 'i18next';
import { paths } from '../kit/address/paths.ts';

export interface MenuItem {
  /** How much of it is new stands behind it. */
  counts?: 'messages' | 'documents';
  text: ParseKeys<'common'>;
  icon: Icon;
  to: string;
}
interface MenuGroup {
  text: ParseKeys<'common'>;
  icon: Icon;
  items: MenuItem[];
}
export type MenuEntry = MenuItem | MenuGroup;

/** A screen below another in the address is not that one in the menu: home, and the history of one's own hours. */
export const isExact = (to: string, pathname: string): boolean =>
  to === paths.home || (to === paths.hours && pathname.startsWith(paths.history));

/** What one person's menu holds, on the left and in the header alike: only what works, and works for them. */
export function menuFor(me: Me, agency: Pick<Agency, 'demo'> | undefined): MenuEntry[] {
  const entries: MenuEntry[] = [{ text: 'menu.home', icon: IconHome, to: paths.home }];
  if (me.role === 'supervisor') {
    entries.push(timesheetsFor(me));
    if (me.maySeeInvoices) entries.push(finance);
    entries.push(messages, documents, { text: 'menu.colleagues', icon: IconUsers, to: paths.colleagues });
  }
  if (isOffice(me)) {
    entries.push({ text: 'menu.worksheets', icon: IconTable, to: paths.worksheets }, status, messages, documents);
    entries.push({ text: 'menu.dashboard', icon: IconChartHistogram, to: paths.dashboard });
    entries.push({ ...finance, items: [payroll, ...finance.items] }, manage);
  }
  if (me.employeeId !== null) entries.push(...ownHours, ...(me.role === 'employee' ? [jobs] : []));
  if (me.role === 'employee') entries.push(messages, documents);
  const management = managementFor(me, agency);
  if (management.items.length > 0) entries.push(management);
  entries.push({ text: 'menu.settings', icon: IconUserCog, to: paths.account });
  return entries;
}

/** The mailbox with the agency, or of it. */
const messages: MenuItem = { text: 'menu.messages', icon: IconMail, to: paths.messages, counts: 'messages' };
/** What the agency put there. */
const documents: MenuItem = { text: 'menu.documents', icon: IconFileText, to: paths.documents, counts: 'documents' };

const payroll: MenuItem = { text: 'menu.payroll', icon: IconCash, to: paths.payrollRuns };

const finance: MenuGroup = {
  text: 'menu.finance',
  icon: IconCash,
  items: [
    { text: 'menu.invoices', icon: IconFileInvoice, to: paths.invoices },
    { text: 'menu.budgets', icon: IconHash, to: paths.budgets },
  ],
};

const jobs: MenuItem = { text: 'menu.jobs', icon: IconBriefcase, to: paths.jobs };
const status: MenuItem = { text: 'menu.status', icon: IconChartBar, to: paths.status };

/** The office's records. */
const manage: MenuGroup = {
  text: 'menu.manage',
  icon: IconBuilding,
  items: [
    { text: 'menu.organisations', icon: IconBuilding, to: paths.organisations },
    { text: 'menu.employees', icon: IconUsers, to: paths.employees },
    { text: 'menu.supervisors', icon: IconUserCheck, to: paths.supervisors },
    { text: 'menu.placements', icon: IconBriefcase, to: paths.placements },
    jobs,
    { text: 'menu.hourTypes', icon: IconClockHour4, to: paths.hourTypes },
    { text: 'menu.holidays', icon: IconCalendarStar, to: paths.holidays },
    { text: 'menu.periods', icon: IconCalendarWeek, to: paths.periods },
    { text: 'menu.imports', icon: IconTransfer, to: paths.imports },
  ],
};

function timesheetsFor(me: Me): MenuGroup {
  const approve: MenuItem = { text: 'menu.approve', icon: IconChecklist, to: paths.approve };
  const past: MenuItem = { text: 'menu.past', icon: IconHistory, to: paths.past };
  const register: MenuItem = { text: 'menu.register', icon: IconTablePlus, to: paths.register };
  const items = [...(me.mayApprove ? [approve] : []), ...(me.mayRegister ? [register] : []), status, past, jobs];
  return { text: 'menu.timesheets', icon: IconChecklist, items };
}

/** What the office sets and looks after; its mails can be read in the demo only. */
function managementFor(me: Me, agency: Pick<Agency, 'demo'> | undefined): MenuGroup {
  const items: MenuItem[] = [];
  if (isAdmin(me)) {
    items.push({ text: 'menu.agency', icon: IconAdjustments, to: paths.settings });
    items.push({ text: 'menu.users', icon: IconUsers, to: paths.users });
    items.push({ text: 'menu.audit', icon: IconListSearch, to: paths.audit });
  }
  if (isOffice(me)) items.push({ text: 'menu.outbox', icon: IconMailForward, to: paths.outbox });
  if (isOffice(me) && agency?.demo) items.push({ text: 'menu.mail', icon: IconMail, to: paths.mail });
  return { text: 'menu.management', icon: IconSettings, items };
}

const ownHours: MenuItem[] = [
  { text: 'menu.hours', icon: IconCalendarWeek, to: paths.hours },
  { text: 'menu.history', icon: IconClockHour4, to: paths.history },
];
