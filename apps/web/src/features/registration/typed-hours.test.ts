import { hourUnits } from '@konnekt/shared/hour-types/hour-type.words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameContent } from '../hours/parts/same-content.ts';
import { withoutSent } from '../hours/parts/same-text.ts';
import { inHours, type TypedSheet, type UnitOf } from '../hours/parts/sheet.ts';
import { perDay, withoutDays } from './typed-days.ts';
import { type HoursRules, hoursKey, readTyped, textAt, typedFrom, withText } from './typed-hours.ts';
import { isSaidAtOnce, problemsAt } from './typed-problems.ts';

const normal = '01900000-0000-7000-8000-000000000001';
const overtime = '01900000-0000-7000-8000-000000000002';
const rules: HoursRules = {
  period: { type: 'week' as const, year: 2026, number: 47, startsOn: '2026-11-16', endsOn: '2026-11-22' },
  needsBudgetNumber: false,
  budgetNumbers: [],
  unitOf: inHours,
  sent: [],
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
  date: null as string | null,
  minutes,
  quantity: null as number | null,
  startsAt: null,
  endsAt: null,
  breakMinutes: null,
  budgetNumber: null,
  remark: null,
  ...more,
});
const typed = (cells: Record<string, string>, more: Partial<TypedSheet> = {}): TypedSheet => ({
  ...Object.entries(cells).reduce((sheet, [key, text]) => withText(sheet, key, text), {
    rows: [],
    cells: {},
    remark: '',
    budgetNumber: '',
  } as TypedSheet),
  ...more,
});
const texts = (sheet: TypedSheet) =>
  Object.fromEntries(Object.keys(sheet.cells).map((key) => [key, textAt(sheet, key)]));

describe('hours as they are typed', () => {
  it('become lines of the period, in every way that people write hours; nothing and zero are no line', () => {
    const read = readTyped(typed({ [hoursKey(normal, null)]: '37,5', [hoursKey(overtime, null)]: '0' }), rules);
    expect(read.lines).toMatchObject([{ hourTypeId: normal, date: null, minutes: 2250 }]);
    expect(read.problems).toEqual([]);
    for (const text of ['7:30', '7.5', '7u30', '7:30:00', '7 1/2']) {
      expect(readTyped(typed({ [hoursKey(normal, null)]: text }), rules).totalMinutes).toBe(450);
    }
  });

  it('come back as the same texts, and the same lines again', () => {
    const stored = { lines: [line(2250), line(75, { hourTypeId: overtime })], remark: 'Rustig' };
    const again = readTyped(typedFrom(stored, null, 'nl', inHours), rules);
    expect(textAt(typedFrom(stored, null, 'nl', inHours), hoursKey(normal, null))).toBe('37,50');
    expect(isSameContent(again, stored)).toBe(true);
  });

  it('keep what this screen does not show of a cell that was not touched', () => {
    const shift = { date: '2026-11-16', startsAt: '08:00', endsAt: '16:30', breakMinutes: 30, remark: 'Vroeg' };
    const stored = {
      lines: [line(480, { ...shift, budgetNumber: 'A' }), line(60, { date: '2026-11-17', budgetNumber: 'B' })],
      remark: null,
    };
    const before = typedFrom(stored, null, 'nl', inHours);
    expect(before).toMatchObject({ perDay: true, budgetNumber: '' });
    const changed = withText(before, hoursKey(normal, '2026-11-17'), '2');
    expect(readTyped(changed, rules).lines).toMatchObject([
      { ...shift, budgetNumber: 'A', minutes: 480 },
      { date: '2026-11-17', minutes: 120 },
    ]);
    // Typed anew, it says the same: the times are there again.
    const again = withText(
      withText(changed, hoursKey(normal, '2026-11-16'), '7'),
      hoursKey(normal, '2026-11-16'),
      '8:00',
    );
    expect(readTyped(again, rules).lines[0]).toMatchObject({ ...shift, minutes: 480 });
  });

  it('in every unit read back as what was stored, whatever it is', () => {
    const unitOf: UnitOf = (id) => hourUnits[Number(id.at(-1))] ?? 'hours';
    const anyLine = fc
      .record({
        unit: fc.integer({ min: 0, max: hourUnits.length - 1 }),
        date: fc.option(fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18')),
        amount: fc.integer({ min: 1, max: 60 }),
        budgetNumber: fc.option(fc.constantFrom('A', 'B')),
        remark: fc.option(fc.constant('Later')),
      })
      .map(({ unit, amount, ...more }) =>
        line(unit === 0 ? amount : 0, { hourTypeId: `t${unit}`, quantity: unit === 0 ? null : amount, ...more }),
      );
    fc.assert(
      fc.property(
        fc.array(anyLine, { maxLength: 20 }),
        fc.constantFrom('nl' as const, 'en' as const),
        (lines, language) => {
          const stored = { lines, remark: null };
          const read = readTyped(typedFrom(stored, null, language, unitOf), { ...rules, unitOf });
          expect(isSameContent(read, stored)).toBe(true);
        },
      ),
    );
  });

  it('name what is wrong at its cell', () => {
    const key = hoursKey(normal, null);
    const codeOf = (text: string) => readTyped(typed({ [key]: text }), rules).problems;
    expect(codeOf('-4')).toEqual([{ key, field: 'hours', code: 'hours-negative' }]);
    expect(codeOf('acht')).toEqual([{ key, field: 'hours', code: 'hours-not-understood' }]);
    expect(codeOf('€ 7,50')).toEqual([{ key, field: 'hours', code: 'hours-are-money' }]);
    expect(codeOf('169')).toEqual([{ key, field: 'hours', code: 'period-overfull' }]);
    const monday = hoursKey(normal, '2026-11-16');
    expect(readTyped(typed({ [monday]: '25' }), rules).problems).toEqual([
      { key: monday, field: 'hours', code: 'day-overfull' },
    ]);
  });

  it('are judged together with what was sent of the period', () => {
    const key = hoursKey(normal, '2026-11-16');
    const sent = [line(20 * 60, { date: '2026-11-16' })];
    expect(readTyped(typed({ [key]: '4' }), { ...rules, sent }).problems).toEqual([]);
    expect(readTyped(typed({ [key]: '5' }), { ...rules, sent }).problems).toEqual([
      { key, field: 'hours', code: 'day-overfull' },
    ]);
  });

  it('ask for a budget number where the organisation does, once there are hours', () => {
    const strict = { ...rules, needsBudgetNumber: true };
    const cells = { [hoursKey(normal, null)]: '8' };
    expect(readTyped(typed({}), strict).problems).toEqual([]);
    expect(readTyped(typed(cells), strict).problems).toEqual([
      { key: 'budgetNumber', field: 'budgetNumber', code: 'budget-number-missing' },
    ]);
    const read = readTyped(typed(cells, { budgetNumber: ' BN-1 ' }), strict);
    expect(read.problems).toEqual([]);
    expect(read.lines).toMatchObject([{ budgetNumber: 'BN-1' }]);
  });

  it('mark a budget number that is none of the list of the client', () => {
    const listed = { ...rules, budgetNumbers: [{ number: 'BN-1' }] };
    const problems = (budgetNumber: string) =>
      readTyped(typed({ [hoursKey(normal, null)]: '8' }, { budgetNumber }), listed).problems;
    expect(problems('bn-1')).toEqual([]);
    expect(problems('BN-2')).toEqual([{ key: 'budgetNumber', field: 'budgetNumber', code: 'budget-number-unknown' }]);
    expect(problems('BN-2').filter(isSaidAtOnce)).toHaveLength(1);
  });

  it('say of a budget number that is missing when it is sent, not before', () => {
    const strict = { ...rules, needsBudgetNumber: true };
    const { problems } = readTyped(typed({ [hoursKey(normal, null)]: '8' }), strict);
    expect(problems.map(({ code }) => code)).toEqual(['budget-number-missing']);
    expect(problems.filter(isSaidAtOnce)).toEqual([]);
  });

  it('of days become one number for the period', () => {
    const days = typed({ [hoursKey(normal, '2026-11-16')]: '8', [hoursKey(normal, '2026-11-17')]: '7:30' });
    expect(days.perDay).toBe(true);
    const whole = withoutDays(days, 'nl', inHours);
    expect(whole.perDay).toBe(false);
    expect(texts(whole)).toEqual({ [hoursKey(normal, null)]: '15,50' });
  });

  it('become days again as long as their sum is not changed', () => {
    const cells = { [hoursKey(normal, '2026-11-16')]: '4', [hoursKey(normal, '2026-11-17')]: '3,5' };
    const whole = withoutDays(typed(cells), 'nl', inHours);
    expect(texts(perDay(whole, 'nl', inHours))).toEqual(cells);
    expect(texts(perDay(withText(whole, hoursKey(normal, null), '7:30'), 'nl', inHours))).toEqual(cells);
    const other = withText(whole, hoursKey(normal, null), '8');
    expect(texts(perDay(other, 'nl', inHours))).toEqual({ [hoursKey(normal, null)]: '8' });
    expect(perDay(other, 'nl', inHours).days).toBeUndefined();
  });

  it('to be added hold, once they were sent, only what was typed since', () => {
    const sent = typed({ [hoursKey(normal, null)]: '2' }, { remark: 'Inventaris', budgetNumber: 'BN-1' });
    const since = withoutSent(withText(sent, hoursKey(overtime, null), '3'), sent);
    expect(texts(since)).toEqual({ [hoursKey(overtime, null)]: '3' });
    expect(since).toMatchObject({ remark: '', budgetNumber: 'BN-1' });
  });

  it('find back where the API saw something wrong', () => {
    const errors = [
      { pointer: '/lines/1/minutes', code: 'period-overfull' },
      { pointer: '/lines/0/budgetNumber', code: 'budget-number-missing' },
      { pointer: '/remark', code: 'text-too-long' },
    ];
    expect(problemsAt(errors, ['a@', 'b@'])).toEqual([
      { key: 'b@', field: 'hours', code: 'period-overfull' },
      { key: 'budgetNumber', field: 'budgetNumber', code: 'budget-number-missing' },
      { key: 'remark', field: 'remark', code: 'text-too-long' },
    ]);
  });
});
