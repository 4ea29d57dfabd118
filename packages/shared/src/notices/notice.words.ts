import type { Actor } from '../basics/actor.ts';

interface KindRules {
  /** Where people hear of it who never chose. */
  byDefault: NoticeChoice;
  /** Who may be told, and so may choose. */
  isFor: (person: Pick<Actor, 'employeeId'>) => boolean;
}
interface NoticeChoice {
  onScreen: boolean;
  byMail: boolean;
}

const worksHere: KindRules['isFor'] = ({ employeeId }) => employeeId !== null;

/** What people are told of. A kind has texts on screen and in its mail, in both languages: without them it does not compile. */
export const noticeKinds = {
  'hours-sent-back': { byDefault: { onScreen: true, byMail: true }, isFor: worksHere },
  'hours-approved': { byDefault: { onScreen: true, byMail: false }, isFor: worksHere },
} as const satisfies Record<string, KindRules>;
export type NoticeKind = keyof typeof noticeKinds;

export const noticeKindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

/** The kinds that this person may be told of. */
export const noticeKindsOf = (person: Pick<Actor, 'employeeId'>): NoticeKind[] =>
  noticeKindNames.filter((kind) => noticeKinds[kind].isFor(person));

/** Read at once, at most; who names none reads all. */
export const mostNoticesRead = 500;
