import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyForm } from './key-form.ts';

describe('the form that keys are compared by', () => {
  it.each([
    ['h9a1', 'H9A1'],
    ['１０００３', '10003'],
    ['ＡＮＮＡ＠x.nl', 'anna@x.nl'],
    ['Zoe\u0308', 'ZOË'],
    ['10003\u200b', '10003'],
    ['a\u200db', 'AB'],
    ['ﬁ', 'FI'],
  ])('is the same of %j and %j', (one, other) => {
    expect(keyForm(one)).toBe(keyForm(other));
  });

  it.each([
    ['10003', '010003'],
    ['H9 A1', 'H9A1'],
    ['Zoe', 'Zoë'],
  ])('is not the same of %j and %j', (one, other) => {
    expect(keyForm(one)).not.toBe(keyForm(other));
  });

  it('of a form is that form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(keyForm(keyForm(text))).toBe(keyForm(text));
      }),
    );
  });
});
