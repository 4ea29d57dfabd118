import type { AccountState, InvitableState } from '@konnekt/shared/accounts/account.words';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createInvited } from '#api/test/factories';
import { signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
beforeAll(async () => {
  staff = await signInNew(test, 'staff');
});

let lists = 0;
let mark: string;
beforeEach(() => {
  mark = `Genodigd${++lists}x`;
});

/** Somebody of the list `mark` with an address, whom nobody invited. */
async function somebody() {
  const person = await createInvited(test.db);
  await test.db.query(sql`UPDATE person SET last_name = ${mark} WHERE id = ${person.personId}::uuid`);
  return person.accountId;
}
const invite = async (states: InvitableState[]) =>
  (await ask(test.app, staff, 'POST', '/api/office/employees/invite', { q: mark, states })).body.invited as number;
const states = async () => {
  const { items } = (await ask(test.app, staff, 'GET', `/api/office/employees?q=${mark}`)).body;
  return items.map(({ account, invitationFailure }: { account: AccountState; invitationFailure: string | null }) => [
    account,
    invitationFailure,
  ]);
};
const counts = async () => (await ask(test.app, staff, 'GET', `/api/office/employees/invitable?q=${mark}`)).body;
const of = (accountId: string) => sql`account_id = ${accountId}::uuid AND kind = 'activation'`;

describe('how somebody stands with an invitation is what became of the mail and of the link', () => {
  it('never invited, on its way, tried again for a reason, delivered, expired, in use', async () => {
    const accountId = await somebody();
    expect(await states()).toEqual([['new', null]]);
    await invite(['new']);
    expect(await states()).toEqual([['on-its-way', null]]);
    await test.db.query(sql`UPDATE mail SET attempts = 1, failure = 'refused-for-now' WHERE ${of(accountId)}`);
    expect(await states()).toEqual([['on-its-way', 'refused-for-now']]);
    await test.db.query(sql`UPDATE mail SET sent_at = now(), failure = NULL WHERE ${of(accountId)}`);
    expect(await states()).toEqual([['invited', null]]);
    await test.db.query(sql`UPDATE account_link SET expires_at = now() WHERE account_id = ${accountId}::uuid`);
    expect(await states()).toEqual([['expired', null]]);
    await test.db.query(sql`UPDATE account SET status = 'active', password_hash = 'x' WHERE id = ${accountId}::uuid`);
    expect(await states()).toEqual([['active', null]]);
  });

  it('refused by the mail server, with its reason, until a newer one is on its way', async () => {
    const accountId = await somebody();
    await invite(['new']);
    await test.db.query(sql`UPDATE mail SET failed_at = now(), failure = 'address-refused' WHERE ${of(accountId)}`);
    expect(await states()).toEqual([['not-delivered', 'address-refused']]);
    await invite(['not-delivered']);
    expect(await states()).toEqual([['on-its-way', null]]);
  });

  it('an address that was changed makes the link that was sent to the other one useless', async () => {
    const accountId = await somebody();
    await invite(['new']);
    await test.db.query(sql`UPDATE mail SET sent_at = now() WHERE ${of(accountId)}`);
    await test.db.query(sql`UPDATE account SET email = ${`${mark}@elders.example`} WHERE id = ${accountId}::uuid`);
    expect(await states()).toEqual([['expired', null]]);
  });
});

describe('a link is sent again to a whole list, as it is narrowed down', () => {
  it('only to who stands as was chosen, and the one before works no more', async () => {
    const [lapsed, invited] = [await somebody(), await somebody()];
    await somebody();
    await invite(['new']);
    const third = await somebody();
    await test.db.query(sql`UPDATE mail SET sent_at = now() WHERE account_id IN (${lapsed}::uuid, ${invited}::uuid)`);
    await test.db.query(sql`UPDATE account_link SET expires_at = now() WHERE account_id = ${lapsed}::uuid`);
    expect(await counts()).toEqual({ new: 1, 'on-its-way': 1, 'not-delivered': 0, invited: 1, expired: 1 });
    expect(await invite(['new', 'expired'])).toBe(2);
    expect(await counts()).toEqual({ new: 0, 'on-its-way': 3, 'not-delivered': 0, invited: 1, expired: 0 });
    const alive = await test.db.query(sql`
      SELECT account_id, count(*)::int AS links, count(*) FILTER (WHERE replaced_at IS NULL)::int AS alive FROM account_link
       WHERE account_id IN (${lapsed}::uuid, ${third}::uuid) GROUP BY 1 ORDER BY 1`);
    expect(alive).toEqual([
      { account_id: lapsed, links: 2, alive: 1 },
      { account_id: third, links: 1, alive: 1 },
    ]);
  });

  it('a mail that still waits with the older link is not sent any more', async () => {
    const accountId = await somebody();
    await invite(['new']);
    expect(await invite(['on-its-way'])).toBe(1);
    const mails = await test.db.query(sql`SELECT failure FROM mail WHERE ${of(accountId)} ORDER BY id`);
    expect(mails).toEqual([{ failure: 'replaced' }, { failure: null }]);
  });

  it('two at the same moment send each person one', async () => {
    const lapsed = await somebody();
    await invite(['new']);
    await test.db.query(sql`UPDATE mail SET sent_at = now() WHERE ${of(lapsed)}`);
    await test.db.query(sql`UPDATE account_link SET expires_at = now() WHERE account_id = ${lapsed}::uuid`);
    expect((await Promise.all([invite(['expired']), invite(['expired'])])).toSorted()).toEqual([0, 1]);
  });

  it('not to who had as many links within the hour as there may be', async () => {
    await somebody();
    await invite(['new']);
    for (let n = 1; n < 5; n++) expect(await invite(['on-its-way'])).toBe(1);
    expect(await invite(['on-its-way'])).toBe(0);
  });
});
