import { beforeAll, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { ask, askFile, type Client, sendFile, testApp } from '#api/test/build-app';
import { createPerson, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let person: Person;
let reader: Client;
let staff: Client;
let id: string;
/** Of the versions, by their number. */
const hashes: string[] = [];

beforeAll(async () => {
  person = await createPerson(test.db);
  reader = await signInAs(test.app, person);
  staff = await signInNew(test, 'staff');
  id = newId();
  const more = { id, name: 'Huisregels', category: 'other', personId: person.personId, asksConfirmation: true };
  await put('', more);
  await confirm(1);
  await put(`/${id}/versions`, { version: 1 });
});

async function put(path: string, more: object) {
  const content = `%PDF-1.7\n%âãÏÓ\n${path}`;
  const { body: file } = await sendFile(test.app, staff, '/api/files?purpose=document', { name: 'x.pdf', content });
  const { body } = await ask(test.app, staff, 'POST', `/api/documents${path}`, { ...more, fileId: file.id });
  hashes[body.number] = body.file.sha256;
}
async function confirm(number: number) {
  await ask(test.app, reader, 'POST', `/api/documents/${id}/open`, { number });
  const asked = { number, sha256: hashes[number] };
  expect((await ask(test.app, reader, 'POST', `/api/documents/${id}/confirm`, asked)).status).toBe(200);
}
const readers = async (query = '') => (await ask(test.app, staff, 'GET', `/api/documents/${id}/readers${query}`)).body;
const lines = async (query = '') => {
  const { body } = await askFile(test.app, staff, `/api/documents/${id}/readers/export?language=nl${query}`);
  return body
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';').slice(3));
};
const moment = [expect.stringMatching(/^\d\d-\d\d-\d{4}$/), expect.stringMatching(/^\d\d:\d\d$/)];
const proof = (number: number) => ({ number, at: expect.any(String), sha256: hashes[number] });
const proofLine = (number: number, newest: string) => [`${number}`, ...moment, ...moment, hashes[number], newest];

it('a new version is still to be confirmed, and the row says which one was and when', async () => {
  expect((await readers()).items).toMatchObject([
    { version: 2, openedAt: null, confirmedAt: null, number: 1, confirmations: [proof(1)] },
  ]);
  expect([(await readers('?state=confirmed')).total, (await readers('?state=not-confirmed')).total]).toEqual([0, 1]);
  expect((await ask(test.app, staff, 'GET', `/api/documents/${id}`)).body.versions).toMatchObject([
    { number: 2, confirmed: 0 },
    { number: 1, confirmed: 1 },
  ]);
});

it('who confirmed a version before is asked by its number, as a list and as a file', async () => {
  expect((await readers('?version=1&state=confirmed')).items).toMatchObject([
    { id: person.personId, version: 1, openedAt: expect.any(String), confirmedAt: expect.any(String) },
  ]);
  expect((await readers('?version=2&state=confirmed')).total).toBe(0);
  expect(await lines('&version=1&state=confirmed')).toEqual([proofLine(1, '1')]);
  expect((await ask(test.app, staff, 'GET', `/api/documents/${id}/readers?version=0`)).status).toBe(400);
});

it('every confirmation is in the file with its version, day, time and hash, also once the document was removed', async () => {
  expect(await lines()).toEqual([['2', '', '', '', '', '', '1'], proofLine(1, '1')]);
  await confirm(2);
  const all = [proofLine(2, '2'), proofLine(1, '2')];
  expect(await lines()).toEqual(all);
  expect((await ask(test.app, staff, 'DELETE', `/api/documents/${id}`, { version: 2 })).status).toBe(204);
  expect(await lines()).toEqual(all);
  expect((await readers()).items).toMatchObject([{ isReader: false, confirmations: [proof(2), proof(1)] }]);
});
