import { createHash } from 'node:crypto';
import { addDays, daysBetween, eachDay, maxDay, minDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { workedMinutes } from '@konnekt/shared/basics/local-time';
import type { HourUnit } from '@konnekt/shared/hour-types/hour-type.words';
import { minutesByKind, quantitiesByUnit } from '@konnekt/shared/worksheets/worksheet.hours';
import { canonicalForm, sealedLine } from '@konnekt/shared/worksheets/worksheet.seal';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { newId } from '#api/kit/database';
import { declineReasons, hourTypes, organisations, remarks } from '../features/agency/agency.data.ts';
import type { Row } from './insert-rows.ts';
import { clients } from './office.data.ts';
import type { DemoPerson, DemoPlacement } from './people.ts';
import { type Chance, chanceFrom } from './random.ts';

export interface DemoPeriod {
  id: string;
  type: 'week' | 'four-weeks' | 'month';
  year: number;
  number: number;
  startsOn: string;
  endsOn: string;
}

interface World {
  placements: DemoPlacement[];
  periods: DemoPeriod[];
  supervisorOf: Map<string, DemoPerson>;
  staff: DemoPerson;
  hourTypeIds: Map<string, string>;
}
type Outcome = 'none' | 'draft' | 'submitted' | 'declined' | 'approved' | 'finalised';
type CodedLine = Omit<HourLineInput, 'hourTypeId'> & { code: string };

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

/** Older weeks are done; last week waits in every phase; of this week a part has come in. */
function outcomeOf(chance: Chance, now: Date, period: DemoPeriod, placement: DemoPlacement): Outcome {
  const age = Math.floor(daysBetween(period.startsOn, now.toISOString().slice(0, 10)) / 7);
  if (placement.isDemoEmployee) {
    const isFirst = placement.organisationIndex === 0;
    if (age <= 0) return isFirst ? 'draft' : 'none';
    if (age === 1) return isFirst ? 'submitted' : 'none';
    if (age === 2) return isFirst ? 'declined' : 'approved';
    if (age === 3) return isFirst ? 'approved' : 'finalised';
    return 'finalised';
  }
  if (placement.hoursBy === 'supervisor') {
    if (period.endsOn >= now.toISOString().slice(0, 10)) return chance.percent(45) ? 'draft' : 'none';
    if (age <= 4) return chance.percent(70) ? 'approved' : chance.percent(60) ? 'draft' : 'none';
    return 'finalised';
  }
  const dice = chance.number(100);
  if (age <= 0) return dice < 40 ? 'submitted' : dice < 65 ? 'draft' : 'none';
  if (age === 1)
    return dice < 50
      ? 'submitted'
      : dice < 78
        ? 'approved'
        : dice < 86
          ? 'finalised'
          : dice < 91
            ? 'declined'
            : dice < 95
              ? 'draft'
              : 'none';
  if (age === 2)
    return dice < 4 ? 'submitted' : dice < 40 ? 'approved' : dice < 95 ? 'finalised' : dice < 97 ? 'declined' : 'none';
  return dice < 99 ? 'finalised' : 'approved';
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
  const until =
    outcome === 'draft' ? minDay(period.endsOn, addDays(now.toISOString().slice(0, 10), -1)) : period.endsOn;
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
    save: sentAt - 2 * HOUR,
    send: sentAt,
    decide: byDay(addDays(lastDay, 1), 9),
    finalise: byDay(addDays(lastDay, 2), 2),
  };
  const makeId = (instant: number) => newId(instant, chance.bytes(16));

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
    if (byEmployee && (outcome === 'approved' || outcome === 'finalised'))
      event('approve', 'submitted', 'approved', decider, at.decide, submissionId);
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
const blank = { quantity: null, startsAt: null, endsAt: null, breakMinutes: null, remark: null } as const;

/** A week as people work it: mostly as planned, sometimes longer, ill, off, or on a Saturday. */
function linesOf(chance: Chance, period: DemoPeriod, placement: DemoPlacement, until: string): CodedLine[] {
  const from = maxDay(period.startsOn, placement.startsOn);
  const last = minDay(until, placement.endsOn ?? until);
  const days = from <= last ? eachDay(from, last) : [];
  const { budgetNumber } = placement;
  if (placement.hoursBy === 'supervisor') {
    const weeks = days.length / 7;
    const normal = Math.round((placement.plannedMinutes * weeks * (85 + chance.number(20))) / 100 / 15) * 15;
    const lines: CodedLine[] = [{ ...blank, budgetNumber, code: 'N100', date: null, minutes: normal }];
    if (chance.percent(25))
      lines.push({ ...blank, budgetNumber, code: 'O125', date: null, minutes: 60 * (1 + chance.number(6)) });
    return lines.filter((line) => line.minutes > 0);
  }
  const daysAWeek =
    placement.plannedMinutes >= 2280
      ? 5
      : placement.plannedMinutes >= 1920
        ? 4
        : placement.plannedMinutes >= 1440
          ? 3
          : 1;
  const perDay = Math.round(placement.plannedMinutes / daysAWeek / 15) * 15;
  const isBusy = chance.percent(12);
  const workdays = days.filter((day) => weekdayOf(day) <= daysAWeek);
  const lines = workdays.flatMap((day): CodedLine[] => {
    if (chance.percent(2)) return [{ ...blank, budgetNumber, code: 'SCK', date: day, minutes: perDay }];
    if (chance.percent(3)) return [{ ...blank, budgetNumber, code: 'VAC', date: day, minutes: perDay }];
    if (placement.entryMode === 'times') return [shift(chance, placement, day, perDay)];
    const overtime = chance.percent(isBusy ? 60 : 8) ? 30 * (1 + chance.number(isBusy ? 7 : 3)) : 0;
    const normal = perDay - (chance.percent(6) ? 60 : 0);
    const remark = chance.percent(2) ? chance.pick(remarks) : null;
    const line = { ...blank, budgetNumber, code: 'N100', date: day, minutes: normal, remark };
    return overtime > 0 ? [line, { ...blank, budgetNumber, code: 'O125', date: day, minutes: overtime }] : [line];
  });
  const saturday = days.find((day) => weekdayOf(day) === 6);
  if (saturday && placement.entryMode === 'totals' && chance.percent(isBusy ? 50 : 5)) {
    lines.push({ ...blank, budgetNumber, code: 'O150', date: saturday, minutes: 240 + 60 * chance.number(4) });
  }
  return lines;
}

/** At a few clients: 25 % for what is worked before seven, kilometres of those who drive, now and then an expense. */
function besideHours(chance: Chance, placement: DemoPlacement, hours: CodedLine): CodedLine[] {
  const { date, budgetNumber, code, startsAt, minutes } = hours;
  if (date === null || code !== 'N100') return [];
  const allowed = new Set(clients[placement.organisationIndex]?.hourTypes);
  const line = (ofCode: string, quantity: number): CodedLine => ({
    ...blank,
    budgetNumber,
    code: ofCode,
    date,
    minutes: 0,
    quantity,
  });
  const early = Math.min(minutes, 7 * 60 - minuteOf(startsAt ?? '07:00'));
  // Who drives, and how far, is the same every day.
  const kilometres = 8 + (placement.plannedMinutes % 7) * 6;
  const drives = placement.id.charCodeAt(placement.id.length - 1) % 3 === 0;
  return [
    ...(allowed.has('S25') && early > 0 ? [line('S25', early)] : []),
    ...(allowed.has('KM') && drives ? [line('KM', kilometres * 100)] : []),
    ...(allowed.has('EXP') && chance.percent(4) ? [line('EXP', 250 + 25 * chance.number(80))] : []),
  ];
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function shift(chance: Chance, placement: DemoPlacement, day: string, perDay: number): CodedLine {
  const isNight = organisations[placement.organisationIndex]?.nights === true && chance.percent(30);
  const breakMinutes = perDay > 330 ? 30 : 15;
  const startMinute = isNight ? 22 * 60 : 6 * 60 + 30 * chance.number(5);
  const endMinute = (startMinute + perDay + breakMinutes + (chance.percent(10) ? 15 : 0)) % (24 * 60);
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const [startsAt, endsAt] = [clock(startMinute), clock(endMinute)];
  const worked = workedMinutes(day, startsAt, endsAt, breakMinutes);
  const minutes = 'minutes' in worked ? worked.minutes : perDay;
  return {
    code: isNight ? 'I130' : 'N100',
    date: day,
    startsAt,
    endsAt,
    breakMinutes,
    minutes,
    quantity: null,
    budgetNumber: placement.budgetNumber,
    remark: null,
  };
}
