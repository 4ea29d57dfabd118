import { describe, expect, it } from 'vitest';
import { nameParts } from './whole-name.ts';

describe('a whole name in one cell', () => {
  it.each([
    ['Jan Vries', 'Jan', null, 'Vries'],
    ['Jan de Vries', 'Jan', 'de', 'Vries'],
    ['Jan Peter van der Berg', 'Jan Peter', 'van der', 'Berg'],
    ['J.P. in ’t Veld', 'J.P.', 'in ’t', 'Veld'],
    ["Bas op 't Hof", 'Bas', "op 't", 'Hof'],
    ['Vries, Jan de', 'Jan', 'de', 'Vries'],
    ['de Vries, J.', 'J.', 'de', 'Vries'],
    ['Berg,A.M. van den', 'A.M.', 'van den', 'Berg'],
    ['Jansen, Piet', 'Piet', null, 'Jansen'],
    ['Vries, de, Jan', 'Jan', 'de', 'Vries'],
    ['Veld, in ’t, Bas', 'Bas', 'in ’t', 'Veld'],
    ['Veld, Bas in ’t', 'Bas', 'in ’t', 'Veld'],
    ['Mevr. A. van der Berg', 'A.', 'van der', 'Berg'],
    ['Anna Vries - Bakker', 'Anna', null, 'Vries-Bakker'],
    ['Van Basten, Marco', 'Marco', 'Van', 'Basten'],
    ['Madonna', undefined, undefined, undefined],
    ['Jan van', 'Jan', null, 'van'],
    ['Vries,', undefined, undefined, undefined],
  ])('%s', (text, firstName, prefix, lastName) => {
    const found = nameParts(text);
    expect([found?.firstName, found?.prefix, found?.lastName]).toEqual([firstName, prefix, lastName]);
  });

  it('is a guess where more than one way leads through it', () => {
    expect(nameParts('Jan Peter Vries')).toEqual({
      ...{ firstName: 'Jan Peter', prefix: null, lastName: 'Vries', isGuess: true },
    });
    expect(nameParts('Maria Garcia Lopez')?.isGuess).toBe(true);
    expect(nameParts('Do Nguyen Van An')?.isGuess).toBe(true);
    expect(nameParts('Jan Peter de Vries')?.isGuess).toBe(false);
  });
});
