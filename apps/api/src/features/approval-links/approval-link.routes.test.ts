import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, now, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, type Person } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';
import { remindNow } from '../reminders/reminder.service.ts';

const test = testApp();
let receiver: Person;
let client: Client;
let off: string;
let signedIn: string;
let open: string;

beforeAll(async () => {
  const { app, db } = test;
  off = await createOrganisation(db, 'Uit BV');
  signedIn = await createOrganisation(db, 'Inlog BV');
  open = await createOrganisation(db, 'Open BV');
  await db.query(sql`UPDATE organisation SET mail_approval = 'signed-in' WHERE id = ${signedIn}::uuid`);
  await db.query(sql`UPDATE organisation SET mail_approval = 'open' WHERE id = ${open}::uuid`);
  receiver = await createSupervisor(db, [off, signedIn, open]);
  client = await signInAs(app, receiver);
});

type Sheet = { id: string; version: number };
let sheets: { off: Sheet; signedIn: Sheet; open: Sheet };
let token: string;
beforeEach(async () => {
  sheets = { off: await sent(off), signedIn: await sent(signedIn), open: await sent(open) };
  token = await digest();
});

async function sent(organisationId: string): Promise<Sheet> {
  const { app, db } = test;
  const person = await createPerson(db);
  const placementId = await createPlacement(db, person, organisationId);
  const { id, version } = await sendHours(test, await signInAs(app, person), placementId);
  return { id, version };
}
/** The digest of the receiver: what its link carries. */
async function digest(): Promise<string> {
  const { db } = test;
  await db.query(sql`DELETE FROM mail WHERE kind LIKE 'reminder-%'`);
  const services = { db, now: () => now, publicUrl: 'https://uren.example', wakeMail: () => {} };
  await remindNow(
    services,
    { personId: receiver.personId, name: 'Bureau', role: 'staff', sessionId: null, address: '::1' },
    'supervisors',
    {},
  );
  const [mail] = await db.query<{ body: string }>(
    sql`SELECT body_text AS body FROM mail WHERE account_id = ${receiver.accountId}::uuid AND kind LIKE 'reminder-%'`,
  );
  return /https:\/\/uren\.example\/approve#(\S+)/.exec(mail?.body ?? '')?.[1] ?? '';
}
const look = async (who?: Client, of = token) =>
  (await ask(test.app, who, 'POST', '/api/approval-links/look', { token: of })).body;
const approve = (who: Client | undefined, items: object[], of = token) =>
  ask(test.app, who, 'POST', '/api/approval-links/approve', { token: of, items });
const ids = (of: { worksheets: { id: string }[] }) => of.worksheets.map(({ id }) => id).sort();
const statusOf = async ({ id }: { id: string }) => (await ask(test.app, client, 'GET', `/api/worksheets/${id}`)).body;

describe('the link of a digest', () => {
  it('shows its receiver, logged in, just what the mail was about, and others only what their client allows', async () => {
    expect(token).toHaveLength(43);
    const later = await sent(open);
    const mine = await look(client);
    expect(mine).toMatchObject({ state: 'good', isSignedIn: true, hidden: 0 });
    expect(ids(mine)).toContain(sheets.signedIn.id);
    expect(ids(mine)).toContain(sheets.open.id);
    expect(ids(mine)).not.toContain(sheets.off.id);
    expect(ids(mine)).not.toContain(later.id);
    const anonymous = await look();
    expect(anonymous).toMatchObject({ state: 'good', isSignedIn: false });
    expect(ids(anonymous)).toContain(sheets.open.id);
    expect(ids(anonymous)).not.toContain(sheets.signedIn.id);
    expect(anonymous.hidden).toBeGreaterThan(0);
    const other = await signInNew(test, 'supervisor');
    expect(await look(other)).toMatchObject({ state: 'foreign', worksheets: [], hidden: 0 });
    // Nothing was changed by looking, however often.
    for (const sheet of Object.values(sheets)) expect((await statusOf(sheet)).status).toBe('submitted');
  });

  it('approves with a press, in the name of its receiver; the history says that it was from the mail', async () => {
    const refused = (await approve(undefined, [sheets.signedIn, sheets.off, sheets.open])).body;
    expect(refused.done.map(({ id }: { id: string }) => id)).toEqual([sheets.open.id]);
    expect(refused.refused.map(({ id }: { id: string }) => id)).toEqual([sheets.signedIn.id, sheets.off.id]);
    const { done } = (await approve(client, [sheets.signedIn])).body;
    expect(done).toHaveLength(1);
    for (const sheet of [sheets.open, sheets.signedIn]) {
      const { status, history } = await statusOf(sheet);
      expect(status).toBe('approved');
      expect(history.at(-1)).toMatchObject({ action: 'approve', isFromMail: true, actorName: receiver.name });
    }
    expect((await approve(client, [sheets.open])).body.refused).toEqual([{ id: sheets.open.id, code: 'changed' }]);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('is of the versions that the mail was about', async () => {
    const sheet = sheets.open;
    await ask(test.app, client, 'POST', '/api/worksheets/decline', { items: [sheet], reason: 'Te veel' });
    expect(ids(await look())).not.toContain(sheet.id);
    expect((await approve(undefined, [{ ...sheet, version: sheet.version + 1 }])).body.done).toEqual([]);
  });

  it('agrees to a text as everybody does who approves', async () => {
    await test.db.query(
      sql`UPDATE organisation SET approval_text_nl = 'Akkoord', approval_text_en = 'Agreed' WHERE id = ${open}::uuid`,
    );
    const { texts } = await look();
    expect(texts).toMatchObject([{ textNl: 'Akkoord' }]);
    expect((await approve(undefined, [sheets.open])).body.refused).toEqual([
      { id: sheets.open.id, code: 'approval-text' },
    ]);
    const body = { token, items: [sheets.open], approvalTextIds: [texts[0].id] };
    expect((await ask(test.app, undefined, 'POST', '/api/approval-links/approve', body)).body.done).toHaveLength(1);
    await test.db.query(
      sql`UPDATE organisation SET approval_text_nl = NULL, approval_text_en = NULL WHERE id = ${open}::uuid`,
    );
  });

  it('is good no more when it is old, taken back, followed by another, or its receiver is blocked', async () => {
    const first = token;
    token = await digest();
    expect(await look(undefined, first)).toMatchObject({ state: 'revoked', worksheets: [] });
    expect(await look()).toMatchObject({ state: 'good' });
    await ask(test.app, undefined, 'POST', '/api/approval-links/revoke', { token });
    expect(await look()).toMatchObject({ state: 'revoked', worksheets: [] });
    expect((await approve(client, [sheets.open])).body.code).toBe('link-expired');
    token = await digest();
    await test.db.query(sql`UPDATE approval_link SET expires_at = now() WHERE revoked_at IS NULL`);
    expect(await look()).toMatchObject({ state: 'expired', worksheets: [] });
    token = await digest();
    await test.db.query(sql`UPDATE organisation SET mail_approval = 'off' WHERE id = ${open}::uuid`);
    expect(ids(await look())).toEqual([]);
    await test.db.query(sql`UPDATE organisation SET mail_approval = 'open' WHERE id = ${open}::uuid`);
    await test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${receiver.accountId}::uuid`);
    expect(await look()).toMatchObject({ state: 'revoked' });
    expect(await look(undefined, 'x')).toMatchObject({ state: 'unknown' });
    await test.db.query(sql`UPDATE account SET status = 'active' WHERE id = ${receiver.accountId}::uuid`);
  });
});
