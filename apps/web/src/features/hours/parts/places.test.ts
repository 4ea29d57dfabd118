import { describe, expect, it } from 'vitest';
import { cornersOf, landing, placesIn } from './places.ts';

const corners = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe('what is chosen', () => {
  it('is the same block, whichever way it was stretched', () => {
    const [one, other] = [
      { row: 4, column: 1 },
      { row: 2, column: 3 },
    ];
    expect(cornersOf({ from: one, to: other })).toEqual(corners(2, 1, 4, 3));
    expect(cornersOf({ from: other, to: one })).toEqual(corners(2, 1, 4, 3));
    expect(placesIn(corners(2, 1, 3, 2))).toEqual([
      { row: 2, column: 1 },
      { row: 2, column: 2 },
      { row: 3, column: 1 },
      { row: 3, column: 2 },
    ]);
  });
});

describe('a pasted block', () => {
  it('lands once from the first cell on, however large', () => {
    expect(landing(corners(2, 1, 2, 1), { rows: 3, columns: 2 })).toEqual(corners(2, 1, 4, 2));
    expect(landing(corners(2, 1, 3, 1), { rows: 3, columns: 2 })).toEqual(corners(2, 1, 4, 2));
  });

  it('fills what is chosen when it fits in it a whole number of times', () => {
    expect(landing(corners(0, 0, 9, 3), { rows: 1, columns: 1 })).toEqual(corners(0, 0, 9, 3));
    expect(landing(corners(0, 0, 9, 3), { rows: 5, columns: 2 })).toEqual(corners(0, 0, 9, 3));
    expect(landing(corners(0, 0, 9, 3), { rows: 4, columns: 2 })).toEqual(corners(0, 0, 3, 1));
  });
});
