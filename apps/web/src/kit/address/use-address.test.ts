import { describe, expect, it } from 'vitest';
import { anyText, isId, searchIn, unknownIn } from './use-address.ts';

const unknown = (search: string) => {
  const params = new URLSearchParams(search);
  const read = (name: string) => params.get(name) ?? '';
  return unknownIn({ names: [...params.keys()], read }, { q: anyText, sort: ['name', '-name'], organisation: isId });
};

describe('what an address cannot mean', () => {
  it.each(['', 'q=anna', 'sort=-name', 'sort=', 'organisation=0198f2a4-5b6c-7d8e-9f01-23456789abcd'])(
    'is nothing of %s',
    (search) => {
      expect(unknown(search)).toEqual([]);
    },
  );

  it.each(['sort=x', 'organisation=7', 'cursor=x', '__proto__=1', 'toString=1', 'constructor=1', 'hasOwnProperty=1'])(
    'is %s',
    (search) => {
      expect(unknown(search).map(({ name, value }) => `${name}=${value}`)).toEqual([search]);
    },
  );
});

it('searches for what can be searched for, whatever the address holds', () => {
  expect(searchIn('An\u0000na\u2028de\nVries')).toBe('An na de Vries');
  expect(searchIn(`${'x'.repeat(99)}👷`)).toBe(`${'x'.repeat(99)}\ufffd`);
});
