import type { Me } from '@konnekt/shared/accounts/account.schema';
import { describe, expect, it } from 'vitest';
import { type Screen, screens } from '../../app/screens.ts';
import { texts as en } from '../../i18n/en/help.ts';
import { texts as nl } from '../../i18n/nl/help.ts';
import { paths } from '../../kit/address/paths.ts';
import { type ArticleId, articles, articlesFor, pictureOf } from './articles.ts';
import { findArticles } from './find-articles.ts';

const admin = { role: 'admin', employeeId: null } as Me;
const supervisor = {
  role: 'supervisor',
  employeeId: null,
  mayApprove: true,
  mayRegister: true,
  maySeeInvoices: true,
} as Me;
const staff = { role: 'staff', employeeId: null } as Me;
const employee = { role: 'employee', employeeId: 'e' } as Me;

describe('help', () => {
  it.each([
    ['an admin', admin],
    ['a supervisor', supervisor],
    ['an employee', employee],
  ])('is there for every screen of %s', (_, me) => {
    const isOwn = ({ path, only = () => true }: Screen) => only(me) && !path.startsWith(paths.help);
    const addresses = screens.filter(isOwn).map(({ path }) => path.replace(/:\w+\??/g, crypto.randomUUID()));
    expect(addresses.filter((address) => articlesFor(me, address).here.length === 0)).toEqual([]);
  });

  it.each<[string, Me]>([
    ['the office', admin],
    ['a supervisor', supervisor],
    ['an employee', employee],
  ])('shows %s a picture of the screen as they have it', (_, me) => {
    const pictured = articles.filter(({ hasPicture = true, ...article }) => hasPicture && article.for(me));
    const others = [admin, supervisor, employee].filter((other) => other !== me);
    const seenByOthers = pictured.filter((article) => others.some((other) => article.for(other)));
    for (const article of seenByOthers)
      expect(others.map((other) => pictureOf(article, 'nl', other))).not.toContain(pictureOf(article, 'nl', me));
  });

  it.each([
    [nl, admin, 'importeren uitnodigen uitnodiging loonstrook zip cao btw boekhouding logo feestdag standaardantwoord'],
    [nl, employee, 'loonstrook teruggestuurd ziek vakantie kilometers salaris foto wachtwoord'],
    [nl, supervisor, 'totalen plakken excel vervanger afwijzen factuur'],
    [en, admin, 'import invitation payslip zip vat bookkeeping logo holiday template'],
    [en, employee, 'payslip rejected sick holiday kilometres salary photo password'],
  ])('is found by the words that people use (%#)', (texts, me, words) => {
    expect(words.split(' ').filter((word) => first(texts, me, word).length === 0)).toEqual([]);
  });

  it.each<[string, typeof nl, Me, Record<string, ArticleId>]>([
    [
      'the office, in Dutch',
      nl,
      staff,
      {
        ...{ klant: 'records', klanten: 'records', 'nieuwe klant': 'records', opdrachtgever: 'records' },
        ...{ medewerker: 'records', medewerkers: 'records', 'medewerker toevoegen': 'records' },
        ...{ crediteren: 'credit', creditnota: 'credit', 'creditnota’s': 'credit', 'factuur gecrediteerd': 'credit' },
        ...{ ongedaan: 'reopen', terugdraaien: 'reopen', 'definitieve uren corrigeren': 'reopen' },
        ...{ 'btw verlegd': 'invoice-rules', 'g-rekening': 'invoice-rules', 'e-factuur': 'invoice-rules' },
        ...{ verlonen: 'payroll', verloningen: 'payroll', archief: 'find-hours', 'oude uren': 'moving' },
        ...{ 'ander systeem': 'moving', 'hoe stap ik over': 'moving', 'klanten importeren': 'import' },
        ...{ 'loonstroken uploaden': 'payslips', 'tarieven verhogen': 'rates', 'tarief verhoging': 'rates' },
        ...{ postvak: 'inbox', 'interne mailbox': 'inbox', bulk: 'last-approval', ABU: 'rates', cao: 'rates' },
        ...{ uursoorten: 'hour-types', facturen: 'invoices', 'mail komt niet aan': 'outbox', uitgenodigd: 'invite' },
      },
    ],
    [
      'a supervisor, in Dutch',
      nl,
      supervisor,
      {
        ...{ 'wachtwoord kwijt': 'account', 'collega toevoegen': 'colleagues', 'goedkeuring terugdraaien': 'undo' },
        ...{ urenbon: 'approve', overuren: 'register', overwerk: 'register', ziek: 'register' },
        ...{ postvak: 'messages', 'interne mailbox': 'messages', ABU: 'documents', cao: 'documents' },
        ...{ 'uren vergeten in te vullen': 'register', 'afgekeurde uren': 'decline', goedkeuring: 'approve' },
      },
    ],
    [
      'an employee, in Dutch',
      nl,
      employee,
      {
        ...{ 'uren insturen': 'send-hours', 'ziek melden': 'absence', reiskosten: 'absence' },
        ...{ postvak: 'messages', mailbox: 'messages', ABU: 'documents', cao: 'documents' },
        ...{ 'wachtwoord vergeten': 'account', 'uren vergeten': 'add-hours', loonstroken: 'documents' },
      },
    ],
    [
      'the office, in English',
      en,
      staff,
      {
        ...{ client: 'records', clients: 'records', 'new client': 'records', 'new customer': 'records' },
        ...{ worker: 'records', employees: 'records', 'add an employee': 'records', timesheet: 'find-hours' },
        ...{ 'credit invoice': 'credit', 'credit note': 'credit', 'credited an invoice': 'credit' },
        ...{ undo: 'reopen', reverse: 'reopen', 'undo approval': 'reopen', 'correcting final hours': 'reopen' },
        ...{ 'reverse-charged VAT': 'invoice-rules', 'g-account': 'invoice-rules', 'e-invoice': 'invoice-rules' },
        ...{ mailbox: 'inbox', 'internal mailbox': 'inbox', bulk: 'last-approval', ABU: 'rates', CAO: 'rates' },
        ...{ 'run payroll': 'payroll', archive: 'find-hours', 'old hours': 'moving', 'another system': 'moving' },
        ...{ 'move from another system': 'moving', 'upload payslips': 'payslips', 'raise rates': 'rates' },
      },
    ],
    [
      'a supervisor, in English',
      en,
      supervisor,
      {
        ...{ 'lost password': 'account', 'add a colleague': 'colleagues', 'undo approval': 'undo' },
        ...{ mailbox: 'messages', ABU: 'documents', CAO: 'documents' },
        ...{ timesheet: 'approve', overtime: 'register', sick: 'register', 'forgot to fill in hours': 'register' },
      },
    ],
    [
      'an employee, in English',
      en,
      employee,
      {
        mailbox: 'messages',
        ABU: 'documents',
        CAO: 'documents',
        'submit hours': 'send-hours',
        'report sick': 'absence',
        'travel costs': 'absence',
        timesheet: 'send-hours',
      },
    ],
  ])('finds for %s, among the first three, what they mean', (_, texts, me, expected) => {
    const asked = Object.entries(expected);
    const answered = asked.map(([typed, id]) => [
      typed,
      first(texts, me, typed).includes(id) ? id : first(texts, me, typed),
    ]);
    expect(answered).toEqual(asked);
  });

  it.each<[typeof nl, Me, string, ArticleId]>([
    [nl, supervisor, 'afkeuren', 'decline'],
    [nl, supervisor, 'bulk', 'approve'],
    [nl, staff, 'afkeuren', 'last-approval'],
    [en, supervisor, 'decline', 'decline'],
    [en, supervisor, 'declined', 'decline'],
    [en, supervisor, 'bulk', 'approve'],
    [en, staff, 'decline', 'last-approval'],
    [en, employee, 'declined', 'sent-back'],
    [nl, employee, 'afgekeurd', 'sent-back'],
  ])('answers first with the one that is about it (%#)', (texts, me, typed, id) => {
    expect(first(texts, me, typed)[0]).toBe(id);
  });

  it('shows what holds most of the words where nothing holds all, and says so', () => {
    expect(search(nl, staff, 'kameel crediteren')).toMatchObject({ holdsAll: false, found: ['credit'] });
    expect(search(nl, staff, 'kameel')).toEqual({ holdsAll: false, found: [] });
    expect(search(nl, staff, 'créditeren')).toMatchObject({ holdsAll: true });
  });
});

function search(texts: typeof nl, me: Me, typed: string) {
  const own = articles.filter((article) => article.for(me)).map(({ id }) => id);
  const textOf = (id: ArticleId) => ({ ...texts.article[id], steps: Object.values(texts.article[id].steps) });
  return findArticles(own, textOf, typed, texts === nl ? 'nl' : 'en');
}
const first = (texts: typeof nl, me: Me, typed: string) => search(texts, me, typed).found.slice(0, 3);
