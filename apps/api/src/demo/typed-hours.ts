import { eachDay, maxDay, minDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { workedMinutes } from '@konnekt/shared/basics/local-time';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { organisations } from '../features/agency/agency.data.ts';
import { remarks } from './names.data.ts';
import { clients } from './office.data.ts';
import type { DemoPeriod } from './outcomes.ts';
import type { DemoPlacement } from './people.ts';
import type { Chance } from './random.ts';

type CodedLine = Omit<HourLineInput, 'hourTypeId'> & { code: string };

const blank = { quantity: null, startsAt: null, endsAt: null, breakMinutes: null, remark: null } as const;

/** A week as people work it: mostly as planned, sometimes longer, ill, off, or on a Saturday. */
export function linesOf(chance: Chance, period: DemoPeriod, placement: DemoPlacement, until: string): CodedLine[] {
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
export function besideHours(chance: Chance, placement: DemoPlacement, hours: CodedLine): CodedLine[] {
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
