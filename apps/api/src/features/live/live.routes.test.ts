import { liveKinds } from '@konnekt/shared/live/live.words';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildApp } from '#api/app';
import { newId } from '#api/kit/database';
import { tell } from '#api/kit/notices';
import { sql } from '#api/kit/sql';
import { ask, now, testApp } from '#api/test/build-app';
import { openEvents } from '#api/test/event-stream';
import { createPerson, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let other: FastifyInstance;
const secret = { jwtSecret: 'a-secret-of-at-least-32-characters', now: () => now };

beforeAll(async () => {
  other = await buildApp({ db: test.db, ...secret });
});
afterAll(() => other.close());

const news = ({ personId }: Person) =>
  test.db.transaction(null, (tx) => tell(tx, 'reminder-hours', [personId], { id: newId(), eventId: newId() }));
const [start, within] = [
  { timeout: 1000, interval: 5 },
  { timeout: 1000, interval: 5 },
];

describe('the stream of events', () => {
  it('says at once that something is to be asked for, then only what changed, to whom it concerns, in every process', async () => {
    const person = await createPerson(test.db);
    const client = await signInAs(test.app, person);
    const stranger = await openEvents(test.app, await signInNew(test, 'employee'));
    const streams = [await openEvents(test.app, client), await openEvents(other, client)];
    for (const { heard } of [...streams, stranger])
      await vi.waitFor(() => expect(heard).toEqual([...liveKinds]), start);
    await news(person);
    for (const { heard } of streams)
      await vi.waitFor(() => expect(heard.slice(liveKinds.length)).toEqual(['notices']), within);
    expect(stranger.heard).toHaveLength(liveKinds.length);
    await ask(test.app, client, 'POST', '/api/notices/read', {});
    for (const { heard } of streams)
      await vi.waitFor(() => expect(heard.slice(liveKinds.length + 1)).toEqual(['notices']), within);
    for (const { close } of [...streams, stranger]) close();
  });

  it('is neither compressed nor kept by anything between', async () => {
    const client = await signInNew(test, 'employee');
    const { answer, close } = await openEvents(test.app, client, { 'accept-encoding': 'zstd, br, gzip' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
    close();
  });

  it('ends with its session, in every process: logged out, ended elsewhere, blocked, run out', async () => {
    const ways: ((of: { person: Person; client: Awaited<ReturnType<typeof signInAs>> }) => Promise<unknown>)[] = [
      ({ client }) => ask(test.app, client, 'POST', '/api/auth/logout'),
      async ({ person }) => ask(test.app, await signInAs(test.app, person), 'POST', '/api/me/sessions/end-others'),
      ({ person }) => test.db.query(sql`UPDATE account SET status = 'blocked' WHERE id = ${person.accountId}::uuid`),
      ({ person }) =>
        test.db.query(sql`UPDATE session SET expires_at = now() WHERE account_id = ${person.accountId}::uuid`),
    ];
    const stays = await openEvents(test.app, await signInNew(test, 'employee'));
    for (const end of ways) {
      const person = await createPerson(test.db);
      const client = await signInAs(test.app, person);
      const streams = [await openEvents(test.app, client), await openEvents(other, client)];
      await end({ person, client });
      for (const { isOpen } of streams) await vi.waitFor(() => expect(isOpen()).toBe(false), within);
      expect((await openEvents(test.app, client)).answer.status).toBe(401);
    }
    expect(stays.isOpen()).toBe(true);
    stays.close();
  });

  it('is told once of what happens often, and of all when the line to the database is up again', async () => {
    const person = await createPerson(test.db);
    const { heard, close } = await openEvents(other, await signInAs(test.app, person));
    await vi.waitFor(() => expect(heard).toHaveLength(liveKinds.length), start);
    await test.db.query(
      sql`SELECT tell_live('messages', ARRAY[${person.personId}]::uuid[]), tell_live('messages', ARRAY[${person.personId}]::uuid[])`,
    );
    await vi.waitFor(() => expect(heard.slice(liveKinds.length)).toEqual(['messages']), within);
    await test.db.query(
      sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%say_live()'`,
    );
    await vi.waitFor(() => expect(heard.slice(liveKinds.length + 1)).toEqual([...liveKinds]), { timeout: 4000 });
    await news(person);
    await vi.waitFor(() => expect(heard.slice(2 * liveKinds.length + 1)).toEqual(['notices']), within);
    close();
  });

  it('is told of many people in several words, and of very many in one for everybody', async () => {
    const person = await createPerson(test.db);
    const { heard, close } = await openEvents(test.app, await signInAs(test.app, person));
    await vi.waitFor(() => expect(heard).toHaveLength(liveKinds.length), start);
    for (const many of [999, 4500]) {
      await test.db.query(sql`
        SELECT tell_live('messages', array_append(ARRAY(SELECT uuid_v7() FROM generate_series(1, ${many}::int)), ${person.personId}::uuid))`);
      await vi.waitFor(() => expect(heard.pop()).toBe('messages'), within);
    }
    close();
  });

  it('has a bound: a session opens no more than a browser can use', async () => {
    const client = await signInNew(test, 'employee');
    const streams = [];
    for (let n = 0; n < 6; n++) streams.push(await openEvents(test.app, client));
    const refused = await openEvents(test.app, client);
    expect([refused.answer.status, refused.answer.headers.get('retry-after')]).toEqual([429, '60']);
    for (const { close } of streams) close();
    await vi.waitFor(async () => expect((await openEvents(test.app, client)).answer.status).toBe(200), within);
  });

  it('ends when the server stops, which waits for none', async () => {
    const third = await buildApp({ db: test.db, ...secret });
    const { isOpen } = await openEvents(third, await signInNew(test, 'employee'));
    const before = Date.now();
    await third.close();
    expect(Date.now() - before).toBeLessThan(1000);
    await vi.waitFor(() => expect(isOpen()).toBe(false), within);
  });
});
