import { describe, expect, it } from 'vitest';
import { connect, type Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, testApp } from '#api/test/build-app';
import { createDatabase, dropDatabase, urlOf } from '#api/test/template-database';
import { makeAdmin, nameParts, readAdmin } from './first-admin.ts';

const test = testApp();
const admin = {
  email: 'Baas@bureau.example',
  name: 'Anna van der Berg',
  language: 'nl',
  agencyName: 'Bureau Berg',
  helpdeskPhone: '',
  publicUrl: 'https://uren.bureau.example',
} as const;

async function onEmptyDatabase(work: (db: Db) => Promise<void>): Promise<void> {
  const name = await createDatabase();
  const db = connect(urlOf(name), { poolSize: 2 });
  try {
    await work(db);
  } finally {
    await db.close();
    await dropDatabase(name);
  }
}

it('what is typed for the first admin is read by the rules of the forms', () => {
  const typed = {
    email: 'Anna@bureau.example\u200b',
    name: ' Anna  de\u00a0Vries ',
    agencyName: 'Bureau',
    helpdeskPhone: '',
  };
  expect(readAdmin(typed)).toMatchObject({ email: 'Anna@bureau.example', name: 'Anna de Vries' });
  for (const email of [
    '.anna@bureau.example',
    'a..b@bureau.example',
    'anna@-bureau.nl',
    'anna',
    'a@b.nl\r\nBcc: c@d.nl',
  ])
    expect(readAdmin({ ...typed, email })).toBeUndefined();
  for (const name of ['Anna', '\u200b', 'Anna\nde Vries']) expect(readAdmin({ ...typed, name })).toBeUndefined();
  expect(readAdmin({ ...typed, agencyName: 'Bureau\nBerg' })).toBeUndefined();
});

describe('the first admin', () => {
  it('finds an agency with hour types, and a link that activates the account', () =>
    onEmptyDatabase(async (db) => {
      const { link } = await makeAdmin(db, admin);
      expect(link).toMatch(/^https:\/\/uren\.bureau\.example\/activate#[\w-]{43}$/);
      const [agency] = await db.query(sql`
        SELECT name, helpdesk_email AS mail, extract(isodow FROM hours_from)::int AS "from", now() - hours_from BETWEEN '6 days' AND '15 days' AS "isNow" FROM agency`);
      expect(agency).toEqual({ name: 'Bureau Berg', mail: admin.email, from: 1, isNow: true });
      const types = await db.query<{ code: string }>(sql`SELECT code FROM hour_type ORDER BY sort_order`);
      expect(types.map(({ code }) => code)).toEqual(expect.arrayContaining(['N100', 'O125', 'VAC', 'SCK']));
      const [person] = await db.query(sql`
        SELECT p.sort_name AS name, a.role, a.status FROM account a JOIN person p ON p.id = a.person_id`);
      expect(person).toEqual({ name: 'Berg, Anna van der', role: 'admin', status: 'invited' });
    }));

  it('gets a new link when the command is run again, and the old one dies', () =>
    onEmptyDatabase(async (db) => {
      await makeAdmin(db, admin);
      await makeAdmin(db, { ...admin, email: 'baas@BUREAU.example', agencyName: 'Anders' });
      const links = await db.query(sql`SELECT FROM account_link WHERE replaced_at IS NULL`);
      const [agency] = await db.query(sql`SELECT name FROM agency`);
      expect([links.length, agency]).toEqual([1, { name: 'Bureau Berg' }]);
    }));

  it('logs in by the link', async () => {
    const { link } = await makeAdmin(test.db, admin);
    const body = { token: link.split('#')[1], password: 'een goed wachtwoord' };
    const { status, body: me } = await ask(test.app, undefined, 'POST', '/api/auth/activate', body);
    expect([status, me.role]).toEqual([200, 'admin']);
    await expect(makeAdmin(test.db, admin)).rejects.toThrow('has an account already');
  });
});

describe('a name as it is typed', () => {
  it('has its prefix where words are written small', () => {
    expect(nameParts('Anna de Vries')).toEqual({ firstName: 'Anna', prefix: 'de', lastName: 'Vries' });
    expect(nameParts('Anna  van der Berg Jansen')).toEqual({
      firstName: 'Anna',
      prefix: 'van der',
      lastName: 'Berg Jansen',
    });
    expect(nameParts('Anna Bos')).toEqual({ firstName: 'Anna', prefix: null, lastName: 'Bos' });
    expect(nameParts('Anna')).toEqual({ firstName: 'Anna', prefix: null, lastName: '' });
    expect(nameParts('anna bos')).toEqual({ firstName: 'anna', prefix: null, lastName: 'bos' });
  });
});
