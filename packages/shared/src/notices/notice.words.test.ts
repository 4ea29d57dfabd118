import { describe, expect, it } from 'vitest';
import { type NoticeKind, noticeKinds, noticeKindsOf } from './notice.words.ts';

/** Each kind says here who hears of it, and where when they never chose. */
const expected: Record<
  NoticeKind,
  { screen: boolean; mail: boolean; employee: boolean; others: boolean; office?: boolean }
> = {
  'hours-sent-back': { screen: true, mail: true, employee: true, others: false },
  'hours-approved': { screen: true, mail: false, employee: true, others: false },
  message: { screen: true, mail: true, employee: true, others: true },
  'message-office': { screen: false, mail: false, employee: false, others: false, office: true },
  'invoice-new': { screen: true, mail: false, employee: false, others: true },
  document: { screen: true, mail: true, employee: true, others: true, office: true },
  'document-to-confirm': { screen: true, mail: true, employee: true, others: true, office: true },
  'reminder-hours': { screen: true, mail: true, employee: true, others: false },
  'reminder-approve': { screen: true, mail: true, employee: false, others: true },
  'reminder-office': { screen: false, mail: true, employee: false, others: false, office: true },
};

describe.each(Object.entries(expected))('%s', (name, { screen, mail, employee, others, office = false }) => {
  const kind = name as NoticeKind;
  it('is heard where it is expected', () => {
    expect(noticeKinds[kind].byDefault).toEqual({ onScreen: screen, byMail: mail });
  });
  it('is told to whom it concerns', () => {
    expect(noticeKindsOf({ employeeId: 'x', role: 'employee' }).includes(kind)).toBe(employee);
    expect(noticeKindsOf({ employeeId: null, role: 'supervisor' }).includes(kind)).toBe(others);
    expect(noticeKindsOf({ employeeId: null, role: 'staff' }).includes(kind)).toBe(office);
  });
});
