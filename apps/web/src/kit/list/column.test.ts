import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, leavingSteps, nextSort, sorted } from './column.ts';

const column = (part: Partial<Column<number>>): Column<number> => ({ id: 'a', header: 'A', cell: String, ...part });
const byNumber = (one: number, other: number) => one - other;

describe('sorting by a column', () => {
  it('puts rows in its order, and in the opposite one behind a minus', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (rows) => {
        const columns = [column({ compare: byNumber })];
        expect(sorted(rows, columns, 'a')).toEqual(rows.toSorted(byNumber));
        expect(sorted(rows, columns, '-a')).toEqual(rows.toSorted((one, other) => other - one));
      }),
    );
  });

  it('leaves rows as they are for a name that no column has', () => {
    expect(sorted([3, 1, 2], [column({ compare: byNumber })], 'x')).toEqual([3, 1, 2]);
  });

  it('turns the order around at the second press, the largest first where that is what one looks for', () => {
    expect([nextSort(column({}), 'b'), nextSort(column({}), 'a'), nextSort(column({}), '-a')]).toEqual([
      'a',
      '-a',
      'a',
    ]);
    expect(nextSort(column({ isLargestFirst: true }), 'b')).toBe('-a');
    expect(nextSort(column({ isLargestFirst: true }), '-a')).toBe('a');
  });
});

it('columns leave by rank, the highest first; one without a rank stays', () => {
  const columns = [{ id: 'name' }, { id: 'a', rank: 1 }, { id: 'b', rank: 2 }, { id: 'c', rank: 2 }];
  expect(leavingSteps(columns).map((gone) => [...gone])).toEqual([[], ['b', 'c'], ['a', 'b', 'c']]);
});
