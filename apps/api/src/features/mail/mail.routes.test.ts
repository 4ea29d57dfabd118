import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, askFile, type Client, testApp } from '#api/test/build-app';
import { createInvited, createPerson } from '#api/test/factories';
import { sheetRows } from '#api/test/sheet-rows';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let admin: Client;

beforeAll(async () => {
  staff = await signInNew(test, 'staff');
  admin = await signInNew(test, 'admin');
});
beforeEach(async () => {
  await test.db.query(sql`DELETE FROM mail`);
});

interface Row {
  id: string;
  state: string;
  failure: string | null;
  notAgain: string | null;
  name: string | null;
  tries: number;
}
const list = async (client: Client, query = ''): Promise<{ items: Row[]; total: number; nextCursor: string | null }> =>
  (await ask(test.app, client, 'GET', `/api/mails${query}`)).body;
const again = async (client: Client, ids?: string[]) =>
  (await ask(test.app, client, 'POST', '/api/mails/try-again', ids ? { ids } : {})).body;

/** Invites somebody, and answers the mail of it. */
async function invite(role: 'employee' | 'staff' = 'employee') {
  const person = await createInvited(test.db, { role });
  await ask(test.app, admin, 'POST', `/api/accounts/${person.accountId}/invite`);
  const [mail] = await test.db.query<{ id: string }>(
    sql`SELECT id FROM mail WHERE account_id = ${person.accountId}::uuid ORDER BY id DESC LIMIT 1`,
  );
  return { ...person, mailId: mail?.id ?? '' };
}
const giveUp = (id: string) =>
  test.db.query(
    sql`UPDATE mail SET failed_at = now(), failure = 'address-refused', last_error = '550 No such mailbox', attempts = 3 WHERE id = ${id}::uuid`,
  );
const markSent = (id: string) => test.db.query(sql`UPDATE mail SET sent_at = now() WHERE id = ${id}::uuid`);

describe('GET /api/mails', () => {
  it('shows how far each mail is and why one did not go, newest first, and never its words', async () => {
    const [sent, waiting, failed] = [await invite(), await invite(), await invite()];
    await markSent(sent.mailId);
    await giveUp(failed.mailId);
    const { items, total } = await list(staff);
    expect(total).toBe(3);
    expect(items).toMatchObject([
      {
        id: failed.mailId,
        state: 'given-up',
        failure: 'address-refused',
        error: '550 No such mailbox',
        notAgain: null,
      },
      { id: waiting.mailId, state: 'waiting', failure: null, tries: 0 },
      { id: sent.mailId, state: 'sent', notAgain: 'sent', nextTryAt: null },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/#|http/);
  });

  it('is narrowed down by state and by words, and goes on page by page', async () => {
    const mails = [await invite(), await invite(), await invite()];
    await giveUp(mails[0]?.mailId ?? '');
    expect((await list(staff, '?state=given-up')).items.map(({ id }) => id)).toEqual([mails[0]?.mailId]);
    expect((await list(staff, `?q=${encodeURIComponent(mails[1]?.email ?? '')}`)).items).toHaveLength(1);
    const first = await list(staff, '?limit=2');
    const second = await list(staff, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(mails.map(({ mailId }) => mailId).reverse());
    expect(second.nextCursor).toBeNull();
    expect((await list(staff, '?sort=at')).items.map(({ id }) => id)).toEqual(mails.map(({ mailId }) => mailId));
  });

  it('shows staff no mail to who works in the office', async () => {
    await invite('staff');
    expect((await list(staff)).total).toBe(0);
    expect((await list(admin)).total).toBe(1);
  });
});

describe('GET /api/mails/export', () => {
  const file = (client: Client, query: string) => sheetRows(test.app, client, `/api/mails/export?format=xlsx&${query}`);

  it('holds every mail of the list under its filter, in its order, with tries and days as figures and dates', async () => {
    const mails = [await invite(), await invite(), await invite()];
    for (const { mailId } of mails.slice(1)) await giveUp(mailId);
    const { items } = await list(staff, '?state=given-up');
    const rows = await file(staff, 'state=given-up&language=en');
    expect(rows.map((row) => row.Name)).toEqual(items.map(({ name }) => name));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ Status: 'Given up', 'The server said': '550 No such mailbox', Tries: 3 });
    expect(rows[0]?.['Written on']).toBeInstanceOf(Date);
  });

  it('has no cell that a spreadsheet would run, nor the words of a mail', async () => {
    const { mailId } = await invite();
    await test.db.query(sql`UPDATE mail SET subject = '=Som(A1)', last_error = '@550' WHERE id = ${mailId}::uuid`);
    const { body } = await askFile(test.app, staff, '/api/mails/export?format=csv&language=nl');
    expect(body).toContain(`;Uitnodiging;'=Som(A1);`);
    expect(body).toContain(`;'@550;`);
    expect(body).not.toMatch(/#|http/);
  });

  it('shows staff no mail to who works in the office', async () => {
    await invite('staff');
    expect(await file(staff, 'language=nl')).toEqual([]);
    expect(await file(admin, 'language=nl')).toHaveLength(1);
    const supervisor = await signInNew(test, 'supervisor');
    expect((await askFile(test.app, supervisor, '/api/mails/export')).statusCode).toBe(403);
  });
});

describe('POST /api/mails/try-again', () => {
  it('has a mail that was given up sent again, and that is in the history of whom it is for', async () => {
    const mail = await invite();
    await giveUp(mail.mailId);
    expect(await again(staff, [mail.mailId])).toEqual({ done: 1, refused: [] });
    expect((await list(staff)).items).toMatchObject([{ state: 'failed', tries: 0 }]);
    const { body } = await ask(test.app, staff, 'GET', `/api/records/${mail.personId}/history`);
    expect(body.items[0]).toMatchObject({ action: 'mail-again', subjectName: mail.email });
  });

  it('never sends what was sent, what holds a dead link, what is over, or what is on its way now', async () => {
    const [sent, replaced, over, held] = [await invite(), await invite(), await invite(), await invite()];
    await markSent(sent.mailId);
    for (const { mailId } of [replaced, over, held]) await giveUp(mailId);
    await ask(test.app, staff, 'POST', `/api/accounts/${replaced.accountId}/invite`);
    await test.db.query(sql`UPDATE mail SET body_text = NULL WHERE id = ${over.mailId}::uuid`);
    const answer = await test.db.transaction(null, async (tx) => {
      await tx.query(sql`SELECT id FROM mail WHERE id = ${held.mailId}::uuid FOR UPDATE`);
      return again(staff, [sent.mailId, replaced.mailId, over.mailId, held.mailId]);
    });
    expect(answer).toEqual({
      done: 0,
      refused: [
        { id: sent.mailId, code: 'sent' },
        { id: replaced.mailId, code: 'replaced' },
        { id: over.mailId, code: 'over' },
        { id: held.mailId, code: 'being-sent' },
      ],
    });
  });

  it('takes all that failed where none is named, and of those only what staff see', async () => {
    const [one, two, office] = [await invite(), await invite(), await invite('staff')];
    for (const { mailId } of [one, two, office]) await giveUp(mailId);
    const waiting = await invite();
    expect(await again(staff)).toEqual({ done: 2, refused: [] });
    expect(await again(staff, [office.mailId])).toEqual({
      done: 0,
      refused: [{ id: office.mailId, code: 'not-found' }],
    });
    const states = (await list(admin)).items.map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      [waiting.mailId, 'waiting'],
      [office.mailId, 'given-up'],
      [two.mailId, 'failed'],
      [one.mailId, 'failed'],
    ]);
  });

  it('refuses a mail that is named twice', async () => {
    const { mailId } = await invite();
    const { status } = await ask(test.app, staff, 'POST', '/api/mails/try-again', { ids: [mailId, mailId] });
    expect(status).toBe(400);
  });
});

describe('a test message', () => {
  it('goes to who asks, in their language, a few times an hour at most', async () => {
    const person = await createPerson(test.db, { role: 'staff' });
    const own = await signInAs(test.app, person);
    const testMail = () => ask(test.app, own, 'POST', '/api/mails/test');
    expect((await testMail()).body).toEqual({ to: person.email });
    const mails = await test.db.query(sql`SELECT kind, to_address AS to, subject FROM mail`);
    expect(mails).toEqual([{ kind: 'test', to: person.email, subject: expect.stringContaining('Testbericht') }]);
    for (let n = 1; n < 5; n++) expect((await testMail()).status).toBe(201);
    const refused = await testMail();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-fast']);
  });
});
