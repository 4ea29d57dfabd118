import { expect, it } from 'vitest';
import { linesWithoutReceipt } from './worksheet.receipts.ts';

const hourTypes = [
  { id: 'hours', receipt: 'none' as const },
  { id: 'parking', receipt: 'asked' as const },
  { id: 'hotel', receipt: 'required' as const },
];
const receipt = { id: 'r', name: 'bon.pdf', sha256: 'aa' };
const line = (hourTypeId: string, quantity: number | null, more = {}) => ({
  ...{ hourTypeId, minutes: quantity === null ? 480 : 0, quantity },
  ...more,
});

it('finds the lines that lack a receipt, and those that are not sent without', () => {
  const lines = [line('hours', null), line('parking', 750), line('hotel', 9900), line('hotel', 8900, { receipt })];
  expect(linesWithoutReceipt(lines, hourTypes)).toEqual([1, 2]);
  expect(linesWithoutReceipt(lines, hourTypes, 'required')).toEqual([2]);
});

it('asks nothing of what counts nothing or is taken away, nor of an hour type that it does not know', () => {
  expect(linesWithoutReceipt([line('hotel', 0), line('hotel', -9900), line('gone', 100)], hourTypes)).toEqual([]);
});
