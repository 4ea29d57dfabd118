import { beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, testApp } from './test/build-app.ts';
import { createOrganisation, createPerson, createPlacement, hourTypeId } from './test/factories.ts';
import { signInAs, signInNew, signInSupervisor } from './test/sign-in-as.ts';

/** What no screen of ours sends. It is refused as wrong input, never an error of ours. */
const test = testApp();
const anId = '01900000-0000-7000-8000-000000000000';
const anotherId = '01900000-0000-7000-8000-00000000abcd';
let employee: Client;
let supervisor: Client;
let staff: Client;
let placementId: string;
let normal: string;

beforeAll(async () => {
  const { app, db } = test;
  const [organisationId, person] = [await createOrganisation(db), await createPerson(db)];
  placementId = await createPlacement(db, person, organisationId, { startsOn: '2015-01-01' });
  normal = await hourTypeId(db);
  staff = await signInNew(test, 'staff');
  [employee, supervisor] = [await signInAs(app, person), await signInSupervisor(test, organisationId)];
});

const get = (url: string) => ask(test.app, supervisor, 'GET', url);
const post = (url: string, payload: object, client = employee) => ask(test.app, client, 'POST', url, payload);
const line = (date: string, more = {}) => ({ hourTypeId: normal, date, minutes: 480, ...more });
const save = (number: number, lines: object[], year = 2026) =>
  post('/api/worksheets', { placementId, year, number, lines });

async function sent(number: number, date: string) {
  const { body } = await save(number, [line(date)]);
  return (await post(`/api/worksheets/${body.id}/send`, { version: body.version })).body;
}

describe('a query', () => {
  it.each([
    '/api/worksheets?q=%00',
    '/api/worksheets?phase=to-fill&q=%00',
    '/api/employees?q=%00',
    '/api/worksheets?q=a&q=b',
    '/api/worksheets?year=99999999999',
    '/api/worksheets?year=2026.5',
    '/api/worksheets?period=99999999999',
    '/api/worksheets?organisationId=1',
    '/api/worksheets?limit=501',
    '/api/worksheets/status?year=99999999999&period=1',
    `/api/placements/${anId}/entry?year=999999&number=1`,
    `/api/placements/${anId}/entry?year=-5&number=1`,
  ])('%s is wrong input', async (url) => {
    const { status, body } = await get(url);
    expect([status, body.code]).toEqual([400, 'invalid-input']);
  });
});

describe('a cursor that we did not make', () => {
  it.each<[string, unknown]>([
    ['/api/worksheets', ['tomorrow', anId]],
    ['/api/worksheets', ['2026-02-30', anId]],
    ['/api/worksheets', ['0000-01-01', anId]],
    ['/api/worksheets', [5, anId]],
    ['/api/worksheets', ['2026-11-16', 'x']],
    ['/api/worksheets', ['2026-11-16', anId, 1]],
    ['/api/worksheets', { length: 2 }],
    ['/api/worksheets?sort=hours', ['many', anId]],
    ['/api/worksheets?sort=hours', ['99999999999', anId]],
    ['/api/worksheets?sort=employee', ['\u0000', anId]],
    ['/api/worksheets?phase=to-fill', ['x', 'y', anId, 1]],
    ['/api/worksheets?phase=to-fill', ['2026-11-16', 'y', anId, 1e12]],
    ['/api/worksheets?phase=to-fill', ['2026-11-16', 'y', anId, 1.5]],
    ['/api/employees', ['a', 'x']],
    ['/api/organisations', ['\u0000', anId]],
    ['/api/placements', [{}, anId]],
  ])('%s %j is wrong input', async (url, values) => {
    const cursor = Buffer.from(JSON.stringify(values)).toString('base64url');
    const { status, body } = await get(`${url}${url.includes('?') ? '&' : '?'}cursor=${cursor}`);
    expect([status, body.errors]).toEqual([400, [{ pointer: '/querystring/cursor', code: 'invalid' }]]);
  });
});

describe('a body', () => {
  it.each<[string, string, object]>([
    ['a version beyond all counting', `/api/worksheets/${anId}/send`, { version: 3_000_000_000 }],
    ['a year far away', '/api/worksheets', { placementId: anId, year: 999_999, number: 1, lines: [] }],
    ['NUL in a comment', `/api/worksheets/${anId}/comments`, { text: 'a\u0000b' }],
    ['NUL in a login', '/api/auth/login', { login: 'a\u0000b', password: 'x' }],
    ['a comment of blanks', `/api/worksheets/${anId}/comments`, { text: ' \n ' }],
  ])('with %s is wrong input', async (_, url, payload) => {
    const { status, body } = await post(url, payload);
    expect([status, body.code]).toEqual([400, 'invalid-input']);
  });

  it('with a shift that starts at the end of the day is wrong input', async () => {
    const lines = [line('2026-02-25', { minutes: 360, startsAt: '24:00', endsAt: '06:00' })];
    expect((await save(9, lines)).body.errors).toEqual([{ pointer: '/lines/0/startsAt', code: 'invalid' }]);
  });

  it('with a day that does not exist, endless minutes or too many lines is wrong input', async () => {
    expect((await save(9, [line('2026-02-30')])).body.errors).toEqual([{ pointer: '/lines/0/date', code: 'invalid' }]);
    expect((await save(9, [line('2026-02-25', { minutes: 1e15 })])).status).toBe(400);
    const lines = Array.from({ length: 251 }, () => line('2026-02-25', { minutes: 1 }));
    expect((await save(9, lines)).body.errors).toEqual([{ pointer: '/lines', code: 'too-large' }]);
  });

  it('holds 250 lines, each with the longest remark', async () => {
    const lines = Array.from({ length: 250 }, () => line('2026-02-25', { minutes: 1, remark: '漢'.repeat(500) }));
    const { status, body } = await save(9, lines);
    expect([status, body.lines?.length]).toEqual([201, 250]);
  });

  it('about a period before all that is kept finds nothing', async () => {
    expect((await save(1, [], 2016)).body.code).toBe('not-found');
  });

  it('names one worksheet once, whatever the case of its id', async () => {
    const { id, version } = await sent(10, '2026-03-02');
    const twice = { items: [id, id.toUpperCase()].map((one) => ({ id: one, version })) };
    expect((await post('/api/worksheets/approve', twice, supervisor)).body.errors).toEqual([
      { pointer: '/items/1/id', code: 'duplicate' },
    ]);
    const unknown = { items: [{ id: anotherId.toUpperCase(), version: 1 }] };
    expect((await post('/api/worksheets/approve', unknown, supervisor)).body.refused).toEqual([
      { id: anotherId, code: 'not-yours' },
    ]);
  });
});

describe('one line', () => {
  const person = { firstName: 'Anna', lastName: 'Vries', personnelNumber: 'ODD1' };

  it.each<[string, object, string, string]>([
    ['a name of two lines', { firstName: 'Anna\nMaria' }, '/firstName', 'line-break'],
    ['a name with NUL', { lastName: 'Vr\u0000ies' }, '/lastName', 'odd-characters'],
    ['half a character', { lastName: 'Vries \ud83d' }, '/lastName', 'odd-characters'],
    ['a name of nothing', { firstName: '\u200b\u00ad' }, '/firstName', 'required'],
    ['a number of nothing', { personnelNumber: '\u202e\u2060' }, '/personnelNumber', 'required'],
    ['a header in an address', { email: 'a@x.nl\r\nBcc: b@x.nl' }, '/email', 'line-break'],
    ['an address with a point at the edge', { email: '.dot@x.nl' }, '/email', 'email'],
    ['an address with two points', { email: 'a..b@x.nl' }, '/email', 'email'],
    ['a domain with a hyphen at the edge', { email: 'x@-y.nl' }, '/email', 'email'],
  ])('is refused with %s, at its field', async (_, odd, pointer, code) => {
    const { status, body } = await post('/api/employees', { ...person, ...odd }, staff);
    expect([status, body.errors?.[0]]).toEqual([400, { pointer, code }]);
  });

  it('is kept without what nobody sees', async () => {
    const { status, body } = await post(
      '/api/employees',
      {
        firstName: ' Zoe\u0308\u200b',
        lastName: 'van\u00a0 \u202eVries',
        personnelNumber: 'ODD\u200b2',
        email: 'zoe\ufeff@x.nl',
      },
      staff,
    );
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({ firstName: 'Zoë', lastName: 'van Vries', personnelNumber: 'ODD2', email: 'zoe@x.nl' });
  });
});

describe('text', () => {
  it('of what nobody sees is no reason', async () => {
    const { id, version } = await sent(13, '2026-03-23');
    const decline = { items: [{ id, version }], reason: '\u200b\u202e \u00ad' };
    expect((await post('/api/worksheets/decline', decline, supervisor)).body.errors).toEqual([
      { pointer: '/reason', code: 'required' },
    ]);
  });

  it('comes back as it was typed, in any script', async () => {
    const { id } = await sent(11, '2026-03-09');
    const text = 'Tot 22:00 👩‍👩‍👧 – شكرا \u{1F600}\nnog een regel';
    const { body } = await post(`/api/worksheets/${id}/comments`, { text });
    expect(body.history.at(-1).reason).toBe(text);
  });

  it('that was cut in the middle of an emoji is sealed as it is stored, and never breaks a list', async () => {
    const { id, version, placement } = await sent(12, '2026-03-16');
    const lines = [line('2026-03-17', { remark: 'Bedankt \ud83d' })];
    const { body: added } = await post(`/api/worksheets/${id}/supplements`, { version, lines });
    expect(added.submissions[0].lines[0].remark).toBe('Bedankt \ufffd');
    expect(added.lines[0].remark).toBe('Bedankt \ufffd');
    await post(`/api/worksheets/${added.id}/withdraw`, { version: added.version });
    expect((await get(`/api/worksheets?placementId=${placement.id}`)).status).toBe(200);
  });
});
