import { addDays } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { newId } from '#api/kit/database';
import { leanStatus } from './lean-schema.ts';
import type { Work } from './task.ts';

/** A task as the least SQL that any design needs for it: no rights, one event a step. */
export interface LeanTask {
  statements: string[];
  /** The values of each statement. */
  values(work: Work): unknown[][];
  /** The planner may look at the values each time, as it does where nobody says otherwise; else one plan serves them all. */
  isPlannedByValues?: true;
}

const actorName = 'Supervisor';
const { draft, submitted, approved } = leanStatus;

const leanTotal = `(SELECT count(*) FROM lean.worksheet c WHERE c.organisation_id = ANY($1::uuid[]) AND c.status = ${submitted}) AS total`;
const waitingOf = (columns: string) => `unnest($1::uuid[]) AS o (id) CROSS JOIN LATERAL (
         SELECT ${columns} FROM lean.worksheet w WHERE w.organisation_id = o.id AND w.status = ${submitted} ORDER BY w.period_start, w.id LIMIT 50) w`;

/** $1 = organisations: a few, so that rows are read where they are found. */
export const leanList: LeanTask = {
  statements: [`SELECT w.*, ${leanTotal} FROM ${waitingOf('*')} ORDER BY w.period_start, w.id LIMIT 50`],
  values: ({ account }) => [[account.organisationIds]],
};

/** $1 = organisations: many, so that the index alone says which rows are read. */
export const leanListOfMany: LeanTask = {
  ...leanList,
  statements: [
    `SELECT w.*, ${leanTotal}
       FROM (SELECT w.id, w.period_start FROM ${waitingOf('w.id, w.period_start')} ORDER BY w.period_start, w.id LIMIT 50) page
       JOIN lean.worksheet w ON w.id = page.id ORDER BY page.period_start, page.id`,
  ],
};

export const leanOpen: LeanTask = {
  statements: [
    `SELECT w.*,
            (SELECT json_agg(l ORDER BY l.number) FROM lean.hour_line l WHERE l.worksheet_id = w.id) AS lines,
            (SELECT json_agg(s ORDER BY s.number) FROM lean.submission s WHERE s.worksheet_id = w.id) AS submissions,
            (SELECT json_agg(v ORDER BY v.id) FROM lean.event v WHERE v.worksheet_id = w.id) AS history
       FROM lean.worksheet w WHERE w.id = $1::uuid`,
  ],
  values: ({ ids }) => [[ids[0]]],
};

/** $1 = id, $2 = version, $3 … $5 = the lines, $6 = their sum, $7 = who. */
export const leanSave: LeanTask = {
  statements: [
    `WITH written AS (
       UPDATE lean.worksheet SET version = version + 1, total_minutes = $6::int, worked_minutes = $6::int,
              kind_minutes = ARRAY[$6::int, 0, 0, 0]
        WHERE id = $1::uuid AND version = $2::int AND status = ${draft} RETURNING id, version),
     gone AS (DELETE FROM lean.hour_line WHERE worksheet_id IN (SELECT id FROM written) RETURNING 1),
     lines AS (
       INSERT INTO lean.hour_line SELECT w.id, l.number, l.hour_type_id, l.date, l.minutes
         FROM written w, unnest($3::uuid[], $4::date[], $5::int[]) WITH ORDINALITY AS l (hour_type_id, date, minutes, number)
        WHERE (SELECT count(*) FROM gone) >= 0),
     recorded AS (
       INSERT INTO lean.event (worksheet_id, action, from_status, to_status, version, actor_id, actor_name)
       SELECT id, 'save', ${draft}, ${draft}, version, $7::uuid, '${actorName}' FROM written)
     SELECT id, version FROM written`,
  ],
  values: ({ ids, versions, lines, account }) => [
    [
      ids[0],
      versions[0],
      lines.map(({ hourTypeId }) => hourTypeId),
      lines.map(({ date }) => date),
      lines.map(({ minutes }) => minutes),
      lines.reduce((sum, { minutes }) => sum + minutes, 0),
      account.personId,
    ],
  ],
};

/** $1 = ids, $2 = versions, $3 = who. */
export const leanApprove: LeanTask = {
  statements: [
    `WITH written AS (
       UPDATE lean.worksheet w SET status = ${approved}, version = w.version + 1
         FROM unnest($1::uuid[], $2::int[]) AS a (id, version)
        WHERE w.id = a.id AND w.version = a.version AND w.status = ${submitted} RETURNING w.id, w.version),
     recorded AS (
       INSERT INTO lean.event (worksheet_id, action, from_status, to_status, version, actor_id, actor_name)
       SELECT id, 'approve', ${submitted}, ${approved}, version, $3::uuid, '${actorName}' FROM written)
     SELECT id, version FROM written`,
  ],
  values: ({ ids, versions, account }) => [[ids, versions, account.personId]],
};

/**
 * $1 = ids of the new worksheets, $2 = placements, $3 = employees, $4 = their names, $5 = organisation, $6 … $8 = the period,
 * $9 = sealed contents, $10 = their hashes, $11 … $12 = lines of each, $13 = who.
 */
export const leanRegister: LeanTask = {
  statements: [
    `WITH written AS (
       INSERT INTO lean.worksheet (id, organisation_id, placement_id, employee_id, reference, employee_name, organisation_name, function_name,
                                   period_type, year, number, period_start, period_end, status, version, total_minutes, worked_minutes,
                                   kind_minutes, has_remark, sent_at)
       SELECT a.id, $5::uuid, a.placement_id, a.employee_id, 0, a.name, 'Organisation', 'Orderpicker',
              'week', $6::int, $7::int, $8::date, $8::date + 6, ${approved}, 1, 2340, 2340, ARRAY[2250, 90, 0, 0], false, now()
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) AS a (id, placement_id, employee_id, name)),
     lines AS (
       INSERT INTO lean.hour_line (worksheet_id, number, hour_type_id, minutes)
       SELECT a.id, l.number, l.hour_type_id, l.minutes
         FROM unnest($1::uuid[]) AS a (id), unnest($11::uuid[], $12::int[]) WITH ORDINALITY AS l (hour_type_id, minutes, number)),
     sealed AS (
       INSERT INTO lean.submission (worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_name)
       SELECT a.id, 1, a.content, a.sha256, 2340, 2340, '${actorName}' FROM unnest($1::uuid[], $9::text[], $10::text[]) AS a (id, content, sha256)),
     recorded AS (
       INSERT INTO lean.event (worksheet_id, action, to_status, version, actor_id, actor_name)
       SELECT a.id, 'send', ${approved}, 1, $13::uuid, '${actorName}' FROM unnest($1::uuid[]) AS a (id))
     SELECT count(*) FROM unnest($1::uuid[])`,
  ],
  values: ({ ids, people, weekStart, lines, account }) => {
    const { year, week } = isoWeekOf(weekStart);
    const sheetIds = ids.map(() => newId());
    return [
      [
        sheetIds,
        ids,
        people.map(({ employeeId }) => employeeId),
        people.map(({ name }) => name),
        account.organisationIds[0],
        year,
        week,
        weekStart,
        ids.map((placementId, i) => contentOf({ placementId, worksheetId: sheetIds[i], weekStart, lines })),
        ids.map(() => 'a'.repeat(64)),
        lines.map(({ hourTypeId }) => hourTypeId),
        lines.map(({ minutes }) => minutes),
        account.personId,
      ],
    ];
  },
};

/** About as long as what we seal. */
const contentOf = ({
  weekStart,
  lines,
  ...named
}: Pick<Work, 'weekStart' | 'lines'> & Record<string, unknown>): string =>
  JSON.stringify({
    ...named,
    period: { startsOn: weekStart, endsOn: addDays(weekStart, 6) },
    remark: null,
    lines: lines.map((line, i) => ({
      ...line,
      number: i + 1,
      startsAt: null,
      endsAt: null,
      breakMinutes: null,
      budgetNumber: null,
      remark: null,
    })),
  });

/** Logging in has no worksheets: it is held against the product's own tables. $1 = person. */
export const bareLogIn: LeanTask = {
  statements: [
    `SELECT a.id, a.password_hash FROM account a JOIN person p ON p.id = a.person_id WHERE p.id = $1::uuid`,
    `INSERT INTO session (account_id, key_hash, refresh_hash, expires_at)
     SELECT id, sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea), now() + interval '30 days'
       FROM account WHERE person_id = $1::uuid`,
  ],
  values: ({ account }) => [[account.personId], [account.personId]],
};
