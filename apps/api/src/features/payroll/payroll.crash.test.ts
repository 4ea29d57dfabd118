import { afterEach, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createPerson } from '#api/test/factories';
import { payrollOffice } from '#api/test/payroll-office';
import { jsonOf, type ServerProcess, startServer } from '#api/test/server-process';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();
let server: ServerProcess | undefined;
afterEach(() => server?.kill());

/** Somebody else holds what a run writes last, so that closing stands still in the middle. */
async function holdRest(): Promise<() => Promise<void>> {
  const client = await test.db.pool.connect();
  await client.query('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0');
  await client.query('LOCK TABLE payroll_line IN SHARE MODE');
  return async () => {
    await client.query('COMMIT');
    client.release();
  };
}
const isWaiting = async () => {
  const waits = await test.db.query(
    sql`SELECT FROM pg_locks WHERE NOT granted AND relation = 'payroll_line'::regclass`,
  );
  return waits.length > 0;
};
const countTaken = async () => {
  const [counted] = await test.db.query<{ taken: number; lines: number; unpaid: number }>(sql`
    SELECT (SELECT count(*)::int FROM payroll_run_worksheet) AS taken, (SELECT count(*)::int FROM payroll_line) AS lines,
           (SELECT count(*)::int FROM worksheet_unpaid) AS unpaid`);
  return counted;
};

it('a run whose process is killed while it closes took nothing, and closes afterwards as if nothing had been', async () => {
  const office = await payrollOffice(test);
  for (let n = 0; n < 5; n++)
    await office.finalised(await createPerson(test.db), [office.line('N100', '2026-11-16', 480)]);
  const run = await office.propose();
  server = await startServer(test.url);
  const cookie = await server.logIn(office.staffPerson);
  const letGo = await holdRest();
  const closing = fetch(
    `${server.origin}/api/payroll-runs/${run.id}/close`,
    jsonOf({ version: run.version }, { cookie }),
  ).catch(() => 'no answer');
  await expect.poll(isWaiting, { timeout: 20_000 }).toBe(true);
  const seen = async () => (await office.get(`/api/payroll-runs/${run.id}`)).closing;
  expect(await seen()).toMatchObject({ byName: office.staffPerson.name, done: 0, total: 5, isBrokenOff: false });
  await server.kill();
  expect(await closing).toBe('no answer');
  await letGo();
  await expect.poll(isWaiting, { timeout: 20_000 }).toBe(false);
  expect(await countTaken()).toEqual({ taken: 0, lines: 0, unpaid: 5 });
  await test.db.query(sql`UPDATE payroll_closing SET seen_at = now() - interval '1 minute'`);
  expect(await seen()).toMatchObject({ isBrokenOff: true });
  expect((await office.close(run)).body).toMatchObject({ status: 'closed', worksheets: 5 });
  expect(await seen()).toBeNull();
  expect(await countTaken()).toEqual({ taken: 5, lines: 5, unpaid: 0 });
  expect(await findBrokenRules(test.db)).toEqual([]);
}, 60_000);
