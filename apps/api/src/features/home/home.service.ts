import { isOffice } from '@konnekt/shared/basics/actor';
import type { Invitable } from '@konnekt/shared/employees/employee.schema';
import type { Home, News, Unreached } from '@konnekt/shared/home/home.contract';
import { unreachedIn } from '@konnekt/shared/home/unreached';
import { duePeriod, earliestDeadline, ownOr } from '@konnekt/shared/periods/deadline';
import { type PeriodType, periodContaining } from '@konnekt/shared/periods/period';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { countInvitable } from '#api/features/accounts/invite-many';
import { type AgencySettings, readAgency } from '#api/features/agency/settings.service';
import { countDocuments } from '#api/features/documents/document.service';
import { matchingEmployees } from '#api/features/employees/employee.service';
import { readInvoiceNews } from '#api/features/invoices/invoice.service';
import { countThreads } from '#api/features/messages/message.service';
import { countUnread } from '#api/features/notices/notice.service';
import { matchingSupervisors } from '#api/features/supervisors/supervisor.service';
import { findWaitsFor } from '#api/features/worksheets/worksheet.service';
import { countWaiting, readList, readToSend } from '#api/features/worksheets/worksheet-list.service';
import type { Db } from '#api/kit/database';
import type { Sight } from '#api/kit/visibility';
import { findFirstSteps } from './first-steps.repository.ts';
import {
  findReturns,
  listDue,
  listOwnDeadlines,
  listRunning,
  listSupervised,
  type Returned,
} from './home.repository.ts';

/** How much is new of what stands in the menu of every screen. */
export async function readNews(db: Db, sight: Sight): Promise<News> {
  const [messages, documents, unread] = await Promise.all([
    countThreads(db, sight),
    countDocuments(db, sight),
    countUnread(db, sight),
  ]);
  return { messages, documents, notices: { unread } };
}

/** What the home screen shows. A supervisor who also works here gets both parts. */
export async function readHome(db: Db, sight: Sight, now: Date): Promise<Home> {
  const { actor, today } = sight;
  const agency = await readAgency(db);
  const [own, employee, supervisor, office, messages, documents] = await Promise.all([
    isOffice(actor) ? [] : listOwnDeadlines(db, sight),
    actor.employeeId ? employeeHome(db, sight, agency) : null,
    actor.role === 'supervisor' ? supervisorHome(db, sight, agency) : null,
    isOffice(actor) ? officeHome(db, sight) : null,
    countThreads(db, sight),
    countDocuments(db, sight),
  ]);
  const [first, ...others] = own;
  return {
    today,
    deadline: earliestDeadline(
      now,
      first ? [ownOr(agency, first), ...others.map((one) => ownOr(agency, one))] : [agency],
    ),
    messages,
    documents,
    employee,
    supervisor,
    office,
  };
}

async function employeeHome(db: Db, sight: Sight, agency: AgencySettings): Promise<Home['employee']> {
  const { actor, today } = sight;
  const own = { employeeId: actor.employeeId ?? undefined, limit: 100 };
  const [placements, toFill, waiting, recent] = await Promise.all([
    listRunning(db, sight),
    readList(db, sight, { ...own, phase: 'to-fill' }),
    readList(db, sight, { ...own, status: 'submitted' }),
    readList(db, sight, { ...own, status: 'sent' }),
  ]);
  const declined = toFill.items.filter((row) => row.status === 'declined');
  const returns = await findReturns(
    db,
    declined.flatMap(({ id }) => id ?? []),
  );
  const waitsFor = await findWaitsFor(
    db,
    sight,
    waiting.items.flatMap(({ id }) => id ?? []),
  );
  const isCurrent = (row: WorksheetRow) => row.period.endsOn >= today;
  return {
    current: placements.map((placement) => {
      const period = periodContaining(placement.periodType, today, agency.weekFiftyThree);
      const rows = [...toFill.items, ...recent.items];
      const row = rows.find(
        (one) => one.placementId === placement.id && one.period.startsOn === period.startsOn && one.kind === 'regular',
      );
      return { placement, period, row: row?.id ? row : null };
    }),
    late: toFill.items.filter((row) => row.status !== 'declined' && !isCurrent(row)),
    returned: declined.flatMap((row) => {
      const why = returnOf(row, returns);
      return why ? [{ row, ...why }] : [];
    }),
    waiting: waiting.items.map((row) => ({ ...row, waitsFor: waitsFor.get(row.id ?? '') ?? [] })),
  };
}

async function supervisorHome(db: Db, sight: Sight, agency: AgencySettings): Promise<Home['supervisor']> {
  const dueFrom = (type: PeriodType) => duePeriod(type, sight.today, agency).startsOn;
  const [due, toApprove, toSend, organisations] = await Promise.all([
    listDue(db, sight, { week: dueFrom('week'), 'four-weeks': dueFrom('four-weeks'), month: dueFrom('month') }),
    readList(db, sight, { phase: 'to-approve', limit: 10 }),
    readToSend(db, sight, 10),
    listSupervised(db, sight),
  ]);
  const seesInvoices = organisations.some(({ maySeeInvoices }) => maySeeInvoices);
  const cameBack = toSend.items.flatMap(({ id, status }) => (status === 'declined' && id ? [id] : []));
  const returns = cameBack.length > 0 ? await findReturns(db, cameBack) : [];
  return {
    due,
    toApprove: {
      items: toApprove.items,
      total: toApprove.total,
      totalMinutes: toApprove.totalMinutes,
      workedMinutes: toApprove.workedMinutes,
    },
    toSend: { ...toSend, items: toSend.items.map((row) => ({ ...row, returned: returnOf(row, returns) })) },
    invoices: seesInvoices ? await readInvoiceNews(db, sight) : null,
    organisations,
  };
}

function returnOf(row: WorksheetRow, returns: Returned[]) {
  const why = returns.find(({ worksheetId }) => worksheetId === row.id);
  return why ? { reason: why.reason, by: why.by, at: why.at } : null;
}

async function officeHome(db: Db, sight: Sight): Promise<Home['office']> {
  const period = periodContaining('week', sight.today);
  const [thisPeriod, all, employees, supervisors, firstSteps] = await Promise.all([
    countWaiting(db, sight, { periodType: period.type, year: period.year, period: period.number }),
    countWaiting(db, sight, {}),
    countInvitable(db, matchingEmployees(sight, unreachedIn.employees)),
    countInvitable(db, matchingSupervisors(sight, unreachedIn.supervisors)),
    findFirstSteps(db),
  ]);
  const unreached = { employees: unreachedOf(employees), supervisors: unreachedOf(supervisors) };
  return { period, thisPeriod, all, unreached, firstSteps: firstSteps ?? null };
}

const unreachedOf = ({ expired, 'not-delivered': notDelivered }: Invitable): Unreached => ({
  'not-delivered': notDelivered,
  expired,
});
