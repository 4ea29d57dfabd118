import { afterEach, beforeAll, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createPerson, type Person } from '#api/test/factories';
import { jsonOf, type ServerProcess, startServer } from '#api/test/server-process';

const test = testApp();
const servers: ServerProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
});
const serve = async () => {
  const server = await startServer(test.url);
  servers.push(server);
  return server;
};

let staff: Person;
beforeAll(async () => {
  staff = await createPerson(test.db, { role: 'staff' });
});

/** Another import is being written: this one waits for its turn. */
async function holdTurn(): Promise<() => Promise<void>> {
  const client = await test.db.pool.connect();
  await client.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0`);
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('konnekt import'))`);
  return async () => {
    await client.query('COMMIT');
    client.release();
  };
}
const stateOf = async (id: string) => {
  const [run] = await test.db.query<{ status: string }>(sql`SELECT status FROM import_run WHERE id = ${id}::uuid`);
  return run?.status;
};
const isWaiting = async () => {
  const waits = await test.db.query(sql`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
  return waits.length > 0;
};

/** Hands in a file and has it written; the writing waits. */
async function beginImport(server: ServerProcess): Promise<string> {
  const cookie = await server.logIn(staff);
  const form = new FormData();
  const rows = Array.from({ length: 40 }, (_, n) => `K${n};Anna;;Vries;;\n`).join('');
  const content = `Personeelsnummer;Voornaam;Tussenvoegsel;Achternaam;E-mail;Geboortedatum\n${rows}`;
  form.append('file', new File([content], 'mensen.csv'));
  const file = await fetch(`${server.origin}/api/files?purpose=import`, {
    method: 'POST',
    body: form,
    headers: { cookie },
  });
  const { id: fileId } = (await file.json()) as { id: string };
  const post = async (path: string, payload: object) => {
    const answer = await fetch(`${server.origin}/api/imports${path}`, jsonOf(payload, { cookie }));
    return (await answer.json()) as { id: string };
  };
  const { id } = await post('', { kind: 'employees', fileId });
  await expect.poll(() => stateOf(id), { timeout: 20_000 }).toBe('checked');
  const [checked] = await test.db.query<{ fingerprint: string }>(
    sql`SELECT result ->> 'fingerprint' AS fingerprint FROM import_run WHERE id = ${id}::uuid`,
  );
  await post(`/${id}/apply`, { fingerprint: checked?.fingerprint });
  await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true);
  return id;
}

it('an import whose process is killed in the middle is done by another process within a minute, once', async () => {
  const letGo = await holdTurn();
  const first = await serve();
  const id = await beginImport(first);
  await first.kill();
  await letGo();
  expect(await stateOf(id)).toBe('applying');
  await serve();
  await expect.poll(() => stateOf(id), { timeout: 58_000, interval: 200 }).toBe('applied');
  const [people] = await test.db.query<{ n: number; by: string }>(sql`
    SELECT count(*)::int AS n, max(actor_id::text) AS by FROM audit_event WHERE subject_type = 'person' AND actor_id IS NOT NULL`);
  expect(people).toEqual({ n: 40, by: staff.personId });
}, 120_000);

it('an import that brings down its process once more is broken off, and told to the office once', async () => {
  const letGo = await holdTurn();
  const first = await serve();
  const id = await beginImport(first);
  await test.db.query(sql`UPDATE pgboss.job SET retry_limit = 0 WHERE name = 'import'`);
  await first.kill();
  await letGo();
  await serve();
  await expect.poll(() => stateOf(id), { timeout: 58_000, interval: 200 }).toBe('failed');
  const failures = await test.db.query(sql`SELECT subject, error FROM background_failure WHERE work = 'import'`);
  expect(failures).toEqual([{ subject: 'mensen.csv', error: 'broken off: its process ended' }]);
}, 120_000);
