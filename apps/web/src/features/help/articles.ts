import type { Me } from '@konnekt/shared/accounts/account.schema';
import { isAdmin, isOffice } from '@konnekt/shared/basics/actor';
import type { ParseKeys } from 'i18next';
import { paths } from '../../kit/address/paths.ts';
import { isId } from '../../kit/address/use-address.ts';

/** One thing to do, as the help explains it. Its texts are `help:article.<id>`; what it is done on is `path`. */
export interface Article {
  id: ArticleId;
  path: string;
  /** Other screens that it is about. */
  also?: readonly string[];
  for: (me: Me) => boolean;
  /** A picture of the screen, made by `e2e/help/pictures.spec.ts`. */
  hasPicture?: boolean;
  /** The screen is another for each who reads of it, and so is its picture. */
  differs?: boolean;
}
export type ArticleId =
  Extract<ParseKeys<'help'>, `article.${string}.title`> extends `article.${infer Id}.title` ? Id : never;

const isSupervisor = ({ role }: Me) => role === 'supervisor';
const isEmployee = ({ employeeId }: Me) => employeeId !== null;
const approves = (me: Me) => isSupervisor(me) && me.mayApprove;
const seesInvoices = (me: Me) => isOffice(me) || me.maySeeInvoices;

export const articles: readonly Article[] = [
  { id: 'agency-week', path: paths.home, for: isOffice },
  { id: 'send-hours', path: paths.hours, also: [paths.home], for: isEmployee },
  { id: 'absence', path: paths.hours, for: isEmployee, hasPicture: false },
  { id: 'add-hours', path: paths.history, for: isEmployee },
  { id: 'sent-back', path: paths.home, also: [paths.worksheet(':id')], for: isEmployee, hasPicture: false },
  { id: 'approve', path: paths.approve, also: [paths.home, paths.worksheet(':id')], for: approves },
  { id: 'decline', path: paths.approve, also: [paths.worksheet(':id')], for: approves },
  {
    id: 'undo',
    path: paths.past,
    also: [paths.worksheet(':id')],
    for: (me) => isSupervisor(me) && (me.mayApprove || me.mayRegister),
    hasPicture: false,
  },
  { id: 'register', path: paths.register, for: (me) => isSupervisor(me) && me.mayRegister },
  { id: 'status', path: paths.status, for: (me) => isSupervisor(me) || isOffice(me), differs: true },
  { id: 'past', path: paths.past, also: [paths.worksheet(':id')], for: isSupervisor },
  { id: 'jobs', path: paths.jobs, for: () => true, differs: true },
  { id: 'working-times', path: paths.workingTimes, for: () => true, differs: true },
  { id: 'documents', path: paths.documents, for: (me) => !isOffice(me), differs: true },
  { id: 'put-documents', path: paths.documents, for: isOffice },
  { id: 'payslips', path: paths.newPayslips, also: [paths.documents], for: isOffice },
  { id: 'invoices', path: paths.invoices, for: seesInvoices, differs: true },
  { id: 'budgets', path: paths.budgets, for: seesInvoices, differs: true },
  { id: 'colleagues', path: paths.colleagues, for: isSupervisor },
  { id: 'last-approval', path: paths.worksheets, also: [paths.worksheet(':id')], for: isOffice },
  {
    id: 'reopen',
    path: paths.worksheets,
    also: [paths.worksheet(':id'), paths.correct(':id')],
    for: isOffice,
    hasPicture: false,
  },
  { id: 'fill-in-for', path: paths.worksheets, also: [paths.hours], for: isOffice, hasPicture: false },
  { id: 'find-hours', path: paths.worksheets, for: isOffice, hasPicture: false },
  { id: 'payroll', path: paths.payrollRuns, for: isOffice },
  { id: 'invoice-day', path: paths.invoiceDay, for: isOffice },
  { id: 'credit', path: paths.invoices, for: isOffice, hasPicture: false },
  { id: 'invoice-rules', path: paths.organisations, also: [paths.invoices], for: isOffice, hasPicture: false },
  { id: 'bookkeeping', path: paths.bank, also: [paths.ledger, paths.reconciliation], for: isOffice },
  { id: 'dashboard', path: paths.dashboard, for: isOffice },
  {
    id: 'records',
    path: paths.placements,
    also: [paths.organisations, paths.employees, paths.supervisors],
    for: isOffice,
  },
  { id: 'invite', path: paths.employees, also: [paths.supervisors], for: isOffice },
  { id: 'rates', path: paths.organisations, also: [paths.placements, paths.rateChanges], for: isOffice },
  { id: 'hour-types', path: paths.hourTypes, for: isOffice },
  { id: 'calendar', path: paths.holidays, also: [paths.periods], for: isOffice },
  { id: 'moving', path: paths.imports, for: isOffice, hasPicture: false },
  { id: 'import', path: paths.imports, for: isOffice },
  { id: 'outbox', path: paths.outbox, also: [paths.mail], for: isOffice },
  { id: 'settings', path: paths.settings, for: isAdmin },
  { id: 'users', path: paths.users, also: [paths.audit], for: isAdmin },
  { id: 'inbox', path: paths.messages, for: isOffice },
  { id: 'messages', path: paths.messages, for: () => true, differs: true },
  { id: 'notices', path: paths.notices, for: () => true, hasPicture: false },
  { id: 'account', path: paths.account, for: () => true, differs: true },
];

/** Those of a person; first those about the screen they came from. */
export function articlesFor(me: Me, from: string): { here: Article[]; others: Article[] } {
  const own = articles.filter((article) => article.for(me));
  const isAt = (path: string) =>
    path === paths.home || path.includes(':') ? atId(from) === path : from.startsWith(path);
  const isHere = ({ path, also = [] }: Article) => [path, ...also].some(isAt);
  return { here: own.filter(isHere), others: own.filter((article) => !isHere(article)) };
}

/** An address as the map of screens has it. */
const atId = (address: string): string =>
  address
    .split('/')
    .map((part) => (isId(part) ? ':id' : part))
    .join('/');

/** Where the picture of an article is, of the screen as its reader has it. */
export function pictureOf({ id, differs }: Article, language: 'nl' | 'en', me: Me): string {
  const reader = isOffice(me) ? 'office' : isSupervisor(me) ? 'supervisor' : 'employee';
  return `/help/${language}/${differs ? `${id}-${reader}` : id}.jpg`;
}
