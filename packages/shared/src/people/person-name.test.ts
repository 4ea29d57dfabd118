import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fullName, sortName } from './person-name.ts';

it('fullName puts the prefix before the last name', () => {
  expect(fullName({ firstName: 'Anna', prefix: 'de', lastName: 'Vries' })).toBe('Anna de Vries');
  expect(fullName({ firstName: 'Jan', prefix: 'van der', lastName: 'Berg' })).toBe('Jan van der Berg');
  expect(fullName({ firstName: 'Sanne', prefix: null, lastName: 'Bakker' })).toBe('Sanne Bakker');
  expect(fullName({ firstName: ' Sanne ', prefix: ' ', lastName: 'Bakker' })).toBe('Sanne Bakker');
});

it('sortName puts the prefix last', () => {
  expect(sortName({ firstName: 'Anna', prefix: 'de', lastName: 'Vries' })).toBe('Vries, Anna de');
  expect(sortName({ firstName: 'Sanne', lastName: 'Bakker' })).toBe('Bakker, Sanne');
  expect(sortName({ firstName: '', prefix: 'de', lastName: 'Vries' })).toBe('Vries, de');
  expect(sortName({ firstName: '', lastName: 'Vries' })).toBe('Vries');
});

it('both names hold the same words, without stray spaces', () => {
  const anyPart = fc.string({ unit: fc.constantFrom(...'abdeAVé '), maxLength: 8 });
  fc.assert(
    fc.property(anyPart, fc.option(anyPart), anyPart, (firstName, prefix, lastName) => {
      const words = (name: string) => name.split(/[ ,]+/).filter(Boolean).sort();
      const [full, sorted] = [fullName({ firstName, prefix, lastName }), sortName({ firstName, prefix, lastName })];
      expect(words(full)).toEqual(words(sorted));
      expect(full).toBe(full.trim());
    }),
  );
});
