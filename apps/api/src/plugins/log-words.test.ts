import pg from 'pg';
import { expect, it } from 'vitest';
import { ask, testApp } from '#api/test/build-app';
import { signInNew } from '#api/test/sign-in-as';
import { logWords } from './log-words.ts';

const lines: string[] = [];
const test = testApp({ logLevel: 'trace', logTo: { write: (line) => void lines.push(line) } });
const anId = '01900000-0000-7000-8000-000000000000';

it('the log names the route and the id, and nothing that somebody typed', async () => {
  const staff = await signInNew(test, 'staff');
  const word = 'Geheimnaam';
  const cursor = Buffer.from(JSON.stringify([word, anId])).toString('base64url');
  const urls = [
    `/api/office/employees?q=${word}`,
    `/api/office/employees?cursor=${cursor}`,
    `/api/worksheets?q=${word}&sort=${word}`,
    `/api/worksheets/${anId}?name=${word}`,
    `/api/worksheets/${word}`,
    `/api/exports/${word}`,
    `/api/${word}`,
    `/api/worksheets/%E0%A4%A${word}`,
    `/${word}`,
  ];
  for (const url of urls) await test.app.inject({ method: 'GET', url, cookies: staff.cookies });
  const post = (url: string, body: object) => ask(test.app, undefined, 'POST', url, body);
  await post('/api/auth/login', { login: word, password: word });
  await post('/api/auth/forgot-password', { login: word });
  await post('/api/auth/link', { token: word });
  await test.app.inject({
    method: 'POST',
    url: '/api/auth/login',
    payload: `{"login": ${word}`,
    headers: { 'content-type': 'application/json' },
  });
  const log = lines.join('');
  expect(log).toContain(`"url":"/api/worksheets/${anId}"`);
  expect(log).toContain('"url":"/api/office/employees"');
  expect(log).toContain('"url":"/api/worksheets/:id"');
  expect(log).not.toContain(word);
  expect(log).not.toContain(cursor);
  const { konnekt_session: _, konnekt_fresh: __, ...secrets } = staff.cookies; // those two prove nothing
  expect(Object.keys(secrets)).toContain('konnekt_refresh');
  for (const cookie of Object.values(secrets)) expect(log).not.toContain(cookie);
});

it('the log of a failed statement says what failed, and none of its values', () => {
  const error = new pg.DatabaseError('invalid input syntax for type uuid: "Geheim"', 100, 'error');
  Object.assign(error, {
    code: '22P02',
    detail: 'Key (email)=(geheim@x.nl) already exists.',
    where: "portal: '$1 = Geheim'",
    constraint: 'account_email_key',
  });
  const words = logWords.err(Object.assign(new Error('read failed', { cause: error }), {}));
  expect(words).toMatchObject({ message: 'read failed', cause: { code: '22P02', constraint: 'account_email_key' } });
  expect(words.stack).toContain('log-words.test.ts');
  expect(JSON.stringify(words)).not.toMatch(/geheim/i);
});
