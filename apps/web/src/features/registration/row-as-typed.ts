import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import { type Standing, standingOf } from '../hours/parts/draft.ts';
import { warningsOf } from '../hours/parts/hours-warnings.tsx';
import type { KeptDraft } from '../hours/parts/kept-draft.ts';
import { amountOf } from '../hours/parts/same-content.ts';
import type { TypedSheet, UnitOf } from '../hours/parts/sheet.ts';
import type { Compared } from '../worksheets/parts/stands-out.tsx';
import { organisationRules } from './client-rules.tsx';
import { standingOutOf } from './standing-out.ts';
import { amountsByKey, type ReadHourSheet, readTyped, rulesOf } from './typed-hours.ts';

/** One person of the grid. The same object for as long as nothing of it changed. */
export interface GridRow {
  row: RegistrationRow;
  typed: TypedSheet;
  read: ReadHourSheet;
  /** By `hoursKey`, in the unit of the hour type: as typed; of what was sent, with the hours that were added. */
  amounts: ReadonlyMap<string, number>;
  /** By hour type. */
  amountsOfType: ReadonlyMap<string, number>;
  totalMinutes: number;
  isTyped: boolean;
  standing: Standing['kind'];
  /** Can be typed in here: not sent, in a period that is open. */
  isOpen: boolean;
  /** What sets the hours apart from what is normal, and what the law asks about them, as far as they can still be changed. */
  standsOut: Compared | undefined;
  warnings: readonly Warning[];
  /** They came back, and are as they were. */
  isUnchanged: boolean;
  /** What their client asks of hours. */
  client: Registration['organisations'][number] | undefined;
}

export function rowAsTyped(
  registration: Registration,
  row: RegistrationRow,
  typed: TypedSheet,
  own: KeptDraft | undefined,
  unitOf: UnitOf,
): GridRow {
  const { periodState } = registration;
  const today = calendarDayAt(new Date());
  const { placement, worksheet, supplements } = row;
  const read = readTyped(typed, rulesOf(registration, row, worksheet?.id, unitOf));
  const canType = !worksheet || isOpenForEntry(worksheet.status);
  const standing = own ? standingOf(own, worksheet, read).kind : 'same';
  const isTyped = own !== undefined && standing !== 'same';
  const client = organisationRules(registration, placement.organisationId);
  const standsOut = canType ? standingOutOf(read.lines, row, { ...registration, today }) : undefined;
  const warnings = canType ? warningsOf(read.lines, { ...registration, holidays: client?.holidays ?? [] }) : [];
  const isToldAlready = standsOut?.standsOut.includes('over-legal-maximum');
  const lines = canType ? read.lines : [worksheet, ...supplements].flatMap((part) => part.lines);
  return {
    row,
    typed,
    read,
    amounts: amountsByKey(lines),
    amountsOfType: sumsOfTypes(lines),
    totalMinutes: lines.reduce((sum, line) => sum + line.minutes, 0),
    isTyped,
    standing,
    isOpen: canType && periodState === 'open',
    standsOut,
    warnings: warnings.filter(({ code }) => !(isToldAlready && code === 'week-too-long')),
    isUnchanged: !isTyped && worksheet?.returned?.isAsItWas === true,
    client,
  };
}

function sumsOfTypes(lines: readonly Parameters<typeof amountOf>[0][] & readonly { hourTypeId: string }[]) {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(line.hourTypeId, (sums.get(line.hourTypeId) ?? 0) + amountOf(line));
  return sums;
}
