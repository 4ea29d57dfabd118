import { describe, expect, it } from 'vitest';
import { clearFiles } from '#api/kit/file-clearing';
import { keepFile } from '#api/kit/files';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createPerson } from '#api/test/factories';
import { signInAs } from '#api/test/sign-in-as';
import { prune } from './prune.repository.ts';

const test = testApp();
const count = async (table: 'session' | 'account_link' | 'login_throttle' | 'login_device' | 'mail', id: string) => {
  const { rows } = await test.db.pool.query(
    `SELECT count(*)::int AS n FROM ${table} ${id && `WHERE account_id = '${id}'`}`,
  );
  return rows[0].n;
};

describe('the daily clean-up', () => {
  it('removes what ended long ago and leaves what is in use', async () => {
    const [old, current] = [await createPerson(test.db), await createPerson(test.db)];
    for (const person of [old, current]) {
      await signInAs(test.app, person);
      await test.db.query(sql`
        INSERT INTO account_link (account_id, purpose, token_hash, expires_at)
        VALUES (${person.accountId}::uuid, 'new-password', sha256(${person.email}::bytea), now() + interval '48 hours')`);
      await test.db.query(sql`
        INSERT INTO mail (kind, to_address, language, subject, account_id, sent_at)
        VALUES ('new-password', ${person.email}, 'nl', 'x', ${person.accountId}::uuid, now())`);
      await test.app.inject({
        method: 'POST',
        url: '/api/auth/login',
        payload: { login: person.email, password: 'x' },
      });
    }
    const id = old.accountId;
    await test.db.query(
      sql`UPDATE session SET ended_at = now() - interval '91 days', end_reason = 'logged-out' WHERE account_id = ${id}::uuid`,
    );
    await test.db.query(
      sql`UPDATE account_link SET used_at = now() - interval '31 days' WHERE account_id = ${id}::uuid`,
    );
    await test.db.query(sql`UPDATE mail SET sent_at = now() - interval '91 days' WHERE account_id = ${id}::uuid`);
    await test.db.query(
      sql`UPDATE login_device SET last_used_at = now() - interval '366 days' WHERE account_id = ${id}::uuid`,
    );
    await test.db.query(sql`UPDATE login_throttle SET last_failed_at = now() - interval '2 days'`);
    await prune(test.db);
    for (const table of ['session', 'account_link', 'login_device', 'mail'] as const) {
      expect([await count(table, old.accountId), await count(table, current.accountId)], table).toEqual([0, 1]);
    }
    expect(await count('login_throttle', '')).toBe(0);
  });

  it('keeps the devices that an account was last logged in on', async () => {
    const { accountId } = await createPerson(test.db);
    await test.db.query(sql`
      INSERT INTO login_device (token_hash, account_id, last_used_at)
      SELECT sha256(n::text::bytea), ${accountId}::uuid, now() - make_interval(days => n) FROM generate_series(1, 25) n`);
    await prune(test.db);
    const left = await test.db.query(sql`
      SELECT count(*)::int AS n, max(now()::date - last_used_at::date) AS days FROM login_device WHERE account_id = ${accountId}::uuid`);
    expect(left).toEqual([{ n: 20, days: 20 }]);
  });

  it('clears what an import of the day before said of people, written or not', async () => {
    const { personId } = await createPerson(test.db, { role: 'staff' });
    const file = { name: 'file.csv', mediaType: 'text/csv', content: Buffer.from('Anna') };
    const add = async (status: string, hours: number, fileId: string | null) => {
      await test.db.query(sql`
        INSERT INTO import_run (kind, file_name, status, file_id, result, created_by_id, created_at, changed_at)
        SELECT 'employees', 'file.csv', ${status}, ${fileId}::uuid, '{"sample": ["Anna"]}', ${personId}::uuid, at, at
          FROM (SELECT now() - make_interval(hours => ${hours}::int) AS at) n`);
      await test.db.query(sql`
        UPDATE stored_file SET created_at = now() - make_interval(hours => ${hours}::int) WHERE id = ${fileId}::uuid`);
    };
    await add('applied', 25, null);
    await add('checked', 25, (await keepFile(test.db, personId, 'import', file)).id);
    await add('applied', 1, null);
    await add('checking', 25, null);
    const kept = await keepFile(test.db, personId, 'import', { ...file, content: Buffer.from('Bert') });
    await prune(test.db);
    await clearFiles(test.db);
    const contents = await test.db.query(
      sql`SELECT f.id, f.sha256 FROM file_content c LEFT JOIN stored_file f USING (sha256)`,
    );
    expect(contents).toEqual([{ id: kept.id, sha256: kept.sha256 }]);
    const left = await test.db.query(sql`
      SELECT status, file_id IS NOT NULL AS "hasFile", result IS NOT NULL AS "hasResult" FROM import_run ORDER BY id`);
    expect(left).toEqual([
      { status: 'applied', hasFile: false, hasResult: false },
      { status: 'checked', hasFile: false, hasResult: false },
      { status: 'applied', hasFile: false, hasResult: true },
      { status: 'failed', hasFile: false, hasResult: false },
    ]);
  });
});
