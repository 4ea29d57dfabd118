import { Problem } from '#api/kit/problem';

/**
 * How much there can be of what people add to, and how fast it can be added: each far above what an agency needs, and counted from what
 * is stored. Those of one worksheet stand with its rules (worksheet.bounds.ts). docs/decisions/0019-bounds-of-lists.md
 */
export const bounds = {
  /** Mails with a link to one account, or with an offer, within an hour: nobody's mailbox is filled from here. */
  linksAnHour: 5,
  /** Invitations by one supervisor within an hour. */
  invitationsAnHour: 30,
  /** Log-ins of one account at the same time: the one that was used longest ago ends for the next. */
  sessions: 50,
  /** Files of one person that are being checked or written, and that they hand in within a day. */
  importsUnderWay: 3,
  importsADay: 300,
  /** Files that one person hands in within a day. */
  filesADay: 400,
  /** Those for documents: many payslips come one by one. */
  documentFilesADay: 6000,
  /** Rights at one organisation that hold or are to come: its colleagues are shown in one list. */
  rightsAtOrganisation: 500,
  /** Substitutes of one supervisor that stand in or are to. */
  substitutes: 400,
  /** Budget numbers of one client: who enters hours there chooses from all of them. */
  budgetNumbers: 2000,
  /** Hour types of the agency: who enters hours chooses from all of them. */
  hourTypes: 300,
  /** Exports of the agency: all of them are judged when a run closes. */
  exportDefinitions: 50,
  /** Messages of one person outside the office within an hour, each of which may be mailed; and of one thread, whose page shows them all. */
  messagesAnHour: 60,
  messagesOfThread: 500,
  /** Answers of the office that are kept, in one list. */
  answerTemplates: 100,
  /** Payments of one invoice, also those that were undone: its page shows them all. */
  paymentsOfInvoice: 200,
  /** Rates of one placement, of all hour types and days: its page shows them all. */
  ratesOfPlacement: 2000,
} as const;

/** Throws `list-full` where as many are there as there may be. */
export function refuseFull(count: number, most: number): void {
  if (count >= most) throw new Problem('list-full');
}

/** Throws `too-fast` while something has to wait. */
export function refuseWhile(secondsToWait: number | null | undefined): void {
  if (secondsToWait !== null && secondsToWait !== undefined && secondsToWait > 0)
    throw new Problem('too-fast', { retryAfterSeconds: secondsToWait });
}
