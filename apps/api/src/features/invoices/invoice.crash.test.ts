import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, type Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { createAgency, createOrganisation, createPerson, type Person } from '#api/test/factories';
import { freePort, jsonOf, startServer } from '#api/test/server-process';
import { createDatabase, dropDatabase, urlOf } from '#api/test/template-database';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const DRAFTS = 300;

let name: string;
let db: Db;
let staff: Person;

beforeAll(async () => {
  name = await createDatabase();
  db = connect(urlOf(name));
  await createAgency(db);
  await db.query(sql`
    UPDATE agency SET street = 'Plein 1', postcode = '3011 AA', city = 'Rotterdam', kvk_number = '12345678', vat_number = 'NL123456789B01', iban = 'NL91ABNA0417164300'`);
  staff = await createPerson(db, { role: 'staff' });
});
afterAll(async () => {
  await db.close();
  await dropDatabase(name);
});

it('a crash while three hundred invoices are made final leaves all of them numbered, or none, and no gap', async () => {
  const port = await freePort();
  const outcomes: number[] = [];
  // Killed sooner and later: before it began, in the middle, when all was written.
  for (const afterMs of [10, 50, 120]) {
    await makeDrafts();
    const server = await startServer(urlOf(name), port);
    const cookie = await server.logIn(staff);
    const items = await db.query<{ id: string; version: number }>(
      sql`SELECT id, version FROM invoice WHERE status = 'draft'`,
    );
    const asked = fetch(
      `http://127.0.0.1:${port}/api/invoices/finalise`,
      jsonOf({ invoiceDate: '2026-11-24', items }, { cookie }),
    ).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await server.kill();
    await asked;
    outcomes.push(await settled());
    expect(await findBrokenRules(db)).toEqual([]);
  }
  // Each time all of that time, or nothing of it.
  expect(outcomes.every((finals, n) => [0, DRAFTS].includes(finals - (outcomes[n - 1] ?? 0)))).toBe(true);
  const server = await startServer(urlOf(name), port);
  const items = await db.query<{ id: string; version: number }>(
    sql`SELECT id, version FROM invoice WHERE status = 'draft' LIMIT 500`,
  );
  const cookie = await server.logIn(staff);
  await fetch(
    `http://127.0.0.1:${port}/api/invoices/finalise`,
    jsonOf({ invoiceDate: '2026-11-24', items }, { cookie }),
  );
  await server.kill();
  expect(await findBrokenRules(db)).toEqual([]);
});

/** How many are final, once the database has found out that who asked is gone. */
async function settled(): Promise<number> {
  await db.transaction(null, (tx) => tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('invoicing', 0))`));
  const [found] = await db.query<{ finals: number }>(
    sql`SELECT count(*)::int AS finals FROM invoice WHERE status = 'final'`,
  );
  return found?.finals ?? -1;
}

async function makeDrafts(): Promise<void> {
  const organisationId = await createOrganisation(db);
  await db.query(
    sql`UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB' WHERE id = ${organisationId}::uuid`,
  );
  await db.query(sql`
    WITH made AS (
      INSERT INTO invoice (kind, organisation_id, from_day, until_day, is_reverse_charged, g_account_share_bp, payment_term_days, created_by_name, net_cents, vat_cents, total_cents)
      SELECT 'invoice', ${organisationId}::uuid, '2026-11-16', '2026-11-22', false, 0, 30, 'Iemand', 100, 21, 121 FROM generate_series(1, ${DRAFTS}::int) RETURNING id)
    INSERT INTO invoice_line (invoice_id, position, description, unit, size, price_cents, net_cents, vat_bp)
    SELECT id, 1, 'Werkschoenen', 'pieces', 100, 100, 100, 2100 FROM made`);
}
