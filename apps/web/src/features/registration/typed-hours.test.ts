import { describe, expect, it } from 'vitest';
import {
  hoursKey,
  hoursWithoutSent,
  perDay,
  problemsAt,
  readTyped,
  saysTheSame,
  type TypedHours,
  typedFrom,
  withoutDays,
} from './typed-hours.ts';

const normal = '01900000-0000-7000-8000-000000000001';
const overtime = '01900000-0000-7000-8000-000000000002';
const rules = {
  period: { type: 'week' as const, year: 2026, number: 47, startsOn: '2026-11-16', endsOn: '2026-11-22' },
  needsBudgetNumber: false,
  placement: {
    id: 'p',
    employeeId: 'e',
    employeeName: '',
    organisationId: 'o',
    organisationName: '',
    functionName: '',
    startsOn: '2026-01-01',
    endsOn: null,
    periodType: 'week' as const,
    basis: 'flexible' as const,
    hoursBy: 'supervisor' as const,
    entryMode: 'totals' as const,
    plannedMinutes: 2400,
    budgetNumber: null,
  },
};
const line = (minutes: number, more = {}) => ({
  number: 1,
  hourTypeId: normal,
  date: null,
  minutes,
  quantity: null,
  startsAt: null,
  endsAt: null,
  breakMinutes: null,
  budgetNumber: null,
  remark: null,
  ...more,
});
const typed = (cells: Record<string, string>, more: Partial<TypedHours> = {}): TypedHours => ({
  by: 'period',
  cells,
  budgetNumber: '',
  remark: '',
  ...more,
});

describe('hours as they are typed', () => {
  it('become lines of the period, in every way that people write hours; nothing and zero are no line', () => {
    const read = readTyped(typed({ [hoursKey(normal, null)]: '37,5', [hoursKey(overtime, null)]: '0' }), null, rules);
    expect(read.lines).toMatchObject([{ hourTypeId: normal, date: null, minutes: 2250 }]);
    expect(read.problems).toEqual([]);
    for (const text of ['7:30', '7.5', '7u30']) {
      expect(readTyped(typed({ [hoursKey(normal, null)]: text }), null, rules).totalMinutes).toBe(450);
    }
  });

  it('come back as the same texts, and the same lines again', () => {
    const stored = { lines: [line(2250), line(75, { hourTypeId: overtime })], remark: 'Rustig' };
    const again = readTyped(typedFrom(stored, null, 'nl'), stored, rules);
    expect(typedFrom(stored, null, 'nl').cells[hoursKey(normal, null)]).toBe('37,50');
    expect(saysTheSame(again, stored)).toBe(true);
  });

  it('keep what this screen does not show of a cell that was not touched', () => {
    const shift = { date: '2026-11-16', startsAt: '08:00', endsAt: '16:30', breakMinutes: 30, remark: 'Vroeg' };
    const stored = {
      lines: [line(480, { ...shift, budgetNumber: 'A' }), line(60, { date: '2026-11-17', budgetNumber: 'B' })],
      remark: null,
    };
    const before = typedFrom(stored, null, 'nl');
    expect(before).toMatchObject({ by: 'days', budgetNumber: '' });
    const changed = { ...before, cells: { ...before.cells, [hoursKey(normal, '2026-11-17')]: '2' } };
    expect(readTyped(changed, stored, rules).lines).toMatchObject([
      { ...shift, budgetNumber: 'A', minutes: 480 },
      { date: '2026-11-17', minutes: 120 },
    ]);
  });

  it('name what is wrong at its cell', () => {
    const key = hoursKey(normal, null);
    const codeOf = (text: string) => readTyped(typed({ [key]: text }), null, rules).problems;
    expect(codeOf('-4')).toEqual([{ key, code: 'hours-negative' }]);
    expect(codeOf('acht')).toEqual([{ key, code: 'hours-not-understood' }]);
    expect(codeOf('169')).toEqual([{ key, code: 'period-overfull' }]);
    const monday = hoursKey(normal, '2026-11-16');
    expect(readTyped(typed({ [monday]: '25' }), null, rules).problems).toEqual([{ key: monday, code: 'day-overfull' }]);
  });

  it('ask for a budget number where the organisation does, once there are hours', () => {
    const strict = { ...rules, needsBudgetNumber: true };
    const cells = { [hoursKey(normal, null)]: '8' };
    expect(readTyped(typed({}), null, strict).problems).toEqual([]);
    expect(readTyped(typed(cells), null, strict).problems).toEqual([
      { key: 'budgetNumber', code: 'budget-number-missing' },
    ]);
    const read = readTyped(typed(cells, { budgetNumber: ' BN-1 ' }), null, strict);
    expect(read.problems).toEqual([]);
    expect(read.lines).toMatchObject([{ budgetNumber: 'BN-1' }]);
  });

  it('of days become one number for the period', () => {
    const days = typed(
      { [hoursKey(normal, '2026-11-16')]: '8', [hoursKey(normal, '2026-11-17')]: '7:30' },
      { by: 'days' },
    );
    expect(withoutDays(days, 'nl')).toMatchObject({ by: 'period', cells: { [hoursKey(normal, null)]: '15,50' } });
  });

  it('become days again as long as their sum is not changed', () => {
    const cells = { [hoursKey(normal, '2026-11-16')]: '4', [hoursKey(normal, '2026-11-17')]: '3,5' };
    const whole = withoutDays(typed(cells, { by: 'days' }), 'nl');
    expect(perDay(whole, 'nl')).toMatchObject({ by: 'days', cells });
    const sameSum = { ...whole, cells: { [hoursKey(normal, null)]: '7:30' } };
    expect(perDay(sameSum, 'nl')).toMatchObject({ by: 'days', cells });
    const other = { ...whole, cells: { [hoursKey(normal, null)]: '8' } };
    expect(perDay(other, 'nl')).toMatchObject({ by: 'days', cells: other.cells });
    expect(perDay(other, 'nl').days).toBeUndefined();
  });

  it('to be added hold, once they were sent, only what was typed since', () => {
    const sent = typed({ [hoursKey(normal, null)]: '2' }, { remark: 'Inventaris', budgetNumber: 'BN-1' });
    const now = { ...sent, cells: { ...sent.cells, [hoursKey(overtime, null)]: '3' } };
    expect(hoursWithoutSent(now, sent)).toEqual(typed({ [hoursKey(overtime, null)]: '3' }, { budgetNumber: 'BN-1' }));
  });

  it('find back where the API saw something wrong', () => {
    const errors = [
      { pointer: '/lines/1/minutes', code: 'period-overfull' },
      { pointer: '/lines/0/budgetNumber', code: 'budget-number-missing' },
      { pointer: '/remark', code: 'text-too-long' },
    ];
    expect(problemsAt(errors, ['a@', 'b@'])).toEqual([
      { key: 'b@', code: 'period-overfull' },
      { key: 'budgetNumber', code: 'budget-number-missing' },
      { key: 'remark', code: 'text-too-long' },
    ]);
  });
});
