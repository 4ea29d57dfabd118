import { passwordsBy } from '#api/features/accounts/passwords';
import type { Db } from '#api/kit/database';
import { benchPassword } from './fill.ts';

/** How much the office of the bench has behind it and before it. */
const officeSize = {
  invoices: 100_000,
  clients: 150,
  peopleEach: 7,
  weeks: 2,
  threads: 10_000,
  saidEach: 4,
  documents: 100_000,
} as const;

/**
 * Of a filled database: somebody of the office, rates and addresses, a hundred thousand invoices of earlier years, two weeks of some people of
 * 150 clients that wait to be invoiced and paid, with a whole week of everybody else that waits to be paid, ten thousand threads, and a hundred thousand documents.
 */
export async function fillOffice(db: Db): Promise<void> {
  const passwordHash = await passwordsBy().hash(benchPassword);
  const client = await db.pool.connect();
  try {
    await client.query('SET session_replication_role = replica');
    for (const statement of statements(passwordHash)) await client.query(statement);
    await client.query('SET session_replication_role = DEFAULT');
    await client.query(
      'VACUUM ANALYZE invoice, invoice_line, placement_rate, worksheet_uninvoiced, worksheet_unpaid, thread, thread_message, thread_reader, document, document_version, document_opening',
    );
  } finally {
    client.release();
  }
}

const { invoices, clients, peopleEach, weeks, threads, saidEach, documents } = officeSize;
const statements = (passwordHash: string): string[] => [
  `UPDATE agency SET street = 'Plein 1', postcode = '3011 AA', city = 'Rotterdam', kvk_number = '12345678', vat_number = 'NL123456789B01', iban = 'NL91ABNA0417164300'`,
  `UPDATE organisation SET street = 'Kade 1', postcode = '3011 BB', kvk_number = '87654321'`,
  `WITH one AS (INSERT INTO person (first_name, last_name) VALUES ('Office', '1') RETURNING id)
   INSERT INTO account (person_id, email, password_hash, role, status) SELECT id, 'office@bench.example', '${passwordHash}', 'staff', 'active' FROM one`,
  `INSERT INTO placement_rate (placement_id, hour_type_id, valid_from, pay_cents, bill_cents)
   SELECT p.id, t.id, '2020-01-01', 1680, 3024 FROM placement p CROSS JOIN hour_type t WHERE t.code IN ('N100', 'O125', 'SCK', 'VAC')`,
  `INSERT INTO worksheet_unpaid (id) SELECT w.id FROM worksheet w
    WHERE w.status = 'finalised' AND w.period_start = (SELECT max(period_start) FROM worksheet WHERE status = 'finalised')`,
  `INSERT INTO worksheet_uninvoiced (id)
   SELECT w.id FROM worksheet w
     JOIN (SELECT id, organisation_id, row_number() OVER (PARTITION BY organisation_id ORDER BY id) AS n FROM placement) p ON p.id = w.placement_id AND p.n <= ${peopleEach}
    WHERE w.status = 'finalised' AND w.organisation_id IN (SELECT id FROM organisation ORDER BY id LIMIT ${clients})
      AND w.period_start IN (SELECT DISTINCT period_start FROM worksheet WHERE status = 'finalised' ORDER BY 1 DESC LIMIT ${weeks})`,
  `INSERT INTO invoice (kind, status, year, sequence, number, organisation_id, from_day, until_day, budget_number, order_reference, is_reverse_charged, g_account_share_bp,
     payment_term_days, invoice_date, due_date, printed, net_cents, vat_cents, total_cents, created_by_name, finalised_at, finalised_by_name)
   SELECT 'invoice', 'final', 2016 + n / 10000, n % 10000 + 1, (2016 + n / 10000) || '-' || lpad((n % 10000 + 1)::text, 6, '0'), o.id, d.day, d.day + 6,
          'BN-' || n % 4000, 'BN-' || n % 4000, false, 0, 30, d.day + 8, d.day + 38,
          jsonb_build_object('buyer', jsonb_build_object('name', o.name), 'seller', jsonb_build_object('name', 'Bench')), 300000, 63000, 363000, 'Office', now(), 'Office'
     FROM generate_series(0, ${invoices} - 1) n JOIN (SELECT id, name, (row_number() OVER (ORDER BY id) - 1)::int AS k, count(*) OVER ()::int AS all FROM organisation) o ON o.k = n % o.all
    CROSS JOIN LATERAL (SELECT make_date(2016 + n / 10000, 1, 4) + (n % 10000) / 200 * 7 AS day) d`,
  `INSERT INTO invoice_line (invoice_id, position, employee_name, function_name, iso_year, iso_week, hour_type_nl, hour_type_en, budget_number, unit, size, price_cents, net_cents, vat_bp)
   SELECT i.id, l, 'Employee ' || l, 'Orderpicker', i.year, 1, 'Normale uren', 'Normal hours', i.budget_number, 'hours', 2000, 3000, 100000, 2100
     FROM invoice i CROSS JOIN generate_series(1, 3) l`,
  // Half with employees, half with supervisors about their client; a hundred wait for the office, and each reader has some that are new.
  `INSERT INTO thread (id, title, person_id, organisation_id, created_at, last_number, last_at, waiting_since)
   SELECT uuid_v7(), 'Vraag over week ' || n % 52 + 1, CASE WHEN n % 2 = 0 THEN e.person_id ELSE r.person_id END, CASE WHEN n % 2 = 1 THEN r.organisation_id END,
          d.at, ${saidEach}, d.at, CASE WHEN n < 100 THEN d.at END
     FROM generate_series(0, ${threads} - 1) n
     JOIN (SELECT person_id, row_number() OVER (ORDER BY id) - 1 AS k, count(*) OVER () AS all FROM employee) e ON e.k = n % e.all
     JOIN (SELECT person_id, organisation_id, row_number() OVER (ORDER BY id) - 1 AS k, count(*) OVER () AS all FROM supervisor_right) r ON r.k = n % r.all
    CROSS JOIN LATERAL (SELECT now() - n * interval '20 minutes' AS at) d`,
  `INSERT INTO thread_message (thread_id, number, id, at, on_day, by_id, by_name, is_office, body)
   SELECT t.id, m, uuid_v7(), t.last_at, t.last_at::date, t.person_id, 'Iemand', m % 2 = 0 AND t.waiting_since IS NULL,
          'Goedemorgen, over regel ' || (row_number() OVER ())::text || ': de pauze van donderdag is een kwartier te kort geteld, en de kilometers ontbreken. Kunt u dat nakijken?'
     FROM thread t CROSS JOIN generate_series(1, ${saidEach}) m`,
  `INSERT INTO thread_reader (person_id, thread_id, unread_since)
   SELECT a.person_id, t.id, CASE WHEN t.waiting_since IS NOT NULL THEN t.last_at END FROM thread t CROSS JOIN account a WHERE a.email = 'office@bench.example'
   UNION ALL
   SELECT t.person_id, t.id, CASE WHEN hashtext(t.id::text) % 10 = 0 THEN t.last_at END FROM thread t`,
  // One of a thousand for many, the rest payslips; nine of ten were opened.
  `INSERT INTO document (id, name, category, role, organisation_id, person_id, asks_confirmation, updated_at)
   SELECT uuid_v7(), CASE WHEN n % 1000 = 0 THEN 'Afspraken ' || n ELSE 'Loonstrook week ' || n % 52 + 1 END, CASE WHEN n % 1000 = 0 THEN 'manual' ELSE 'payslip' END,
          CASE WHEN n % 2000 = 0 THEN 'employee' END, CASE WHEN n % 3000 = 0 THEN o.id END, CASE WHEN n % 1000 > 0 THEN e.person_id END, n % 5000 = 0, now() - n * interval '5 minutes'
     FROM generate_series(0, ${documents} - 1) n
     JOIN (SELECT person_id, row_number() OVER (ORDER BY id) - 1 AS k, count(*) OVER () AS all FROM employee) e ON e.k = n % e.all
     JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS k, count(*) OVER () AS all FROM organisation) o ON o.k = n % o.all`,
  `INSERT INTO document_version (document_id, number, sha256, file_name, media_type, size, by_id, by_name, told_at)
   SELECT id, 1, md5(id::text) || md5(id::text), name || '.pdf', 'application/pdf', 90000, id, 'Iemand', now() FROM document`,
  `INSERT INTO document_opening (person_id, document_id, number) SELECT person_id, id, 1 FROM document WHERE person_id IS NOT NULL AND hashtext(id::text) % 10 <> 0`,
];
