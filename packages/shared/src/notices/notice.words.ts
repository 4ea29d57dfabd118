import { type Actor, isOffice } from '../basics/actor.ts';

/** Where somebody hears of a kind. */
interface Heard {
  onScreen: boolean;
  byMail: boolean;
}
interface KindRules {
  /** What a notice of it opens. */
  opens: 'worksheet' | 'thread' | 'invoice' | 'document' | 'task';
  /** Where people hear of it who never chose. */
  byDefault: Heard;
  /** Who may be told, and so may choose. */
  isFor: (person: Pick<Actor, 'employeeId' | 'role'>) => boolean;
}

const isOutside: KindRules['isFor'] = ({ role }) => role === 'employee' || role === 'supervisor';
const isSupervisor: KindRules['isFor'] = ({ role }) => role === 'supervisor';
const worksHere: KindRules['isFor'] = ({ employeeId }) => employeeId !== null;

/**
 * What people are told of. A kind has texts on screen and in its mail, in both languages, and a test: without them it does not compile. What
 * opens a task reminds: its mail comes at an hour of its own (reminders/), never in the daily mail.
 */
export const noticeKinds = {
  'hours-sent-back': { opens: 'worksheet', byDefault: { onScreen: true, byMail: true }, isFor: worksHere },
  'hours-approved': { opens: 'worksheet', byDefault: { onScreen: true, byMail: false }, isFor: worksHere },
  message: { opens: 'thread', byDefault: { onScreen: true, byMail: true }, isFor: isOutside },
  /** The inbox is the office’s place for them. */
  'message-office': { opens: 'thread', byDefault: { onScreen: false, byMail: false }, isFor: isOffice },
  /** The client’s own address has it by mail. */
  'invoice-new': { opens: 'invoice', byDefault: { onScreen: true, byMail: false }, isFor: isSupervisor },
  document: { opens: 'document', byDefault: { onScreen: true, byMail: true }, isFor: () => true },
  'document-to-confirm': { opens: 'document', byDefault: { onScreen: true, byMail: true }, isFor: () => true },
  'reminder-hours': { opens: 'task', byDefault: { onScreen: true, byMail: true }, isFor: worksHere },
  'reminder-approve': { opens: 'task', byDefault: { onScreen: true, byMail: true }, isFor: isSupervisor },
  'reminder-office': { opens: 'task', byDefault: { onScreen: false, byMail: true }, isFor: isOffice },
} as const satisfies Record<string, KindRules>;
export type NoticeKind = keyof typeof noticeKinds;

export type NoticeSubject = KindRules['opens'];

/** The kinds that open this. */
type Opening<O extends KindRules['opens']> = {
  [K in NoticeKind]: (typeof noticeKinds)[K]['opens'] extends O ? K : never;
}[NoticeKind];
export type HoursNoticeKind = Opening<'worksheet'>;
export type ReminderKind = Opening<'task'>;
/** What is told with a title: of a thread, of an invoice its number, of a document its name. */
export type TitledNoticeKind = Opening<'thread' | 'invoice' | 'document'>;
export type DocumentNoticeKind = Opening<'document'>;
/** What is mailed as a notice: of what happened. */
export type NewsKind = Exclude<NoticeKind, ReminderKind>;

export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];
const kindsWhere = <K extends NoticeKind>(isOne: (kind: NoticeKind) => boolean) =>
  noticeKindNames.filter(isOne) as [K, ...K[]];

export const isReminder = (kind: NoticeKind): kind is ReminderKind => noticeKinds[kind].opens === 'task';
export const isOfHours = (kind: NoticeKind): kind is HoursNoticeKind => noticeKinds[kind].opens === 'worksheet';
export const isOfDocuments = (kind: NoticeKind): kind is DocumentNoticeKind => noticeKinds[kind].opens === 'document';
export const kindsThatOpen = (opens: NoticeSubject): NoticeKind[] =>
  kindsWhere((kind) => noticeKinds[kind].opens === opens);
export const hoursNoticeKinds = kindsWhere<HoursNoticeKind>(isOfHours);
export const reminderKinds = kindsWhere<ReminderKind>(isReminder);
export const newsKinds = kindsWhere<NewsKind>((kind) => !isReminder(kind));
export const titledNoticeKinds = kindsWhere<TitledNoticeKind>((kind) =>
  ['thread', 'invoice', 'document'].includes(noticeKinds[kind].opens),
);

/** The kinds that this person may be told of, and chooses about. */
export const noticeKindsOf = (person: Pick<Actor, 'employeeId' | 'role'>): NoticeKind[] =>
  noticeKindNames.filter((kind) => noticeKinds[kind].isFor(person));

/** Read at once, at most; who names none reads all. */
export const mostNoticesRead = 500;

/** The local hour in Amsterdam at which somebody hears by mail what happened in the day before, where they chose one mail a day. */
export const dailyMailHour = 7;

/** What the screen of notices shows. */
export const noticeViews = ['all', 'unread'] as const;
export type NoticeView = (typeof noticeViews)[number];
