import type { Actor } from '@konnekt/shared/basics/actor';
import {
  isSent,
  type Phase,
  phaseStatuses,
  type WorksheetStatus,
  worksheetStatuses,
} from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetQuery, WorksheetSort } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { closedPeriodIds } from '#api/kit/conditions';
import { contains } from '#api/kit/keyset-list';
import { constantsSql, joinSql, noSql, type Sql, sql } from '#api/kit/sql';
import { type Sight, sentInSight, waitsForApproval, worksheetInSight } from '#api/kit/visibility';
import { fillsIn } from './worksheet-conditions.repository.ts';

export type Filters = Omit<WorksheetQuery, 'limit' | 'cursor'> & {
  /** Only what this person registers for others, in periods that are not closed. */
  registeredByMe?: boolean;
};

/** Put together from choices that are too many for the text of each combination to stay prepared. */
export const isNarrowed = ({
  phase: _,
  limit: __,
  cursor: ___,
  registeredByMe: ____,
  ...choices
}: WorksheetQuery & Filters) => Object.values(choices).some((choice) => choice !== undefined);

/**
 * Where a list finds its worksheets: in the few that wait for somebody, where their rows say all that is asked of them. Both tables
 * call alike what they both have.
 */
export const everything = sql`worksheet`;

export const waiting = sql`worksheet_waiting`;

export function sourceOf({ actor }: Sight, query: Filters, sort: WorksheetSort): Sql {
  const { phase, year, period, periodType, placementId, q, registeredByMe } = query;
  const isOfSent = phase === 'to-approve' || phase === 'to-finalise';
  const isInRow = !(year || period || periodType || placementId || q || registeredByMe || sort.endsWith('employee'));
  return isOfSent && isInRow && isByState(actor, phase) ? waiting : everything;
}

/** The lists that are of a state before all else; who looks for their own hours has few of any. */
export const isByState = ({ role, employeeId }: Actor, phase?: Phase): boolean =>
  role !== 'employee' && (!employeeId || role !== 'supervisor' || phase === 'to-approve');

/** What is asked of the state of `w`; one that waits is in one state at a time. */
export function inState(query: Filters): Sql {
  const [first, ...more] = statusesOf(query);
  if (!first) return sql`FALSE`;
  if (more.length === worksheetStatuses.length - 1) return sql`TRUE`;
  return more.length === 0
    ? sql`w.status = ${constantsSql([first])}`
    : sql`w.status IN (${constantsSql([first, ...more])})`;
}

export function statusesOf({ phase, status }: Filters): readonly WorksheetStatus[] {
  const ofPhase: readonly WorksheetStatus[] = phase ? phaseStatuses[phase] : worksheetStatuses;
  return ofPhase.filter((one) => !status || (status === 'sent' ? one !== 'draft' : one === status));
}

export function conditions(sight: Sight, filters: Filters): Sql {
  const statuses = statusesOf(filters);
  const isFewAmongAll =
    isByState(sight.actor, filters.phase) &&
    !statuses.includes('finalised') &&
    sourceOf(sight, filters, filters.sort ?? 'period') === everything;
  const few = isFewAmongAll ? sql`w.id IN (SELECT w.id FROM ${waiting} w WHERE ${inState(filters)})` : sql`TRUE`;
  return sql`${few} AND ${inState(filters)} AND ${narrowed(sight, filters)}`;
}

/** What is asked of a worksheet `w` besides its state. `isThere`: that one has the right it takes at its organisation, where they are at hand. */
export function narrowed(sight: Sight, filters: Filters, isThere?: Sql): Sql {
  const isDeciding = filters.phase === 'to-approve' && sight.actor.role === 'supervisor';
  const inSight = statusesOf(filters).every(isSent) ? sentInSight : worksheetInSight;
  const parts = [(isDeciding ? waitsForApproval : inSight)(sight, isThere)];
  // What can be sent no more is not offered.
  if (filters.registeredByMe)
    parts.push(sql`w.filled_by = 'supervisor' AND ${fillsIn(sight)} AND w.period_id NOT IN ${closedPeriodIds}`);
  if (filters.organisationId) parts.push(sql`w.organisation_id = ${filters.organisationId}::uuid`);
  if (filters.employeeId) parts.push(sql`w.employee_id = ${filters.employeeId}::uuid`);
  if (filters.placementId) parts.push(sql`w.placement_id = ${filters.placementId}::uuid`);
  if (filters.year || filters.period || filters.periodType) {
    const { year, period, periodType } = filters;
    parts.push(sql`w.period_id IN (SELECT f.id FROM period f WHERE TRUE
      ${year ? sql`AND f.year = ${year}::int` : noSql} ${period ? sql`AND f.number = ${period}::int` : noSql}
      ${periodType ? sql`AND f.type = ${periodType}` : noSql})`);
  }
  return sql`${joinSql(parts, ' AND ')} ${searched(filters.q, sql`w.placement_id`, sql`TRUE`)}`;
}

/**
 * Words of a name, function or organisation, or (the beginning of) the number of a worksheet `w` in sight. The placements that
 * match are found first: there are far fewer of them than worksheets.
 */
export function searched(q: string | undefined, placementId: Sql, inSight: Sql): Sql {
  if (!q) return noSql;
  const placements = sql`SELECT f.id FROM placement f JOIN employee fe ON fe.id = f.employee_id JOIN person fn ON fn.id = fe.person_id
    JOIN organisation fo ON fo.id = f.organisation_id WHERE TRUE ${contains(q, sql`fn.full_name`, sql`f.function_name`, sql`fo.name`)}`;
  const reference = referencedBy(q);
  return sql`AND (${placementId} IN (${placements}) ${reference ? sql`OR (${inSight} AND ${reference})` : noSql})`;
}

const periodTypes: Record<string, string> = { w: 'week', p: 'four-weeks', m: 'month' };

/** 'UB-2026-W47-000456', as far as it was typed, or its last number alone. */
function referencedBy(q: string): Sql | undefined {
  const [, year, letter = '', number, typed] =
    /^(?:ub-)?(?:(\d{4})-([wpm])(\d{1,2})-?)?(\d{1,9})?$/i.exec(q.trim()) ?? [];
  const isNumber = sql`w.reference = ${Number(typed)}::int`;
  if (year === undefined) return typed === undefined ? undefined : isNumber;
  const inPeriod = sql`w.period_id IN (SELECT f.id FROM period f
    WHERE f.type = ${periodTypes[letter.toLowerCase()]} AND f.year = ${Number(year)}::int AND f.number = ${Number(number)}::int)`;
  if (typed === undefined) return inPeriod;
  return sql`(${inPeriod} AND (${isNumber} OR lpad(w.reference::text, 6, '0') LIKE ${`${typed}%`}))`;
}
