import { describe, expect, it } from 'vitest';
import { placeAfter } from './keys.ts';

const size = { rows: 20, columns: 4 };
const all = () => true;
const at = (row: number, column: number) => ({ row, column });

describe('moving in the grid', () => {
  it('goes one cell, and stays within', () => {
    expect(placeAfter(at(0, 0), { row: 1, column: 0 }, size, all)).toEqual(at(1, 0));
    expect(placeAfter(at(0, 0), { row: 0, column: -1 }, size, all)).toBeUndefined();
    expect(placeAfter(at(19, 3), { row: 1, column: 0 }, size, all)).toBeUndefined();
  });

  it('steps over cells that are not open', () => {
    const isOpen = ({ row }: { row: number }) => row !== 1 && row !== 2;
    expect(placeAfter(at(0, 2), { row: 1, column: 0 }, size, isOpen)).toEqual(at(3, 2));
  });

  it('goes a page, or to the end', () => {
    expect(placeAfter(at(2, 1), { row: 12, column: 0 }, size, all)).toEqual(at(14, 1));
    expect(placeAfter(at(14, 1), { row: 12, column: 0 }, size, all)).toEqual(at(19, 1));
    expect(placeAfter(at(2, 1), { row: 1, column: 0, toTheEnd: true }, size, all)).toEqual(at(19, 1));
    expect(placeAfter(at(2, 1), { row: 0, column: 1, toTheEnd: true }, size, all)).toEqual(at(2, 3));
  });
});
