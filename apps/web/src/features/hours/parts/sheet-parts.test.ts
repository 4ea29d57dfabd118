import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOfLines } from './cells-of-lines.ts';
import { readSheet } from './read-sheet.ts';
import { isSameContent } from './same-content.ts';
import { blankCell, cellKey, inHours, rowFreeOn, setCell, type TypedSheet } from './sheet.ts';
import { asNumbers, inParts, withOwnNumbers } from './sheet-parts.ts';

const rules = {
  period: { startsOn: '2026-11-23', endsOn: '2026-11-29' },
  placement: { startsOn: '2026-01-01', endsOn: null },
};
const line = (more: Partial<HourLineInput>): HourLineInput => ({
  ...{ hourTypeId: 'n', date: '2026-11-23', minutes: 60, quantity: null, startsAt: null, endsAt: null },
  ...{ breakMinutes: null, budgetNumber: null, remark: null },
  ...more,
});
const sheetOf = (lines: HourLineInput[]): TypedSheet =>
  cellsOfLines(lines, 'nl').reduce<TypedSheet>(
    (sheet, { hourTypeId, date, cell }) => {
      const free = rowFreeOn(sheet, hourTypeId, date);
      return setCell(free.sheet, cellKey(free.rowId, date), cell);
    },
    { rows: [], cells: {}, remark: '' },
  );
const numbers = (sheet: TypedSheet) => asNumbers(sheet, inHours, 'nl');
const parts = (sheet: TypedSheet) => inParts(sheet, inHours, 'nl');

const someLine = fc
  .record({
    hourTypeId: fc.constantFrom('n', 'o'),
    day: fc.integer({ min: 0, max: 6 }),
    hours: fc.integer({ min: 1, max: 3 }),
    remark: fc.constantFrom(null, 'Spoed'),
    budgetNumber: fc.constantFrom(null, 'BN-1', 'BN-2'),
    isByTimes: fc.boolean(),
  })
  .map(({ hourTypeId, day, hours, isByTimes, ...words }) =>
    line({
      ...{ hourTypeId, minutes: hours * 60, date: `2026-11-${23 + day}`, ...words },
      ...(isByTimes && { startsAt: '08:00', endsAt: `${String(8 + hours).padStart(2, '0')}:00`, breakMinutes: 0 }),
    }),
  );

describe('a sheet as numbers and in its parts', () => {
  it('says the same in both, however often it is shown in the other', () => {
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 12 }), (lines) => {
        const content = (sheet: TypedSheet) => readSheet(sheet, rules);
        const sheet = sheetOf(lines);
        const asTyped = content(sheet);
        for (const other of [numbers(sheet), parts(numbers(sheet)), numbers(parts(numbers(sheet)))])
          expect(isSameContent(content(other), asTyped)).toBe(true);
        const keys = Object.keys(numbers(sheet).cells);
        expect(new Set(keys).size).toBe(new Set(lines.map(({ hourTypeId, date }) => `${hourTypeId} ${date}`)).size);
        expect(numbers(numbers(sheet))).toEqual(numbers(sheet));
      }),
    );
  });

  it('keeps what is being typed and cannot be added up yet', () => {
    const shift = { ...blankCell('times', null), start: '7', remark: 'Vroeg' };
    const sheet: TypedSheet = {
      rows: [{ id: 'n.1', hourTypeId: 'n' }],
      cells: { 'n.1@2026-11-23': shift },
      remark: '',
    };
    expect(numbers(sheet).cells['n.1@2026-11-23']).toMatchObject({ by: 'hours', hours: '7 – ?', of: [shift] });
    expect(parts(numbers(sheet)).cells['n.1@2026-11-23']).toEqual(shift);
  });

  it('goes by another number that was typed over the parts, and keeps what the only one had', () => {
    const sheet = numbers(sheetOf([line({ remark: 'Spoed' })]));
    const typed = setCell(sheet, 'n.1@2026-11-23', { ...sheet.cells['n.1@2026-11-23'], hours: '2' } as never);
    expect(parts(typed).cells['n.1@2026-11-23']).toMatchObject({ by: 'hours', hours: '2', remark: 'Spoed' });
  });

  it('gives each line the budget number of all once one of them has its own', () => {
    const sheet = { ...sheetOf([line({}), line({ date: '2026-11-24' })]), budgetNumber: 'BN-1' };
    expect(withOwnNumbers(sheet)).toBe(sheet);
    const own = setCell(sheet, 'n.1@2026-11-24', { ...blankCell('hours', 'BN-2'), hours: '1' });
    expect(withOwnNumbers(own)).toMatchObject({
      budgetNumber: '',
      cells: { 'n.1@2026-11-23': { budgetNumber: 'BN-1' }, 'n.1@2026-11-24': { budgetNumber: 'BN-2' } },
    });
  });
});
