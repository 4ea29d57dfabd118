import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { type DeadlineRules, type NextDeadline, nextDeadline, ownOr } from '@konnekt/shared/periods/deadline';
import type { ReminderRule, Reminders, SavedReminders } from '@konnekt/shared/reminders/reminder.contract';
import { roundDue } from '@konnekt/shared/reminders/reminder.rules';
import { type ReminderRound, reminderMails, reminderRounds } from '@konnekt/shared/reminders/reminder.words';
import { readAgency } from '#api/features/agency/settings.service';
import { readPart, savePart } from '#api/features/agency/settings-part.service';
import { makeApprovalLinks } from '#api/features/approval-links/approval-link.service';
import { queueMails, readSender } from '#api/features/mail/mail.service';
import { countAll } from '#api/features/worksheets/worksheet-list.service';
import type { Author, Db, Transaction } from '#api/kit/database';
import type { Services } from '#api/kit/services';
import { reminderMail } from './reminder.mails.ts';
import type { Recipient, ReminderFilter } from './reminder.repository.ts';
import * as reminders from './reminder.repository.ts';
import * as waiting from './reminder-waiting.repository.ts';

type Reminding = Pick<Services, 'db' | 'now' | 'publicUrl' | 'wakeMail'>;

const usual = (isOn: boolean, weekday: number, hour: number): ReminderRule => ({
  ...{ isOn, weekday, minutes: hour * 60, textNl: null, textEn: null },
});
/** Before the usual deadline, the end of Monday. */
const usualRules: Reminders = {
  employees: usual(true, 1, 9),
  supervisors: usual(true, 1, 10),
  escalation: usual(false, 1, 14),
  office: usual(false, 1, 16),
};

export const readReminders = (db: Db) => readPart(db, 'reminders', usualRules);

export async function saveReminders(db: Db, author: Author, rules: SavedReminders): Promise<SavedReminders> {
  await savePart(db, author, 'reminders', rules);
  return readReminders(db);
}

/** Makes the rounds that are due, each once whatever happens, and drops what waits in the outbox and is asked of nobody any more. */
export async function remindByClock(services: Reminding): Promise<void> {
  const { db } = services;
  const now = services.now();
  const rules = await readReminders(db);
  const agency = await readAgency(db);
  for (const round of reminderRounds) {
    const dueAt = rules[round].isOn ? roundDue(now, rules[round]) : undefined;
    if (!dueAt) continue;
    await db.transaction(null, async (tx) => {
      if (!(await reminders.beginRound(tx, round, dueAt))) return;
      const mails = await remind(tx, services, { round, rule: rules[round], agency, now, filter: {} });
      await reminders.endRound(tx, round, dueAt, mails);
    });
  }
  await dropDone(db, calendarDayAt(now));
  services.wakeMail();
}

/** Reminds those of a filter now, by hand: how many were mailed. */
export async function remindNow(
  services: Reminding,
  author: Author,
  round: 'employees' | 'supervisors',
  filter: ReminderFilter,
): Promise<number> {
  const rule = (await readReminders(services.db))[round];
  // Read before: whoever holds a connection asks for no second one, or ten who press at once wait for each other.
  const agency = await readAgency(services.db);
  const asked = { round, rule, agency, now: services.now(), filter };
  const mails = await services.db.transaction(author, (tx) => remind(tx, services, asked));
  services.wakeMail();
  return mails;
}

interface Asked {
  round: ReminderRound;
  rule: ReminderRule;
  agency: Awaited<ReturnType<typeof readAgency>>;
  now: Date;
  filter: ReminderFilter;
}

async function remind(
  tx: Transaction,
  { db, publicUrl }: Reminding,
  { round, rule, agency, now, filter }: Asked,
): Promise<number> {
  await reminders.waitForTurn(tx);
  const recipients = await recipientsOf(tx, round, calendarDayAt(now), filter);
  if (recipients.length === 0) return 0;
  const sender = await readSender(tx);
  const waiting =
    round === 'office' ? await countAll(db, calendarDayAt(now)) : { toFill: 0, toApprove: 0, toFinalise: 0 };
  if (round === 'office' && waiting.toFill + waiting.toApprove + waiting.toFinalise === 0) return 0;
  await reminders.remindOnScreen(
    tx,
    round,
    recipients.map(({ personId }) => personId),
  );
  const found = recipients.filter(({ isMailed }) => isMailed).map((to) => ({ ...to, ...deadlinesOf(to, now, agency) }));
  const linkOf =
    round === 'supervisors' || round === 'escalation'
      ? await makeApprovalLinks(tx, {
          ...{ accounts: found, publicUrl },
          waiting: reminders.approvableByMail(calendarDayAt(now), round, filter),
        })
      : undefined;
  await queueMails(
    tx,
    found.map(({ clients, deadline, goodForHours, ...to }) => {
      const text = to.language === 'nl' ? rule.textNl : rule.textEn;
      const link = linkOf?.get(to.accountId);
      const mail = reminderMail({ sender, publicUrl, round, to, clients, deadline, text, waiting, link });
      const { email, language, accountId } = to;
      return { ...mail, kind: reminderMails[round], to: email, language, accountId, goodForHours };
    }),
  );
  return found.length;
}

/** Until when each client of a digest approves: who is reminded is told the first, and no more after the last. */
function deadlinesOf({ open }: Recipient, now: Date, agency: DeadlineRules) {
  const clients = open.map(({ organisationName, count, approveByWeekday, approveByMinutes }) => ({
    ...{ organisationName, count },
    deadline: nextDeadline(now, ownOr(agency, { approveByWeekday, approveByMinutes })),
  }));
  const inOrder = clients
    .map(({ deadline }) => deadline)
    .sort((one, other) => Date.parse(one.endsAt) - Date.parse(other.endsAt));
  const usual = nextDeadline(now, agency);
  return { clients, deadline: inOrder[0] ?? usual, goodForHours: hoursLeft(now, inOrder.at(-1) ?? usual) };
}

/** After the deadline nobody is reminded of it. */
const hoursLeft = (now: Date, { endsAt }: NextDeadline): number =>
  Math.max(1, Math.ceil((Date.parse(endsAt) - now.getTime()) / 3_600_000));

function recipientsOf(
  tx: Transaction,
  round: ReminderRound,
  today: string,
  filter: ReminderFilter,
): Promise<Recipient[]> {
  if (round === 'employees') return reminders.findLateEmployees(tx, today, filter);
  if (round === 'office') return reminders.findOffice(tx);
  return reminders.findApprovers(tx, today, round, filter);
}

/** A mail server that was away finds no reminder of what was done meanwhile. */
async function dropDone(db: Db, today: string): Promise<void> {
  for (const [round, kinds] of [
    ['employees', [reminderMails.employees]],
    ['supervisors', [reminderMails.supervisors, reminderMails.escalation]],
  ] as const) {
    await db.transaction(null, async (tx) => {
      if (!(await waiting.hasWaiting(tx, kinds))) return;
      const asked = await waiting.findAsked(tx, today, round);
      await waiting.dropDone(tx, kinds, asked);
    });
  }
}
