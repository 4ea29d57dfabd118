import {
  anySheets,
  type Sheet,
  sentBeside,
  typeCodes,
  unitOf,
  weeks,
} from '@konnekt/shared/worksheets/over-all-test-data';
import { linesProblems } from '@konnekt/shared/worksheets/worksheet.line-problems';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { newId, type Transaction } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement } from '#api/test/factories';
import { tryUntil } from '#api/test/try-until';

// Hours are judged by a rule that says at which field they are wrong, and by the database for who sends at the same moment. Both are tried with random
// sheets, supplements and corrections of three weeks: nights over the edge of the week and the change of the clock, surcharges beside the hours.

const test = testApp();
let placementId: string;
const placement = { startsOn: '2026-01-01', endsOn: null };

beforeAll(async () => {
  const { db } = test;
  const type = { billShareBp: 2500, payShareBp: 2500, isWorked: false };
  await db.prisma.hourType.create({
    data: {
      code: 'T25',
      nameNl: 'Toeslag',
      nameEn: 'Surcharge',
      kind: 'irregular',
      unit: 'surcharge',
      sortOrder: 7,
      ...type,
    },
  });
  placementId = await createPlacement(db, await createPerson(db), await createOrganisation(db));
  await db.query(sql`UPDATE placement SET starts_on = ${placement.startsOn}::date WHERE id = ${placementId}::uuid`);
});

/** Writes sheets as sent without asking anything. Answers the id of the last. */
async function writeSent(tx: Transaction, sheets: readonly Sheet[]): Promise<string> {
  await tx.query(sql`SET LOCAL session_replication_role = replica`);
  const rows = sheets.map(({ period: { startsOn }, lines }, at) => ({
    ...{ id: newId(), startsOn },
    sequence: sheets.slice(0, at + 1).filter((one) => one.period.startsOn === startsOn).length,
    lines: lines.map((line, number) => ({ ...line, number: number + 1 })),
  }));
  await tx.query(sql`
    WITH sheet AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(id uuid, "startsOn" date, sequence int, lines jsonb)
    ), made AS (
      INSERT INTO worksheet (id, placement_id, employee_id, organisation_id, period_id, period_start, period_end, sequence, kind, status, filled_by, submission_id)
      SELECT s.id, p.id, p.employee_id, p.organisation_id, pe.id, pe.starts_on, pe.ends_on, s.sequence,
             CASE WHEN s.sequence = 1 THEN 'regular' ELSE 'correction' END, 'submitted', 'employee', uuid_v7()
        FROM sheet s JOIN placement p ON p.id = ${placementId}::uuid JOIN period pe ON pe.type = 'week' AND pe.starts_on = s."startsOn")
    INSERT INTO hour_line (worksheet_id, number, hour_type_id, date, starts_at, ends_at, break_minutes, minutes, quantity, is_correction)
    SELECT s.id, x.number, t.id, x.date, x.start, x."end", x."breakMinutes", x.minutes, x.quantity, TRUE
      FROM sheet s CROSS JOIN jsonb_to_recordset(s.lines)
             AS x(number int, "hourTypeId" text, date date, start text, "end" text, "breakMinutes" int, minutes int, quantity int)
      JOIN hour_type t ON t.code = x."hourTypeId"`);
  return rows.at(-1)?.id ?? '';
}

/** Would the database take the last of these after the others? All of it is taken back. */
async function fits(sheets: readonly Sheet[]): Promise<boolean> {
  const undone = new Error('undone');
  const tried = test.db.transaction(null, async (tx) => {
    const id = await writeSent(tx, sheets);
    await tx.query(sql`SELECT hours_fit(w) FROM worksheet w WHERE w.id = ${id}::uuid`);
    throw undone;
  });
  return tried.then(
    () => true,
    (error) => {
      if (error === undone) return true;
      expect(String(error)).toContain('do not fit');
      return false;
    },
  );
}

const problemsOf = (sheet: Sheet, sent: readonly Sheet[]) =>
  linesProblems(sheet.lines, { ...sheet, placement, unitOf, sent: sentBeside(sheet, sent) });
/** What is wrong with a sheet alone is told before it is written; these may be right with what was sent. */
const mayBeRight = ['below-zero', 'surcharge-over-hours'];

it('refuses after what was sent what the rule refuses, and takes the rest', async () => {
  expect(typeCodes).toContain('T25');
  const found = new Set<string>();
  // Each refusal comes about, or nothing would be held against anything.
  const kinds = ['none', 'day-overfull', 'period-overfull', 'times-overlap', ...mayBeRight];
  const any = fc.constantFrom(...weeks).chain(anySheets);
  await tryUntil(
    () => kinds.every((code) => found.has(code)),
    fc.asyncProperty(any, async (sheets) => {
      const sent: Sheet[] = [];
      for (const sheet of sheets.slice(0, -1)) if (problemsOf(sheet, sent).length === 0) sent.push(sheet);
      const last = sheets.at(-1);
      fc.pre(last !== undefined && sent.length > 0);
      if (!last) return;
      fc.pre(problemsOf(last, []).every(({ code }) => mayBeRight.includes(code)));
      const problems = problemsOf(last, sent);
      expect(await fits([...sent, last]), JSON.stringify(problems)).toBe(problems.length === 0);
      for (const code of problems.length === 0 ? ['none'] : problems.map(({ code }) => code)) found.add(code);
    }),
    300,
  );
  expect([...found]).toEqual(expect.arrayContaining(kinds));
}, 120_000);
