import { addDays, startOfDayInstant } from '@konnekt/shared/basics/calendar-day';
import { nextDeadline, ownOr } from '@konnekt/shared/periods/deadline';
import { type Period, periodContaining, periodOf, previousPeriod } from '@konnekt/shared/periods/period';
import { type ReminderRound, reminderMails } from '@konnekt/shared/reminders/reminder.words';
import type { Asked, DeadlineState, StatusOverview } from '@konnekt/shared/status/status.contract';
import type { WorksheetQuery } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { readAgency } from '#api/features/agency/settings.service';
import { holidaysBetween } from '#api/features/holidays/holiday.service';
import { toFillGoesBack } from '#api/features/worksheets/worksheet.service';
import { countByPlace, countWaiting } from '#api/features/worksheets/worksheet-list.service';
import type { Db } from '#api/kit/database';
import type { Sight } from '#api/kit/visibility';
import * as status from './status.repository.ts';

type Filters = Pick<WorksheetQuery, 'periodType' | 'year' | 'period' | 'organisationId' | 'q'>;

/** The three counts, and by period and organisation. */
export async function readStatus(db: Db, sight: Sight, filters: Filters): Promise<StatusOverview> {
  const { periods, ...counts } = await countByPlace(db, sight, filters);
  // Without a year the list of hours to fill in goes back so far; with one it holds all of the period.
  const isCounted = (period: Period) =>
    filters.year !== undefined || period.endsOn >= addDays(sight.today, -toFillGoesBack);
  return {
    ...counts,
    periods: periods.map((row) => ({ ...row, toFill: isCounted(row.period) ? row.toFill : null })),
  };
}

/** What of a period does not make the payroll run yet. */
export async function readDeadline(db: Db, sight: Sight, filters: Filters, now: Date): Promise<DeadlineState> {
  const agency = await readAgency(db);
  const { periodType = 'week', year, period: number, organisationId } = filters;
  const lastOver = previousPeriod(
    periodContaining(periodType, sight.today, agency.weekFiftyThree),
    agency.weekFiftyThree,
  );
  const period = (year && number && periodOf(periodType, year, number, agency.weekFiftyThree)) || lastOver;
  const filter = { periodType: period.type, year: period.year, period: period.number, organisationId };
  const own = organisationId ? await status.findOwnDeadline(db, organisationId) : undefined;
  // Hours of a period that still runs are for the deadline after it.
  const over = new Date(startOfDayInstant(addDays(period.endsOn, 1)));
  const deadline = nextDeadline(now > over ? now : over, ownOr(agency, own));
  const [counts, late, clients, phases, holidays] = await Promise.all([
    status.countAsked(db, sight, filter),
    status.listLate(db, sight, filter),
    status.listClients(db, sight, filter),
    countWaiting(db, sight, filter),
    holidaysBetween(db, deadline.approveBy, deadline.paidOn),
  ]);
  return {
    period,
    deadline,
    holidays,
    ...counts,
    waiting: phases.toApprove,
    toFinalise: phases.toFinalise,
    late: late.map(({ askedAt, mailKind, isByHand, ...row }) => ({
      ...row,
      asked: askedOf({ askedAt, mailKind, isByHand }),
    })),
    clients: [...Map.groupBy(clients, ({ organisationId: id }) => id).values()].flatMap((rows) => {
      const [first] = rows;
      if (!first) return [];
      const { organisationName, waiting, since } = first;
      const approvers = rows.flatMap((row) => (row.name ? [{ name: row.name, asked: askedOf(row) }] : []));
      return [{ organisationId: first.organisationId, organisationName, waiting, since, approvers }];
    }),
  };
}

function askedOf(told: { askedAt: string | null; mailKind: string | null; isByHand: boolean }): Asked | null {
  const round = (Object.keys(reminderMails) as ReminderRound[]).find((one) => reminderMails[one] === told.mailKind);
  return told.askedAt && round ? { at: told.askedAt, round, isByHand: told.isByHand } : null;
}
