import type { HourLine } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { chanceFrom } from '#api/demo/random';
import { findBrokenRules } from '#api/features/data-check/data-check.repository';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, hourTypeId, type Person } from '#api/test/factories';
import { signInAs, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();
const chance = chanceFrom(47);
const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];

let person: Person;
let employee: Client;
let supervisor: Client;
let organisationId: string;
let types: string[];

beforeAll(async () => {
  types = [await hourTypeId(test.db), await hourTypeId(test.db, 'O125'), await hourTypeId(test.db, 'SCK')];
  organisationId = await createOrganisation(test.db);
  person = await createPerson(test.db);
  employee = await signInAs(test.app, person);
  supervisor = await signInSupervisor(test, organisationId, { mayRegister: true });
});

const send = (client: Client, method: 'GET' | 'POST' | 'PUT', url: string, body?: object) =>
  ask(test.app, client, method, url, body);
const lines = () =>
  Array.from({ length: chance.number(7) }, () => ({
    hourTypeId: chance.pick(types),
    date: chance.pick(days),
    minutes: 15 * chance.number(8),
    remark: chance.percent(20) ? chance.pick(['laat', 'ruil met Anna']) : null,
  }));
const remark = () => (chance.percent(30) ? 'Een opmerking' : null);

describe('the answer to a step is what reading the worksheet again answers', () => {
  it('whatever is saved, sent and taken back, and a line keeps its number', async () => {
    const placementId = await createPlacement(test.db, person, organisationId);
    const begun = { placementId, year: 2026, number: 47, lines: lines(), remark: remark() };
    let { body: worksheet } = await send(employee, 'POST', '/api/worksheets', begun);
    const meaning = new Map<number, string>();
    for (let step = 0; step < 30; step++) {
      const { id, version } = worksheet;
      const isOpen = worksheet.status === 'draft';
      const act = isOpen ? (chance.percent(70) ? 'save' : 'send') : 'withdraw';
      const answer =
        act === 'save'
          ? await send(employee, 'PUT', `/api/worksheets/${id}`, { version, lines: lines(), remark: remark() })
          : await send(employee, 'POST', `/api/worksheets/${id}/${act}`, { version });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(answer.body).toEqual((await send(employee, 'GET', `/api/worksheets/${id}`)).body);
      worksheet = answer.body;
      for (const { number, hourTypeId: type, date } of worksheet.lines as HourLine[]) {
        expect(meaning.get(number) ?? `${type} ${date}`).toBe(`${type} ${date}`);
        meaning.set(number, `${type} ${date}`);
      }
    }
    expect(await findBrokenRules(test.db)).toEqual([]);
  });

  it('also of hours that a supervisor registers and sends by themselves', async () => {
    const placementId = await createPlacement(test.db, person, organisationId, { hoursBy: 'supervisor' });
    const begun = { placementId, year: 2026, number: 47, lines: lines() };
    const { body: worksheet } = await send(supervisor, 'POST', '/api/worksheets', begun);
    const url = `/api/worksheets/${worksheet.id}`;
    const saved = await send(supervisor, 'PUT', url, { version: 1, lines: lines(), remark: 'Extra' });
    expect(saved.body).toEqual((await send(supervisor, 'GET', url)).body);
    const sent = await send(supervisor, 'POST', `${url}/send`, { version: 2 });
    expect(sent.body).toEqual((await send(supervisor, 'GET', url)).body);
    expect(sent.body.status).toBe('approved');
  });
});

describe('hours registered for many', () => {
  it('keep the number of each line', async () => {
    const placementId = await createPlacement(test.db, await createPerson(test.db), organisationId, {
      hoursBy: 'supervisor',
    });
    const week = { periodType: 'week', year: 2026, period: 47 };
    const total = (code: number, minutes: number) => ({ hourTypeId: types[code], date: null, minutes });
    const save = async (row: object) =>
      (await send(supervisor, 'POST', '/api/registration/save', { ...week, rows: [{ placementId, ...row }] })).body
        .done[0];
    const numbers = async (id: string) =>
      ((await send(supervisor, 'GET', `/api/worksheets/${id}`)).body.lines as HourLine[]).map(
        ({ number, hourTypeId: type, minutes }) => [number, types.indexOf(type), minutes],
      );
    const first = await save({ lines: [total(0, 2400), total(1, 60)] });
    const place = (version: number) => ({ worksheetId: first.id, version });
    await save({ ...place(1), lines: [total(1, 90)] });
    expect(await numbers(first.id)).toEqual([[2, 1, 90]]);
    await save({ ...place(2), lines: [total(0, 480), total(1, 90)] });
    expect(await numbers(first.id)).toEqual([
      [2, 1, 90],
      [3, 0, 480],
    ]);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});
