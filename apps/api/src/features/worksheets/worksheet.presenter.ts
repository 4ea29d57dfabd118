import { type Actor, isOffice } from '@konnekt/shared/basics/actor';
import { minutesInDay } from '@konnekt/shared/basics/calendar-day';
import { sumMinutes } from '@konnekt/shared/basics/minutes';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import { lawLimits } from '@konnekt/shared/worksheets/working-time.limits';
import { eventsShown } from '@konnekt/shared/worksheets/worksheet.bounds';
import { minutesByKind } from '@konnekt/shared/worksheets/worksheet.hours';
import { allowedActions } from '@konnekt/shared/worksheets/worksheet.permissions';
import { linesWithoutReceipt } from '@konnekt/shared/worksheets/worksheet.receipts';
import { worksheetReference } from '@konnekt/shared/worksheets/worksheet.reference';
import type { Submission, Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { SealedContent } from '@konnekt/shared/worksheets/worksheet.seal';
import { whatStandsOut } from '@konnekt/shared/worksheets/worksheet.stands-out';
import { isOpenForEntry } from '@konnekt/shared/worksheets/worksheet.status';
import { type Warning, worksheetWarnings } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { HourLine } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { toWorkedLines } from './worksheet.checks.ts';
import type { Clash, StoredSubmission, StoredWorksheet } from './worksheet.repository.ts';

/** What this reader sees of a worksheet: the working copy if they fill it in, else what was sent last. */
export function presentWorksheet(actor: Actor, stored: StoredWorksheet): Worksheet {
  const { placement, period, previousMinutes, hourTypes } = stored;
  const submissions = (stored.submissions ?? []).map((submission) => presentSubmission(submission, hourTypes));
  const facts = { ...stored, employeeId: placement.employeeId };
  const allowed = allowedActions(actor, facts);
  const showsSaves = seesSaves(actor, facts);
  const visible = (stored.history ?? []).filter(({ action }) => showsSaves || action !== 'save');
  const last = stored.submissions?.at(-1);
  const showsSent =
    isOpenForEntry(stored.status) && !allowed.includes('save') && !isOffice(actor) && last !== undefined;
  const lines = showsSent ? linesOf(submissions.at(-1), hourTypes) : stored.lines;
  const workedMinutes = showsSent ? last.workedMinutes : stored.workedMinutes;
  const planned = plannedMinutesIn(placement, period);
  const isWorked = new Set(hourTypes.filter((type) => type.isWorked).map(({ id }) => id));
  return {
    id: stored.id,
    version: stored.version,
    reference: worksheetReference(period, stored.reference),
    kind: stored.kind,
    sequence: stored.sequence,
    status: stored.status,
    filledBy: stored.filledBy,
    placement,
    period,
    lines,
    remark: showsSent ? (submissions.at(-1)?.remark ?? null) : stored.remark,
    totalMinutes: showsSent ? last.totalMinutes : stored.totalMinutes,
    workedMinutes,
    plannedMinutes: planned,
    previousMinutes,
    periodWorkedMinutes: stored.periodWorkedMinutes,
    averages: averagesOf(stored.periodWorkedMinutes ?? workedMinutes, stored.earlierWeekMinutes),
    standsOut: whatStandsOut(
      {
        ...stored,
        workedMinutes,
        minutesByKind: minutesByKind(lines, new Map(hourTypes.map(({ id, kind }) => [id, kind]))),
        plannedMinutes: planned,
        clashes: stored.clashes.length > 0,
        lacksReceipt: linesWithoutReceipt(lines, hourTypes).length > 0,
        lacksRate: stored.missingRates.length > 0,
        startsOn: placement.startsOn,
        endsOn: placement.endsOn,
      },
      period,
      stored.standsOutFrom,
    ),
    missingRates: stored.missingRates,
    warnings: [
      ...worksheetWarnings(
        {
          lines: toWorkedLines(lines.filter((line) => isWorked.has(line.hourTypeId))),
          period,
          previousWeekMinutes: stored.earlierWeekMinutes ?? [],
          holidays: stored.holidays,
        },
        { ...lawLimits, ...stored.warningLimits },
      ),
      ...stored.clashes.flatMap(clashWarnings),
    ].map(({ code, limitMinutes, foundMinutes, date }) => ({
      code,
      limitMinutes,
      foundMinutes,
      date: date ?? null,
    })),
    hourTypes: presentHourTypes(hourTypes),
    submissions,
    history: visible.slice(-eventsShown),
    hasEarlierHistory: visible.length > eventsShown,
    supplements: (stored.supplements ?? []).map((other) => ({
      ...other,
      reference: worksheetReference(period, other.reference),
    })),
    invoices: stored.invoices ?? [],
    waitsFor: stored.waitsFor ?? [],
    // What somebody is paid is between them and the agency.
    brought: stored.brought && {
      ...stored.brought,
      runs: isOffice(actor) || stored.employeePersonId === actor.personId ? stored.brought.runs : [],
    },
    payrollRun: isOffice(actor) || stored.employeePersonId === actor.personId ? stored.payrollRun : null,
    allowed,
  };
}

/** Worked a week, over this one and those before it. */
function averagesOf(minutes: number, earlier: number[] | null): Worksheet['averages'] {
  if (!earlier) return null;
  const over = (weeks: number) => Math.round((minutes + sumMinutes(earlier.slice(0, weeks - 1))) / weeks);
  return { fourWeeks: over(4), sixteenWeeks: over(16) };
}

function clashWarnings({ date, dayMinutes, isTwice }: Clash): Warning[] {
  const limitMinutes = minutesInDay(date);
  const overfull = { code: 'day-overfull-elsewhere', limitMinutes, foundMinutes: dayMinutes, date } as const;
  const twice = { code: 'times-elsewhere', limitMinutes: 0, foundMinutes: 0, date } as const;
  return [...(dayMinutes > limitMinutes ? [overfull] : []), ...(isTwice ? [twice] : [])];
}

/** Each time a draft was saved is for who fills it in, and for the office. */
export const seesSaves = (actor: Actor, facts: Parameters<typeof allowedActions>[1]): boolean =>
  isOffice(actor) || allowedActions(actor, facts).includes('save');

/** As the contract shows them: who may use which is settled before. */
export const presentHourTypes = (types: readonly HourType[]): HourType[] =>
  types.map(({ id, code, nameNl, nameEn, kind, unit, isWorked, receipt }) => ({
    id,
    code,
    nameNl,
    nameEn,
    kind,
    unit,
    isWorked,
    receipt,
  }));

function presentSubmission(stored: StoredSubmission, hourTypes: readonly HourType[]): Submission {
  const content = JSON.parse(stored.content) as SealedContent;
  const { number, sentAt, sentByName, sentByRole, sha256, totalMinutes } = stored;
  const idOf = new Map(hourTypes.map((type) => [type.code, type.id]));
  const receipts = new Map((stored.receipts ?? []).map((one) => [one.sha256, one]));
  return {
    number,
    sentAt,
    sentByName,
    sentByRole,
    sha256,
    totalMinutes,
    remark: content.remark,
    lines: content.lines.map(({ hourType, unit: _, quantity = null, receipt, ...line }) => ({
      ...line,
      quantity,
      receipt: receipts.get(receipt ?? '') ?? null,
      hourTypeId: idOf.get(hourType) ?? '',
      hourTypeCode: hourType,
    })),
  };
}

function linesOf(submission: Submission | undefined, hourTypes: readonly HourType[]): HourLine[] {
  const known = new Set(hourTypes.map(({ id }) => id));
  return (submission?.lines ?? [])
    .filter((line) => known.has(line.hourTypeId))
    .map(({ hourTypeCode: _, ...line }) => line);
}
