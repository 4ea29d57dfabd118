import { createHash } from 'node:crypto';
import { addDays, maxDay, minDay } from '@konnekt/shared/basics/calendar-day';
import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import { minutesByKind, quantitiesByUnit } from '@konnekt/shared/worksheets/worksheet.hours';
import { canonicalForm, sealedLine } from '@konnekt/shared/worksheets/worksheet.seal';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { newId } from '#api/kit/database';
import { hourTypes } from '../features/agency/hour-types.data.ts';
import type { Row } from './insert-rows.ts';
import { declineReasons, remarks } from './names.data.ts';
import { type DemoPeriod, type Outcome, outcomeOf } from './outcomes.ts';
import type { DemoPerson, DemoPlacement } from './people.ts';
import { type Chance, chanceFrom } from './random.ts';
import { besideHours, linesOf } from './typed-hours.ts';

interface World {
  placements: DemoPlacement[];
  periods: DemoPeriod[];
  supervisorOf: Map<string, DemoPerson>;
  staff: DemoPerson;
  hourTypeIds: Map<string, string>;
}

const HOUR = 3_600_000;

/** A year of worksheets up to now, each with lines, submission and history as if people had made them. */
export function makeWorksheets(chance: Chance, now: Date, world: World) {
  // Of their own, so that the hours stay as they are.
  const extras = chanceFrom(1848);
  const rows = { worksheets: [] as Row[], submissions: [] as Row[], lines: [] as Row[], events: [] as Row[] };
  for (const period of world.periods) {
    for (const placement of world.placements) {
      const runs =
        placement.startsOn <= period.endsOn && (placement.endsOn === null || placement.endsOn >= period.startsOn);
      if (period.type !== placement.periodType || placement.basis === 'fixed' || !runs) continue;
      const outcome = outcomeOf(chance, now, period, placement);
      if (outcome !== 'none') makeOne(chance, extras, now, world, period, placement, outcome, rows);
    }
  }
  return rows;
}

function makeOne(
  chance: Chance,
  extras: Chance,
  now: Date,
  world: World,
  period: DemoPeriod,
  placement: DemoPlacement,
  outcome: Outcome,
  rows: ReturnType<typeof makeWorksheets>,
): void {
  const until = outcome === 'draft' ? minDay(period.endsOn, lastTyped(now, period)) : period.endsOn;
  const hours = linesOf(chance, period, placement, until);
  const coded = hours.flatMap((line) => [line, ...besideHours(extras, placement, line)]);
  const idOf = (code: string) => world.hourTypeIds.get(code) ?? '';
  const lines: HourLineInput[] = coded.map(({ code, ...line }) => ({ ...line, hourTypeId: idOf(code) }));
  const remark = chance.percent(6) ? chance.pick(remarks) : null;
  const totalMinutes = lines.reduce((sum, line) => sum + line.minutes, 0);
  const worked = coded.filter(({ code }) => !notWorked.has(code)).reduce((sum, line) => sum + line.minutes, 0);

  // Filled in by day when the period ended (or just now), approved the working day after, finalised the morning of the run.
  const lastDay = minDay(period.endsOn, addDays(now.toISOString().slice(0, 10), -2));
  const sentAt =
    Date.parse(`${addDays(lastDay, -chance.number(3))}T08:00:00Z`) +
    chance.number(11) * HOUR +
    chance.number(3600) * 1000;
  const byDay = (day: string, hours: number) =>
    Math.min(Date.parse(`${day}T07:00:00Z`) + chance.number(hours * 3600) * 1000, now.getTime() - HOUR);
  const at = {
    // Of a period that has just begun, this morning.
    save: Math.max(sentAt - 2 * HOUR, outcome === 'draft' ? Date.parse(`${period.startsOn}T05:30:00Z`) : 0),
    send: sentAt,
    decide: byDay(addDays(lastDay, 1), 9),
    finalise: byDay(addDays(lastDay, 2), 2),
  };
  const makeId = (instant: number) => newId(instant, chance.bytes(16));
  if (outcome === 'draft' && lines.length === 0) return;

  const id = makeId(at.save);
  const employee: DemoPerson = { personId: placement.personId, name: placement.personName };
  const supervisor = world.supervisorOf.get(placement.organisationId) ?? world.staff;
  const byEmployee = placement.hoursBy === 'employee';
  const writer = byEmployee ? { ...employee, role: 'employee' } : { ...supervisor, role: 'supervisor' };
  let version = 0;
  const event = (
    action: string,
    from: string | null,
    to: string,
    who: DemoPerson & { role: string },
    instant: number,
    submissionId: string | null,
    reason: string | null = null,
  ) => {
    version++;
    rows.events.push({
      id: makeId(instant + version),
      worksheet_id: id,
      action,
      from_status: from,
      to_status: to,
      version,
      submission_id: submissionId,
      actor_id: who.personId,
      actor_name: who.name,
      actor_role: who.role,
      auth_method: 'password',
      session_id: null,
      reason,
      at: new Date(instant).toISOString(),
    });
  };

  const submissionId = outcome === 'draft' ? null : makeId(at.send);
  const isApproved = outcome === 'approved' || outcome === 'finalised';
  event('save', null, 'draft', writer, at.save, null);
  if (submissionId) {
    const content = canonicalForm({
      worksheetId: id,
      placementId: placement.id,
      period: { type: period.type, year: period.year, number: period.number },
      lines: lines.map((line, index) => sealedLine({ ...line, number: index + 1 }, typeOf(coded[index]?.code ?? ''))),
      remark,
    });
    rows.submissions.push({
      id: submissionId,
      worksheet_id: id,
      number: 1,
      content,
      sha256: createHash('sha256').update(content).digest('hex'),
      total_minutes: totalMinutes,
      worked_minutes: worked,
      sent_at: new Date(at.send).toISOString(),
      sent_by_id: writer.personId,
      sent_by_name: writer.name,
      sent_by_role: writer.role,
    });
    event('send', 'draft', byEmployee ? 'submitted' : 'approved', writer, at.send, submissionId);
    const decider = { ...supervisor, role: 'supervisor' };
    if (outcome === 'declined')
      event('decline', 'submitted', 'declined', decider, at.decide, submissionId, chance.pick(declineReasons));
    if (byEmployee && isApproved) event('approve', 'submitted', 'approved', decider, at.decide, submissionId);
    if (outcome === 'finalised')
      event('finalise', 'approved', 'finalised', { ...world.staff, role: 'staff' }, at.finalise, submissionId);
  }
  rows.worksheets.push({
    id,
    placement_id: placement.id,
    employee_id: placement.employeeId,
    organisation_id: placement.organisationId,
    period_id: period.id,
    period_start: period.startsOn,
    period_end: period.endsOn,
    sequence: 1,
    kind: 'regular',
    status: outcome,
    version,
    filled_by: placement.hoursBy,
    remark,
    worked_minutes: worked,
    total_minutes: totalMinutes,
    last_line_number: lines.length,
    minutes_by_kind: minutesByKind(lines, kindOf(world)),
    quantities: quantitiesByUnit(lines, unitOf(world)),
    sent_at: submissionId === null ? null : new Date(at.send).toISOString(),
    first_sent_at: submissionId === null ? null : new Date(at.send).toISOString(),
    approved_at: isApproved ? new Date(byEmployee ? at.decide : at.send).toISOString() : null,
    has_remark: remark !== null || lines.some((line) => line.remark !== null),
    submission_id: submissionId,
    created_at: new Date(at.save).toISOString(),
    updated_at: new Date(at.decide).toISOString(),
    reference: 100_000 + rows.worksheets.length,
  });
  lines.forEach((line, index) => {
    rows.lines.push({
      worksheet_id: id,
      number: index + 1,
      hour_type_id: line.hourTypeId,
      date: line.date,
      starts_at: line.startsAt,
      ends_at: line.endsAt,
      break_minutes: line.breakMinutes,
      minutes: line.minutes,
      quantity: line.quantity,
      is_correction: false,
      budget_number: line.budgetNumber,
      remark: line.remark,
    });
  });
}

/** The last day that somebody has filled in of hours not sent: the day before, on the first day of a period that one. */
const lastTyped = (now: Date, { startsOn }: DemoPeriod) =>
  maxDay(startsOn, addDays(now.toISOString().slice(0, 10), -1));

const kindOf = ({ hourTypeIds }: World) =>
  new Map(hourTypes.map(({ code, kind }) => [hourTypeIds.get(code) ?? '', kind] as const));
const unitOf = ({ hourTypeIds }: World) =>
  new Map(hourTypes.map(({ code }) => [hourTypeIds.get(code) ?? '', typeOf(code).unit] as const));

/** What a line is sealed with. */
function typeOf(code: string): { code: string; unit: HourUnit } {
  const type = hourTypes.find((one) => one.code === code);
  return { code, unit: type && 'unit' in type ? type.unit : 'hours' };
}

const notWorked = new Set(['TRV', 'VAC', 'SPL', 'HOL', 'SCK']);
