import { describe, expect, it } from 'vitest';
import { absencesIn, type CopyOver, type CopyWhat, copyPrevious, replacedBy } from './copy-previous.ts';
import { readSheet } from './read-sheet.ts';
import type { TypedSheet } from './sheet.ts';
import { line, normal, overtime, rules, sick, typed } from './sheet-test-data.ts';

const hourType = (id: string) => ({
  id,
  code: id.slice(-1),
  nameNl: id,
  nameEn: id,
  kind: 'normal' as const,
  unit: 'hours' as const,
  isWorked: true,
});
const source = {
  openFrom: '2026-11-16',
  openUntil: '2026-11-20',
  hourTypes: [hourType(normal), hourType(overtime)],
  from: '2026-11-09',
  to: '2026-11-16',
  budgetNumber: null,
  lines: [
    line('2026-11-09', 480, { remark: 'Ingewerkt' }),
    line('2026-11-09', 60, { hourTypeId: overtime, budgetNumber: 'BN-1' }),
    line('2026-11-10', 240, { startsAt: '08:00', endsAt: '12:00', breakMinutes: 0 }),
    line('2026-11-11', 480, { hourTypeId: sick }),
    line('2026-11-14', 300),
  ].map((one, index) => ({ number: index + 1, ...one })),
};
const copy = (sheet: TypedSheet, what: CopyWhat, over: CopyOver = 'all') =>
  copyPrevious(sheet, source, what, over, 'nl');
const linesOf = (sheet: TypedSheet) =>
  readSheet(sheet, rules).lines.map(({ date, hourTypeId, minutes }) => [date, hourTypeId, minutes]);

describe('copying the last week', () => {
  it('leaves who was ill or free last week at work this week, unless somebody asks', () => {
    const hourTypes = [...source.hourTypes, { ...hourType(sick), kind: 'sick' as const }];
    const ill = { ...source, hourTypes };
    expect(absencesIn(ill)).toEqual([sick]);
    const days = (absences?: ReadonlySet<string>) =>
      linesOf(copyPrevious(typed({}), { ...ill, ...(absences && { absences }) }, 'hours', 'all', 'nl')).map(
        ([date, type]) => [date, type],
      );
    expect(days()).not.toContainEqual(['2026-11-18', sick]);
    expect(days(new Set([sick]))).toContainEqual(['2026-11-18', sick]);
  });

  it('puts its hours on the same weekdays; not on closed days, nor of hour types that are gone', () => {
    const copied = copy(typed({}), 'hours');
    expect(linesOf(copied)).toEqual([
      ['2026-11-16', normal, 480],
      ['2026-11-16', overtime, 60],
      ['2026-11-17', normal, 240],
    ]);
    expect(readSheet(copied, rules).lines).toMatchObject([
      { remark: null },
      { budgetNumber: 'BN-1' },
      { startsAt: '08:00', endsAt: '12:00' },
    ]);
  });

  it('copies rows without hours', () => {
    const copied = copy(typed({}), 'rows');
    expect(linesOf(copied)).toEqual([]);
    expect(copied.rows.map(({ hourTypeId }) => hourTypeId)).toEqual([normal, overtime]);
  });

  it('keeps what is typed when only empty fields are filled', () => {
    const sheet = typed({ '2026-11-16': '6' });
    expect(replacedBy(sheet, source)).toBe(1);
    expect(linesOf(copy(sheet, 'hours', 'empty'))[0]).toEqual(['2026-11-16', normal, 360]);
    expect(linesOf(copy(sheet, 'hours', 'all'))[0]).toEqual(['2026-11-16', normal, 480]);
  });

  it('never takes hours away with rows only', () => {
    const sheet = typed({ '2026-11-16': '6', '2026-11-20': '8 or so' });
    expect(copy(sheet, 'rows').cells).toMatchObject(sheet.cells);
  });
});
