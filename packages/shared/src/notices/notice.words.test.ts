import { describe, expect, it } from 'vitest';
import { type NoticeKind, noticeKinds, noticeKindsOf } from './notice.words.ts';

/** Each kind says here who hears of it, and where when they never chose. */
const expected: Record<NoticeKind, { screen: boolean; mail: boolean; employee: boolean; others: boolean }> = {
  'hours-sent-back': { screen: true, mail: true, employee: true, others: false },
  'hours-approved': { screen: true, mail: false, employee: true, others: false },
};

describe.each(Object.entries(expected))('%s', (name, { screen, mail, employee, others }) => {
  const kind = name as NoticeKind;
  it('is heard where it is expected', () => {
    expect(noticeKinds[kind].byDefault).toEqual({ onScreen: screen, byMail: mail });
  });
  it('is told to whom it concerns', () => {
    expect(noticeKindsOf({ employeeId: 'x', role: 'employee' }).includes(kind)).toBe(employee);
    expect(noticeKindsOf({ employeeId: null, role: 'supervisor' }).includes(kind)).toBe(others);
  });
});
