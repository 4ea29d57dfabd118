import { describe, expect, it } from 'vitest';
import { doubtsOf, isTotalOf } from './paste.ts';

const everywhere = () => true;

describe('a block that is pasted', () => {
  it('is put in without a word where it fits', () => {
    expect(
      doubtsOf(
        [
          ['8', '7:30'],
          ['-', '€ 7,50'],
        ],
        2,
        everywhere,
      ),
    ).toBeUndefined();
    expect(doubtsOf([['8'], [''], ['8']], 2, everywhere)).toBeUndefined();
  });

  it('is looked at first where it is wider, ragged or stands next to its place', () => {
    expect(doubtsOf([['8', '8', '16']], 2, everywhere)).toMatchObject({ isWide: true });
    expect(doubtsOf([['8', '8'], ['8']], 2, everywhere)).toMatchObject({ isRagged: true });
    expect(doubtsOf([['Anna Bakker', '8']], 2, everywhere)).toMatchObject({
      unread: [{ text: 'Anna Bakker', row: 1, column: 1 }],
    });
    expect(doubtsOf([['8', 'Project Zuid']], 2, (column) => column === 0)).toBeUndefined();
  });

  it('has a column of totals where it is the sum of the others', () => {
    expect(isTotalOf(['32', '8', '40,00'], 2)).toBe(true);
    expect(isTotalOf(['32', '8', '4711'], 2)).toBe(false);
    expect(isTotalOf(['', '', '4711'], 2)).toBe(false);
  });
});
