import type { RatedPlacement } from '@konnekt/shared/placements/rate-grid.contract';
import { expect, it } from 'vitest';
import { type GridValues, gridField, gridText, pastedRates, typedGrid } from './rate-grid-values.ts';

const rate = { id: 'r', hourTypeId: 'n', validFrom: '2026-01-01', payCents: 1680, billCents: 3024 };
const placement: RatedPlacement = {
  id: 'p',
  version: 3,
  employeeName: 'Anna de Vries',
  functionName: 'Orderpicker',
  startsOn: '2026-01-01',
  endsOn: null,
  rates: [rate, { ...rate, validFrom: '2027-01-01', payCents: 1750 }],
};
const values = (typed: Record<string, string> = {}, validFrom = '2026-11-30'): GridValues => ({ validFrom, ...typed });
const typed = (texts: Record<string, string>) =>
  typedGrid(values(texts), [placement], [{ id: 'n' }, { id: 'o' }], 'nl');
const [pay, bill] = [gridField('pay', 'p', 'n'), gridField('bill', 'p', 'n')];

it('shows what holds on the day, and what was typed over it', () => {
  expect(gridText(values(), placement, 'n', 'pay', 'nl')).toBe('16,80');
  expect(gridText(values({}, '2027-01-01'), placement, 'n', 'pay', 'nl')).toBe('17,50');
  expect(gridText(values({ [pay]: '' }), placement, 'n', 'pay', 'nl')).toBe('');
  expect(gridText(values(), placement, 'o', 'pay', 'nl')).toBe('');
});

it('gives a typed amount with the other that holds', () => {
  expect(typed({ [pay]: '17,25' }).placements).toEqual([
    { placementId: 'p', version: 3, rates: [{ hourTypeId: 'n', payCents: 1725, billCents: 3024 }] },
  ]);
  expect(typed({})).toEqual({ placements: [], problems: [] });
  expect(typed({ [pay]: '16.80' }).placements).toEqual([]);
});

it('says at its field what is no amount, and what lacks the other', () => {
  expect(typed({ [pay]: 'x', [bill]: '' }).problems).toEqual([
    { pointer: `/${pay}`, code: 'amount-not-understood' },
    { pointer: `/${bill}`, code: 'both-amounts' },
  ]);
  expect(typed({ [gridField('pay', 'p', 'o')]: '20' }).problems).toEqual([
    { pointer: `/${gridField('bill', 'p', 'o')}`, code: 'both-amounts' },
  ]);
});

it('takes a block from a spreadsheet from a field on: empty cells change nothing, what has no place is counted', () => {
  const grid = { placements: [placement], hourTypes: [{ id: 'n' }, { id: 'o' }], validFrom: '2026-11-30' } as const;
  const paste = (block: string[][], column: number) =>
    pastedRates(block, { row: 0, column }, { ...grid, language: 'nl' });
  expect(paste([['€ 17,25', '31']], 0)).toEqual({ changes: [{ [pay]: '17,25' }, { [bill]: '31' }], left: 0 });
  expect(paste([['16,80', '', '20']], 0)).toEqual({
    changes: [{ [pay]: undefined }, { [gridField('pay', 'p', 'o')]: '20' }],
    left: 0,
  });
  expect(paste([['20', '36', '1'], ['21']], 2)).toEqual({
    changes: [{ [gridField('pay', 'p', 'o')]: '20' }, { [gridField('bill', 'p', 'o')]: '36' }],
    left: 2,
  });
});
