import {
  eventsShown,
  manySteps,
  mostComments,
  mostCommentsAtOnce,
  mostStepsAMinute,
  secondsBetweenManySteps,
} from '@konnekt/shared/worksheets/worksheet.bounds';
import type { WorksheetEvent } from '@konnekt/shared/worksheets/worksheet.schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId, type Person } from '#api/test/factories';
import { signInAs, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
let person: Person;
let employee: Client;
let supervisor: Client;
let placementId: string;
let normal: string;
beforeAll(async () => {
  const organisationId = await createOrganisation(test.db);
  person = await createPerson(test.db);
  placementId = await createPlacement(test.db, person, organisationId);
  normal = await hourTypeId(test.db);
  [employee, supervisor] = [await signInAs(test.app, person), await signInSupervisor(test, organisationId)];
});

const post = (url: string, body: object, client = employee) => ask(test.app, client, 'POST', url, body);
const lines = (date: string) => [{ hourTypeId: normal, date, minutes: 480 }];
const draft = async (number: number, date: string) =>
  (await post('/api/worksheets', { placementId, year: 2026, number, lines: lines(date) })).body;
const sent = async (number: number, date: string) => {
  const { id, version } = await draft(number, date);
  return (await post(`/api/worksheets/${id}/send`, { version })).body;
};
/** Comments of long ago, so many. */
const fillWithComments = (id: string, count: number) =>
  test.db.query(sql`
    INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, at, actor_id, actor_name, actor_role, auth_method, reason)
    SELECT w.id, 'comment', w.status, w.status, w.version, now() - interval '1 day', ${person.personId}::uuid, 'Anna', 'employee', 'password', 'Nr ' || n
      FROM worksheet w CROSS JOIN generate_series(1, ${count}::int) n WHERE w.id = ${id}::uuid`);

describe('comments', () => {
  it('are as many when they come all at once', async () => {
    const { id } = await sent(46, '2026-11-09');
    const all = await Promise.all(
      Array.from({ length: 2 * mostCommentsAtOnce }, () => post(`/api/worksheets/${id}/comments`, { text: 'Nog een' })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(mostCommentsAtOnce);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([201, 429]));
  });

  it('that come faster than one types are asked for again later', async () => {
    const { id } = await sent(40, '2026-09-28');
    const comment = (client = employee) => post(`/api/worksheets/${id}/comments`, { text: 'Nog een' }, client);
    for (let n = 0; n < mostCommentsAtOnce; n++) expect((await comment()).status).toBe(201);
    const { status, body, headers } = await comment();
    expect([status, body.code]).toEqual([429, 'too-fast']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    // Others are not kept from answering.
    expect((await comment(supervisor)).status).toBe(201);
  });

  it('of one person on one worksheet are no more than so many', async () => {
    const { id } = await sent(41, '2026-10-05');
    await fillWithComments(id, mostComments - 1);
    expect((await post(`/api/worksheets/${id}/comments`, { text: 'De laatste' })).status).toBe(201);
    const { status, body } = await post(`/api/worksheets/${id}/comments`, { text: 'Te veel' });
    expect([status, body.code]).toEqual([409, 'list-full']);
  });
});

describe('a worksheet with a long history', () => {
  it('answers the newest events, and all of them in pages that neither skip nor repeat', async () => {
    const { id } = await sent(42, '2026-10-12');
    await fillWithComments(id, 120);
    const { body } = await ask(test.app, supervisor, 'GET', `/api/worksheets/${id}`);
    expect([body.history.length, body.hasEarlierHistory]).toEqual([eventsShown, true]);
    expect(body.history.at(-1).reason).toBe('Nr 120');
    const read = async (client: Client) => {
      const seen: WorksheetEvent[] = [];
      let cursor: string | null = '';
      let total = 0;
      do {
        const page = await ask(
          test.app,
          client,
          'GET',
          `/api/worksheets/${id}/history?limit=50${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...page.body.items);
        ({ nextCursor: cursor, total } = page.body);
      } while (cursor);
      expect(total).toBe(seen.length);
      expect(new Set(seen.map((event) => event.id)).size).toBe(seen.length);
      return seen.map(({ action }) => action);
    };
    // Who fills it in sees that it was saved; who approves does not.
    expect((await read(supervisor)).filter((action) => action !== 'comment')).toEqual(['send']);
    const { body: own } = await ask(test.app, employee, 'GET', `/api/worksheets/${id}`);
    expect(own.hasEarlierHistory).toBe(true);
    expect((await ask(test.app, supervisor, 'GET', `/api/worksheets/${id}/history?cursor=x`)).status).toBe(400);
  });

  it('shows who approves what they may see, however often it was saved', async () => {
    const { id, version } = await draft(43, '2026-10-19');
    await test.db.query(sql`
      INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, at, actor_id, actor_name, actor_role, auth_method)
      SELECT ${id}::uuid, 'save', 'draft', 'draft', 1000 + n, now() - interval '1 day', ${person.personId}::uuid, 'Anna', 'employee', 'password'
        FROM generate_series(1, 100) n`);
    const { body: own } = await ask(test.app, employee, 'GET', `/api/worksheets/${id}`);
    expect([own.history.length, own.hasEarlierHistory]).toEqual([eventsShown, true]);
    await post(`/api/worksheets/${id}/send`, { version });
    const { body } = await ask(test.app, supervisor, 'GET', `/api/worksheets/${id}`);
    expect(body.history.map(({ action }: WorksheetEvent) => action)).toEqual(['send']);
    expect(body.hasEarlierHistory).toBe(false);
  });
});

describe('steps on one worksheet', () => {
  const save = (id: string, version: number) =>
    ask(test.app, employee, 'PUT', `/api/worksheets/${id}`, { version, lines: lines('2026-10-26') });

  it('that come faster than anybody presses wait a moment, and nothing is lost', async () => {
    let { id, version } = await draft(44, '2026-10-26');
    for (let n = 1; n < mostStepsAMinute; n++) ({ version } = (await save(id, version)).body);
    const { status, body, headers } = await save(id, version);
    expect([status, body.code]).toEqual([429, 'too-fast']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(test.app, employee, 'GET', `/api/worksheets/${id}`)).body.version).toBe(version);
  });

  it('that are registered for many wait as well', async () => {
    const organisationId = await createOrganisation(test.db);
    const client = await signInSupervisor(test, organisationId, { mayRegister: true });
    const place = await createPlacement(test.db, await createPerson(test.db), organisationId, {
      hoursBy: 'supervisor',
    });
    const register = (worksheetId: string | null, version: number | null) =>
      post(
        '/api/registration/save',
        {
          periodType: 'week',
          year: 2026,
          period: 44,
          number: 44,
          rows: [{ placementId: place, worksheetId, version, lines: lines('2026-10-26') }],
        },
        client,
      );
    let [one] = (await register(null, null)).body.done;
    for (let n = 1; n < mostStepsAMinute; n++) [one] = (await register(one.id, one.version)).body.done;
    const { status, body } = await register(one.id, one.version);
    expect([status, body.code]).toEqual([429, 'too-fast']);
  });

  it('after very many come one by one', async () => {
    const { id } = await draft(45, '2026-11-02');
    await test.db.query(sql`UPDATE worksheet SET version = ${manySteps + 1}::int WHERE id = ${id}::uuid`);
    const { body, headers } = await save(id, manySteps + 1);
    expect(body.code).toBe('too-fast');
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(secondsBetweenManySteps);
  });
});
