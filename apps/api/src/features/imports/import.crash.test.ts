import { describe, expect, it, type TestContext } from 'vitest';
import { connect } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { createAgency, createPerson } from '#api/test/factories';
import { jsonOf, type ServerProcess, startServer } from '#api/test/server-process';
import { createDatabase, dropDatabase, urlOf } from '#api/test/template-database';

/** An office with a database and servers of its own, for as long as a test takes. */
async function anOffice({ onTestFinished }: TestContext) {
  const name = await createDatabase();
  const [url, servers] = [urlOf(name), [] as ServerProcess[]];
  const db = connect(url);
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await db.close();
    await dropDatabase(name);
  });
  await createAgency(db);
  const staff = await createPerson(db, { role: 'staff' });
  const serve = async () => {
    const server = await startServer(url);
    servers.push(server);
    return server;
  };
  return { db, staff, serve };
}
type Office = Awaited<ReturnType<typeof anOffice>>;

/** Another import is being written: this one waits for its turn. */
async function holdTurn({ db }: Office): Promise<() => Promise<void>> {
  const client = await db.pool.connect();
  await client.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0`);
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('konnekt import'))`);
  return async () => {
    await client.query('COMMIT');
    client.release();
  };
}
const stateOf = async ({ db }: Office, id: string) => {
  const [run] = await db.query<{ status: string }>(sql`SELECT status FROM import_run WHERE id = ${id}::uuid`);
  return run?.status;
};
const isWaiting = async ({ db }: Office) => {
  const waits = await db.query(sql`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
  return waits.length > 0;
};

/** Hands in a file and has it written; the writing waits. */
async function beginImport(office: Office, server: ServerProcess): Promise<string> {
  const cookie = await server.logIn(office.staff);
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
  await expect.poll(() => stateOf(office, id), { timeout: 20_000 }).toBe('checked');
  const [checked] = await office.db.query<{ fingerprint: string }>(
    sql`SELECT result ->> 'fingerprint' AS fingerprint FROM import_run WHERE id = ${id}::uuid`,
  );
  await post(`/${id}/apply`, { fingerprint: checked?.fingerprint });
  await expect.poll(() => isWaiting(office), { timeout: 20_000 }).toBe(true);
  return id;
}

// Each waits for most of a minute.
describe.concurrent('an import whose process is killed', () => {
  it('in the middle is done by another process within a minute, once', async (context) => {
    const { expect } = context;
    const office = await anOffice(context);
    const letGo = await holdTurn(office);
    const first = await office.serve();
    const id = await beginImport(office, first);
    await first.kill();
    await letGo();
    expect(await stateOf(office, id)).toBe('applying');
    await office.serve();
    await expect.poll(() => stateOf(office, id), { timeout: 58_000, interval: 200 }).toBe('applied');
    const [people] = await office.db.query<{ n: number; by: string }>(sql`
      SELECT count(*)::int AS n, max(actor_id::text) AS by FROM audit_event WHERE subject_type = 'person' AND actor_id IS NOT NULL`);
    expect(people).toEqual({ n: 40, by: office.staff.personId });
  }, 120_000);

  it('once more is broken off, and told to the office once', async (context) => {
    const { expect } = context;
    const office = await anOffice(context);
    const letGo = await holdTurn(office);
    const first = await office.serve();
    const id = await beginImport(office, first);
    await office.db.query(sql`UPDATE pgboss.job SET retry_limit = 0 WHERE name = 'import'`);
    await first.kill();
    await letGo();
    await office.serve();
    await expect.poll(() => stateOf(office, id), { timeout: 58_000, interval: 200 }).toBe('failed');
    const failures = await office.db.query(sql`SELECT subject, error FROM background_failure WHERE work = 'import'`);
    expect(failures).toEqual([{ subject: 'mensen.csv', error: 'broken off: its process ended' }]);
  }, 120_000);
});
