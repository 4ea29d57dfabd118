import { numberLines } from '@konnekt/shared/worksheets/worksheet.lines';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeSheets } from '#api/features/registration/registration.repository';
import { newId, sqlState } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, hourTypeId } from '#api/test/factories';
import { signInAs } from '#api/test/sign-in-as';
import { findBrokenRules, judge, ruleNames } from './data-check.repository.ts';

const test = testApp();
const week47 = { periodType: 'week', year: 2026, period: 47 };
const CHECK_VIOLATION = '23514';

let supervisor: Client;
let supervisorPersonId: string;
let organisationId: string;
let normal: string;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db);
  const person = await createSupervisor(db, organisationId, { mayRegister: true });
  supervisorPersonId = person.personId;
  supervisor = await signInAs(app, person);
});

const registered = async () =>
  createPlacement(test.db, await createPerson(test.db), organisationId, { hoursBy: 'supervisor' });
const total = (minutes: number) => ({ hourTypeId: normal, date: null, minutes });
const lineOf = (minutes: number) => ({
  ...total(minutes),
  ...{ quantity: null, startsAt: null, endsAt: null, breakMinutes: null, budgetNumber: null, remark: null },
});
const register = (act: 'save' | 'send', rows: object[]) =>
  ask(test.app, supervisor, 'POST', `/api/registration/${act}`, { ...week47, rows });
const broken = async () => (await findBrokenRules(test.db)).map(({ rule }) => rule);

describe('one worksheet named by two rows of a registration', () => {
  for (const act of ['save', 'send'] as const) {
    it(`is refused at the second, and nothing is changed (${act})`, async () => {
      const [own, other] = [await registered(), await registered()];
      const { body } = await register('save', [{ placementId: own, lines: [total(480)] }]);
      const { id, version } = body.done[0];
      for (const lines of [[], [total(60)]]) {
        const answer = await register(act, [
          { placementId: own, worksheetId: id, version, lines },
          { placementId: other, worksheetId: id, version, lines: [total(599)] },
        ]);
        expect([answer.status, answer.body.errors]).toEqual([
          400,
          [{ pointer: '/rows/1/worksheetId', code: 'duplicate' }],
        ]);
      }
      const stored = await test.db.query(sql`
        SELECT version, total_minutes AS total, (SELECT sum(minutes)::int FROM hour_line WHERE worksheet_id = w.id) AS lines
          FROM worksheet w WHERE id = ${id}::uuid`);
      expect(stored).toEqual([{ version, total: 480, lines: 480 }]);
    });
  }

  it('writes only what is that row’s own where a caller does it all the same', async () => {
    const [own, other] = [await registered(), await registered()];
    const { body } = await register('save', [{ placementId: own, lines: [total(480)] }]);
    const { id, version } = body.done[0];
    const row = (placementId: string, minutes: number[]) => ({
      ...{ placementId, id, version, remark: null, hasRemark: false, submissionId: null, content: null, sha256: null },
      ...{ workedMinutes: minutes.length * 599, totalMinutes: minutes.length * 599, placedFrom: '2020-01-01' },
      quantities: {},
      minutesByKind: minutes.length > 0 ? { normal: minutes.length * 599 } : {},
      placedUntil: null,
      changes: numberLines([{ ...lineOf(480), number: 1 }], 1, minutes.map(lineOf)),
    });
    const { placedFrom } = await placementStart(own);
    const sight = { actor: await actorOf(), today: '2026-11-21' };
    const rows = [row(own, []), row(other, [599])].map((sheet) => ({ ...sheet, placedFrom }));
    const period = { type: 'week', year: 2026, number: 47 };
    const written = await writeSheets(test.db, sight, period, rows, null);
    expect(written.map(({ placementId, version: after, code }) => [placementId, after, code])).toEqual([
      [own, version + 1, null],
      [other, null, 'changed'],
    ]);
    expect(await broken()).toEqual([]);
  });

  const placementStart = async (id: string) => {
    const [row] = await test.db.query<{ placedFrom: string }>(
      sql`SELECT starts_on AS "placedFrom" FROM placement WHERE id = ${id}::uuid`,
    );
    return row ?? { placedFrom: '' };
  };
  const actorOf = async () => ({
    ...{ accountId: newId(), personId: supervisorPersonId, name: 'Anna', role: 'supervisor' as const },
    ...{ employeeId: null, sessionId: newId(), authMethod: 'password' as const },
  });
});

describe('the database itself', () => {
  const worksheet = async () => {
    const { body } = await register('send', [{ placementId: await registered(), lines: [total(480)] }]);
    return body.done[0].id as string;
  };
  const refused = async (change: ReturnType<typeof sql>) => {
    const error = await test.db.query(change).then(
      () => undefined,
      (failed: unknown) => failed,
    );
    expect(sqlState(error)).toBe(CHECK_VIOLATION);
  };

  it('keeps a total that is not the sum of the lines out, from either side', async () => {
    const id = await worksheet();
    await refused(sql`UPDATE worksheet SET total_minutes = 0, worked_minutes = 0 WHERE id = ${id}::uuid`);
    await refused(sql`DELETE FROM hour_line WHERE worksheet_id = ${id}::uuid`);
    await refused(sql`UPDATE hour_line SET minutes = minutes + 1 WHERE worksheet_id = ${id}::uuid`);
    await refused(sql`
      INSERT INTO hour_line (worksheet_id, number, hour_type_id, minutes) VALUES (${id}::uuid, 2, ${normal}::uuid, 60)`);
    await refused(sql`
      INSERT INTO worksheet (placement_id, employee_id, organisation_id, period_id, period_start, period_end, filled_by, total_minutes)
      SELECT w.placement_id, w.employee_id, w.organisation_id, pe.id, pe.starts_on, pe.ends_on, 'supervisor', 1
        FROM worksheet w JOIN period pe ON pe.type = 'week' AND pe.year = 2026 AND pe.number = 40 WHERE w.id = ${id}::uuid`);
  });

  it('seals nothing whose total is another than that of its lines', async () => {
    const id = await worksheet();
    const seal = (minutes: number) => sql`
      INSERT INTO submission (worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
      SELECT worksheet_id, number + 1, content, sha256, ${minutes}::int, 0, sent_by_id, sent_by_name, sent_by_role
        FROM submission WHERE worksheet_id = ${id}::uuid AND number = 1`;
    await refused(seal(0));
    await refused(sql`
      WITH sealed AS (
        INSERT INTO submission (worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
        SELECT worksheet_id, 2, c.content, encode(sha256(c.content::bytea), 'hex'), 60, 60, sent_by_id, sent_by_name, sent_by_role
          FROM submission, (VALUES ('{"lines":[{"minutes":60}]}')) AS c (content) WHERE worksheet_id = ${id}::uuid
        RETURNING id)
      UPDATE worksheet SET submission_id = (SELECT id FROM sealed) WHERE id = ${id}::uuid`);
  });

  it('makes one version by one step', async () => {
    const id = await worksheet();
    const again = test.db.query(sql`
      INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, actor_id, actor_name, actor_role, auth_method)
      SELECT worksheet_id, 'save', 'draft', 'draft', version, actor_id, actor_name, actor_role, auth_method
        FROM worksheet_event WHERE worksheet_id = ${id}::uuid`);
    await expect(again).rejects.toMatchObject({ constraint: 'worksheet_event_one_a_version' });
  });
});

/** An invoice of the client of a worksheet ($1), final where it has a number. */
const invoiceSql = ({ netCents = 0, sequence }: { netCents?: number; sequence?: number }) => `
  INSERT INTO invoice (kind, status, year, sequence, number, invoice_date, printed, finalised_at, organisation_id, from_day, until_day,
                       is_reverse_charged, g_account_share_bp, payment_term_days, created_by_name, net_cents, total_cents)
  SELECT 'invoice', ${sequence ? `'final', 2026, ${sequence}, '2026-${sequence}', '2026-11-24', '{}', now()` : `'draft', NULL, NULL, NULL, NULL, NULL, NULL`},
         w.organisation_id, '2026-11-16', '2026-11-22', false, 0, 30, 'Iemand', ${netCents}, ${netCents} FROM worksheet w WHERE w.id = $1 RETURNING id`;

describe('checking the data', () => {
  it('finds each rule that is broken behind the back of the database', async () => {
    const { body } = await register('send', [{ placementId: await registered(), lines: [total(480)] }]);
    const id: string = body.done[0].id;
    expect(await broken()).toEqual([]);
    const client = await test.db.pool.connect();
    const changes: Record<string, string> = {
      'the total of a worksheet is the sum of its lines': 'UPDATE hour_line SET minutes = 479 WHERE worksheet_id = $1',
      'a worksheet that was sent holds what was sealed': `UPDATE worksheet SET remark = 'x', has_remark = true WHERE id = $1`,
      'seals of a worksheet are numbered from one, each by a step that sent it':
        'UPDATE submission SET number = 2 WHERE worksheet_id = $1',
      'a seal is unbroken: its hash, its sum, and whose it is':
        'UPDATE submission SET total_minutes = 1, worked_minutes = 1 WHERE worksheet_id = $1',
      'every version of a worksheet was made by one step': 'UPDATE worksheet SET version = version + 1 WHERE id = $1',
      'each step begins where the one before ended, and the last one is the state of now': `UPDATE worksheet SET status = 'submitted' WHERE id = $1`,
      'what is approved was approved, and by nobody for themselves': `UPDATE worksheet_event SET action = 'save' WHERE worksheet_id = $1`,
      'what was agreed to by an approval is a text of its client or the agency': `
        WITH t AS (INSERT INTO approval_text (version, text_nl, text_en, sha256)
                   VALUES (1, 'a', 'b', encode(sha256(convert_to(E'a\n\nb', 'UTF8')), 'hex')) RETURNING id)
        UPDATE worksheet_event v SET approval_text_id = t.id FROM t WHERE v.worksheet_id = $1`,
      'hours added later are numbered on from what was sent first': `UPDATE worksheet SET sequence = 2, kind = 'supplement' WHERE id = $1`,
      'hours lie within their period, and those that were sent within their placement': `UPDATE hour_line SET date = '2026-11-01' WHERE worksheet_id = $1`,
      'a line has a number that was given, as every line that was sealed':
        'UPDATE hour_line SET number = 7 WHERE worksheet_id = $1',
      'the quantities of each unit are those of the lines, each in the unit of its type': `UPDATE worksheet SET quantities = '{"kilometres": 1}' WHERE id = $1`,
      'no day of a placement holds more hours than it has, and no hours less than none': `UPDATE hour_line SET minutes = 1441, date = '2026-11-16' WHERE worksheet_id = $1`,
      'a surcharge stands beside no more hours than there are, of its day or of its period': `
        WITH t AS (UPDATE hour_type SET unit = 'surcharge', is_worked = false WHERE code = 'N100'), l AS (UPDATE hour_line SET minutes = 0, quantity = 60 WHERE worksheet_id = $1)
        UPDATE worksheet SET quantities = '{"surcharge": 60}' WHERE id = $1`,
      'hours that clash with those of another placement are told of': `INSERT INTO worksheet_clash VALUES ($1, '2026-11-16', 1500, false)`,
      'what is final is paid once, or waits to be': 'INSERT INTO worksheet_unpaid VALUES ($1)',
      'a closed run paid every line of what it took, as it was sealed, and its sums are theirs': `
        WITH run AS (INSERT INTO payroll_run (number, run_date, period_types, created_by_id, created_by_name)
                     VALUES (1, '2026-11-24', ARRAY['week'], uuid_v7(), 'Iemand') RETURNING id)
        INSERT INTO payroll_run_worksheet SELECT $1, run.id, 1 FROM run`,
      'a rate that was changed for the past starts from what was paid, and comes to what its line comes to at it': `
        INSERT INTO rate_correction (change_id, worksheet_id, line_number, kind, old_cents, new_cents, old_amount, new_amount)
        VALUES (uuid_v7(), $1, 1, 'pay', 1680, 1700, 100, 101)`,
      'an invoice is the sum of its lines, and each line the hours that are on it': invoiceSql({ netCents: 100 }),
      'numbers of invoices have no gap': invoiceSql({ sequence: 2 }),
      'a changed rate is invoiced for the hours that it is about, from what they were billed at': `
        WITH i AS (${invoiceSql({ sequence: 1 })})
        INSERT INTO invoice_line (invoice_id, position, unit, size, price_cents, old_price_cents, rate_reason, net_cents, vat_bp)
        SELECT i.id, 1, 'hours', 60, 100, 90, 'x', 10, 0 FROM i`,
      'a credit note takes back no more than there was': `
        WITH i AS (${invoiceSql({ sequence: 1 })}), c AS (${invoiceSql({ sequence: 3 })}),
             l AS (INSERT INTO invoice_line (invoice_id, position, description, unit, size, price_cents, net_cents, vat_bp)
                   SELECT i.id, 1, 'x', 'pieces', 100, 100, 100, 0 FROM i RETURNING id)
        INSERT INTO invoice_line (invoice_id, position, description, unit, size, price_cents, net_cents, vat_bp, credits_line_id)
        SELECT c.id, 1, 'x', 'pieces', 101, 100, 101, 0, l.id FROM c, l`,
      'what is open of an invoice is what was not paid and not credited': `
        WITH i AS (${invoiceSql({ netCents: 100 })}) INSERT INTO invoice_open (invoice_id, open_cents, due_date) SELECT i.id, 1, '2026-11-24' FROM i`,
      'a thread has messages from the first on, knows its newest, and waits since the first that nobody answered': `
        WITH w AS (SELECT $1::uuid) INSERT INTO thread (id, title, person_id, last_number) SELECT uuid_v7(), 'x', p.id, 1 FROM (SELECT id FROM person LIMIT 1) p, w`,
      'what is new to a reader is there, and of somebody else': `
        WITH t AS (INSERT INTO thread (id, title, person_id) SELECT uuid_v7(), 'x', p.id FROM (SELECT id FROM person LIMIT 1) p WHERE $1::uuid IS NOT NULL RETURNING id, person_id)
        INSERT INTO thread_reader (person_id, thread_id, read_number) SELECT person_id, id, 9 FROM t`,
      'a file of a message was handed in for it by who wrote it': `
        WITH t AS (INSERT INTO thread (id, title, person_id) SELECT uuid_v7(), 'x', p.id FROM (SELECT id FROM person LIMIT 1) p WHERE $1::uuid IS NOT NULL RETURNING id, person_id),
             m AS (INSERT INTO thread_message (thread_id, number, id, on_day, by_id, by_name, is_office, body) SELECT id, 1, id, '2026-11-21', person_id, 'x', false, 'x' FROM t RETURNING id),
             c AS (INSERT INTO file_content (sha256) VALUES (encode(sha256('x'), 'hex')) RETURNING sha256),
             f AS (INSERT INTO stored_file (sha256, name, media_type, size, purpose, created_by_id) SELECT sha256, 'x', 'text/csv', 1, 'receipt', uuid_v7() FROM c RETURNING id)
        INSERT INTO thread_attachment (message_id, number, file_id) SELECT m.id, 1, f.id FROM m, f`,
      'a document has its versions from the first on, and readers see the newest': `
        INSERT INTO document (id, name, category) SELECT uuid_v7(), 'x', 'other' WHERE $1::uuid IS NOT NULL`,
      'a version of a document has the file that it says, until it is removed': `
        WITH d AS (INSERT INTO document (id, name, category) SELECT uuid_v7(), 'x', 'other' WHERE $1::uuid IS NOT NULL RETURNING id)
        INSERT INTO document_version (document_id, number, sha256, file_name, media_type, size, by_id, by_name) SELECT id, 1, 'x', 'x', 'x', 1, id, 'x' FROM d`,
      'a confirmation is of the bytes of its version': `
        WITH d AS (INSERT INTO document (id, name, category, removed_at) SELECT uuid_v7(), 'x', 'other', now() WHERE $1::uuid IS NOT NULL RETURNING id),
             v AS (INSERT INTO document_version (document_id, number, sha256, file_name, media_type, size, by_id, by_name) SELECT id, 1, 'x', 'x', 'x', 1, id, 'x' FROM d)
        INSERT INTO document_confirmation (document_id, number, person_id, sha256, person_name, role, auth_method) SELECT id, 1, id, 'y', 'x', 'employee', 'x' FROM d`,
      'what is in a file is kept as long as a file has it, and no longer': `
        WITH w AS (SELECT $1::uuid) INSERT INTO file_content (sha256) SELECT encode(sha256('x'), 'hex') FROM w`,
      'what an older system paid and invoiced was brought along whole, and is paid and invoiced by nothing here':
        'INSERT INTO brought_line (worksheet_id, line_number) VALUES ($1, 1)',
      'no more is booked of what came in than came in': `
        WITH w AS (SELECT $1::uuid) INSERT INTO bank_entry (key, iban, booked_on, amount_cents, description, state, file_name, by_name)
        SELECT 'x', 'x', '2026-11-24', 100, '', 'booked', 'x', 'Iemand' FROM w`,
      'what is final and billed is invoiced once, or waits to be': `UPDATE worksheet SET status = 'finalised' WHERE id = $1`,
      'the minutes of each kind are those of the lines': `UPDATE worksheet SET minutes_by_kind = '{"normal": 479}' WHERE id = $1`,
      'a worksheet was sent when its seal was': `UPDATE worksheet SET sent_at = sent_at + interval '1 second' WHERE id = $1`,
      'a worksheet was first sent when its first seal was, and approved when its history says so':
        'UPDATE worksheet SET approved_at = NULL WHERE id = $1',
      'what waits is what is not finalised, in its state and with its minutes': `DELETE FROM worksheet_waiting WHERE id = $1`,
      'a seal has the receipts that it names, and no other': `UPDATE submission s SET (content, sha256) = (SELECT c, encode(sha256(convert_to(c, 'UTF8')), 'hex')
        FROM (SELECT jsonb_set(s.content::jsonb, '{lines,0,receipt}', '"aa"')::text AS c) named) WHERE worksheet_id = $1`,
      'a placement has the name of its employee': `UPDATE placement SET employee_name = 'x' WHERE id = (SELECT placement_id FROM worksheet WHERE id = $1)`,
      'a remark is told of where there is one': 'UPDATE worksheet SET has_remark = true WHERE id = $1',
      'nobody is logged in on an account that is not active': `UPDATE account SET status = 'blocked' WHERE person_id = (SELECT sent_by_id FROM submission WHERE worksheet_id = $1)`,
      'a substitute stands in for somebody who may approve there': `INSERT INTO supervisor_right (person_id, organisation_id, may_approve, valid_from, valid_until, on_behalf_of_id)
        SELECT s.sent_by_id, w.organisation_id, true, '2026-01-01', '2026-01-02', e.person_id FROM submission s JOIN worksheet w ON w.id = s.worksheet_id
          JOIN employee e ON e.id = w.employee_id WHERE w.id = $1`,
    };
    try {
      for (const [rule, change] of Object.entries(changes)) {
        await client.query('BEGIN');
        await client.query('SET LOCAL session_replication_role = replica');
        await client.query('ALTER TABLE submission DROP CONSTRAINT submission_total_is_sum');
        await client.query(change, [id]);
        expect((await judge(client)).map((found) => found.rule)).toContain(rule);
        await client.query('ROLLBACK');
      }
    } finally {
      client.release(true);
    }
    expect(ruleNames.filter((rule) => !changes[rule])).toEqual([
      'every rule that the database itself keeps is in force',
    ]);
  });
});
