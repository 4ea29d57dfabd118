import { describe, expect, it } from 'vitest';
import { isSameForm, rebase } from './record-draft.ts';

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
  it('is as it was when everything typed was taken back', () => {
    expect(isSameForm(base, { ...base, ticks: ['a'] })).toBe(true);
    expect(isSameForm(base, { ...base, isActive: false })).toBe(false);
  });
});
