import { describe, expect, it } from 'vitest';
import { hasField, isSameForm, rebase } from './record-draft.ts';

const base = { name: 'Kade', city: 'Urk', ticks: ['a'] as readonly string[], isActive: true };

describe('a form over a record that somebody else changed', () => {
  it('follows in the fields that nobody touched, and keeps what was typed', () => {
    const { values, clashes } = rebase(base, { ...base, name: 'Kade BV' }, { ...base, city: 'Delft' });
    expect(values).toEqual({ ...base, name: 'Kade BV', city: 'Delft' });
    expect(clashes).toEqual([]);
  });
  it('names the fields that both changed to something else', () => {
    const { values, clashes } = rebase(
      base,
      { ...base, city: 'Gouda', ticks: [] },
      { ...base, city: 'Delft', ticks: [] },
    );
    expect(values).toMatchObject({ city: 'Gouda', ticks: [] });
    expect(clashes).toEqual([{ name: 'city', theirs: 'Delft' }]);
  });
  it('names a list whose rows both changed, and follows where nobody touched it', () => {
    const of = (...names: string[]) => ({ ...base, people: names.map((name) => ({ name, phone: '' })) });
    const { values, clashes } = rebase(of('Anna'), of('Anna', 'Bea'), of('Coen'));
    expect(values).toEqual(of('Anna', 'Bea'));
    expect(clashes).toEqual([{ name: 'people', theirs: [{ name: 'Coen', phone: '' }] }]);
    expect(rebase(of('Anna'), of('Anna'), of()).values).toEqual(of());
  });
  it('has a field for what is wrong in itself and in its rows', () => {
    const form = { ...base, people: [{ name: 'Anna', phone: '' }], 'numbers/invoice': 'F', 'links/0/url': '' };
    for (const pointer of ['/city', '/people', '/people/0/phone', '/numbers/invoice', '/links/0/url'])
      expect(hasField(form, pointer), pointer).toBe(true);
    for (const pointer of ['/zip', '/people/1/phone', '/people/0/fax', '/city/0', '/numbers', '/links/0', '/toString'])
      expect(hasField(form, pointer), pointer).toBe(false);
  });
  it('is as it was when everything typed was taken back', () => {
    expect(isSameForm(base, { ...base, ticks: ['a'] })).toBe(true);
    expect(isSameForm(base, { ...base, isActive: false })).toBe(false);
  });
});
