import { type Actor, isOffice } from '../basics/actor.ts';

interface KindRules {
  /** Where people hear of it who never chose. */
  byDefault: NoticeChoice;
  /** Who may be told, and so may choose. */
  isFor: (person: Pick<Actor, 'employeeId' | 'role'>) => boolean;
}
interface NoticeChoice {
  onScreen: boolean;
  byMail: boolean;
}

const isOutside: KindRules['isFor'] = ({ role }) => role === 'employee' || role === 'supervisor';
const worksHere: KindRules['isFor'] = ({ employeeId }) => employeeId !== null;

/** What people are told of. A kind has texts on screen and in its mail, in both languages: without them it does not compile. */
export const noticeKinds = {
  'hours-sent-back': { byDefault: { onScreen: true, byMail: true }, isFor: worksHere },
  'hours-approved': { byDefault: { onScreen: true, byMail: false }, isFor: worksHere },
  message: { byDefault: { onScreen: true, byMail: true }, isFor: isOutside },
  /** The inbox is the office’s place for them. */
  'message-office': { byDefault: { onScreen: false, byMail: false }, isFor: isOffice },
} as const satisfies Record<string, KindRules>;
export type NoticeKind = keyof typeof noticeKinds;

/** What tells of messages, and opens a thread; the rest tells of hours. */
export type MessageNoticeKind = 'message' | 'message-office';
export const isOfMessages = (kind: NoticeKind): kind is MessageNoticeKind =>
  kind === 'message' || kind === 'message-office';
export type HoursNoticeKind = Exclude<NoticeKind, MessageNoticeKind>;

export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

/** The kinds that this person may be told of. */
export const noticeKindsOf = (person: Pick<Actor, 'employeeId' | 'role'>): NoticeKind[] =>
  noticeKindNames.filter((kind) => noticeKinds[kind].isFor(person));

/** What people are reminded of by mail alone; each may switch it off. */
const reminderKinds = {
  'reminder-hours': { byDefault: { onScreen: false, byMail: true }, isFor: worksHere },
  'reminder-approve': { byDefault: { onScreen: false, byMail: true }, isFor: ({ role }) => role === 'supervisor' },
  'reminder-office': { byDefault: { onScreen: false, byMail: true }, isFor: isOffice },
} as const satisfies Record<string, KindRules>;

/** All that a person may choose about. */
export const choices = { ...noticeKinds, ...reminderKinds } satisfies Record<string, KindRules>;
export type ChoiceKind = keyof typeof choices;
export const choiceKindNames = Object.keys(choices) as [ChoiceKind, ...ChoiceKind[]];
export const choiceKindsOf = (person: Pick<Actor, 'employeeId' | 'role'>): ChoiceKind[] =>
  choiceKindNames.filter((kind) => choices[kind].isFor(person));
export const isReminder = (kind: ChoiceKind): kind is keyof typeof reminderKinds => kind in reminderKinds;

/** Read at once, at most; who names none reads all. */
export const mostNoticesRead = 500;
