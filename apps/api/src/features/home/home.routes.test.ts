import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createDocument,
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  hourTypeId,
} from '#api/test/factories';
import { completeAgency, createClient, createInvoices } from '#api/test/invoices';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
/** The tests' clock says Saturday of week 47: last week's deadline is over. */
const week = (period: number) => ({ periodType: 'week', year: 2026, period });
const monday = { 45: '2026-11-02', 46: '2026-11-09', 47: '2026-11-16' };

let registrar: Client;
let organisationId: string;
let placementIds: string[];
let normal: string;
let saved: object;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db, 'Bakkerij Vermeer');
  const person = await createSupervisor(db, organisationId, { isEmployee: true, mayRegister: true });
  registrar = await signInAs(app, person);
  const place = async (options: object) =>
    createPlacement(db, await createPerson(db), organisationId, { startsOn: monday[46], ...options });
  const registered = { hoursBy: 'supervisor' as const };
  placementIds = [await place(registered), await place(registered), await place(registered)];
  // None of these are registered here: an employee's own hours, fixed ones, one's own.
  await place({ hoursBy: 'employee' });
  await place({ ...registered, basis: 'fixed' });
  await createPlacement(db, person, organisationId, { ...registered, startsOn: monday[46] });
});

const due = async (client = registrar) =>
  (await ask(test.app, client, 'GET', '/api/home')).body.supervisor.due.map(
    ({ period, ...rest }: { period: { number: number }; organisationName: string }) => ({
      ...rest,
      week: period.number,
    }),
  );
const register = async (act: 'save' | 'send', placementId: string | undefined, period: number, stored = {}) => {
  const rows = [{ placementId, ...stored, lines: [{ hourTypeId: normal, date: null, minutes: 2400 }] }];
  const answer = await ask(test.app, registrar, 'POST', `/api/registration/${act}`, { ...week(period), rows });
  expect(answer.body.refused).toEqual([]);
  return { worksheetId: answer.body.done[0].id, version: answer.body.done[0].version };
};

it('all that the menu counts comes in one answer: messages, documents and notices', async () => {
  const { app, db } = test;
  const person = await createPerson(db);
  const [reader, staff] = [await signInAs(app, person), await signInNew(test, 'staff')];
  const news = async (who: Client) => (await ask(app, who, 'GET', '/api/news')).body;
  const nothing = { messages: { unread: 0, waiting: null }, documents: { unread: 0, toConfirm: 0 } };
  expect(await news(reader)).toEqual({ ...nothing, notices: { unread: 0 } });
  await createDocument(db, { personId: person.personId });
  const thread = { id: newId(), title: 'Welkom', body: 'Hallo', personId: person.personId };
  await ask(app, staff, 'POST', '/api/messages', thread);
  expect(await news(reader)).toEqual({
    messages: { unread: 1, waiting: null },
    documents: { unread: 1, toConfirm: 0 },
    notices: { unread: 1 },
  });
  await ask(app, reader, 'POST', `/api/messages/${thread.id}/replies`, { id: newId(), body: 'Dank' });
  expect(await news(staff)).toMatchObject({ messages: { unread: 1, waiting: 1 } });
  // What every screen begins with says who it is for, too.
  expect((await ask(app, reader, 'GET', '/api/start')).body).toEqual({
    me: (await ask(app, reader, 'GET', '/api/me')).body,
    news: await news(reader),
  });
});

describe('the home of who registers hours', () => {
  const here = { organisationName: 'Bakkerij Vermeer', people: 3 };

  it('says per organisation and period how many were sent, saved, and hold nothing; the late ones first', async () => {
    await register('send', placementIds[0], 46);
    saved = await register('save', placementIds[1], 46);
    expect(await due()).toMatchObject([
      { ...here, week: 46, isLate: true, sent: 1, saved: 1 },
      { ...here, week: 47, isLate: false, sent: 0, saved: 0 },
    ]);
  });

  it('tells no more of an earlier period that is complete; what is due stays', async () => {
    const [, second, third] = placementIds;
    await register('send', second, 46, saved);
    await register('send', third, 46);
    expect(await due()).toMatchObject([{ week: 47 }]);
    for (const id of placementIds) await register('send', id, 47);
    expect(await due()).toMatchObject([{ week: 47, sent: 3, saved: 0 }]);
  });

  it('offers nothing to be sent of a period that the agency closed', async () => {
    const { app, db } = test;
    const elsewhere = await createOrganisation(db, 'Bloemenhuis Anton');
    const client = await signInSupervisor(test, elsewhere, { mayRegister: true });
    const placementId = await createPlacement(db, await createPerson(db), elsewhere, { hoursBy: 'supervisor' });
    const rows = [{ placementId, lines: [{ hourTypeId: normal, date: null, minutes: 2400 }] }];
    await ask(app, client, 'POST', '/api/registration/save', { ...week(46), rows });
    const toSend = async () => (await ask(app, client, 'GET', '/api/home')).body.supervisor.toSend.total;
    const close = (at: string | null) =>
      db.query(
        sql`UPDATE period SET closed_at = ${at}::timestamptz WHERE type = 'week' AND starts_on = ${monday[46]}::date`,
      );
    expect(await toSend()).toBe(1);
    await close('2026-11-20');
    expect(await toSend()).toBe(0);
    await close(null);
  });

  it('owes nothing of a period that the agency closed, nor from before hours were entered here', async () => {
    const closing = (closed: boolean) =>
      test.db.query(
        sql`UPDATE period SET closed_at = ${closed ? '2026-11-20' : null}::timestamptz WHERE type = 'week' AND starts_on = ${monday[47]}::date`,
      );
    await closing(true);
    expect(await due()).toEqual([]);
    await closing(false);
    await test.db.query(sql`UPDATE organisation SET hours_from = '2026-11-23' WHERE id = ${organisationId}::uuid`);
    expect(await due()).toEqual([]);
    const begun = await createPlacement(test.db, await createPerson(test.db), organisationId, {
      hoursBy: 'supervisor',
    });
    await register('save', begun, 47);
    expect(await due()).toMatchObject([{ week: 47, sent: 0, saved: 1 }]);
    await test.db.query(sql`UPDATE placement SET ends_on = starts_on WHERE id = ${begun}::uuid`);
    await test.db.query(sql`UPDATE organisation SET hours_from = NULL`);
  });

  it('is of nobody without the right to register there', async () => {
    const person = await createSupervisor(test.db, organisationId, { mayRegister: false });
    expect(await due(await signInAs(test.app, person))).toEqual([]);
    expect(await due(await signInSupervisor(test, await createOrganisation(test.db), { mayRegister: true }))).toEqual(
      [],
    );
  });
});

describe('the home of who sees invoices', () => {
  it('names those that were not opened yet and how many are late, of own organisations only', async () => {
    const { app, db } = test;
    await completeAgency(db);
    const [own, foreign] = [await createClient(db), await createClient(db)];
    const staff = await signInNew(test, 'staff');
    await createInvoices(test, staff, [own], { invoiceDate: '2026-10-20' });
    const [, newest] = await createInvoices(test, staff, [foreign, own]);
    const supervisor = async (maySeeInvoices: boolean) => signInSupervisor(test, own, { maySeeInvoices });
    const reader = await supervisor(true);
    const news = async (client: Client) => (await ask(app, client, 'GET', '/api/home')).body.supervisor.invoices;
    expect(await news(reader)).toMatchObject({
      total: 2,
      overdue: 1,
      items: [{ id: newest?.id, totalCents: 12_100 }, {}],
    });
    await ask(app, reader, 'POST', '/api/invoices/read', { ids: [newest?.id] });
    expect(await news(reader)).toMatchObject({ total: 1, overdue: 1 });
    expect(await news(await supervisor(false))).toBeNull();
  });
});
