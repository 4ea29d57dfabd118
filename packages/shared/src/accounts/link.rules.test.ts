import { describe, expect, it } from 'vitest';
import { linkState } from './link.rules.ts';

const fresh = {
  purpose: 'activation',
  isUsed: false,
  isReplaced: false,
  isPast: false,
  status: 'invited',
} as const;

describe('a link from a mail', () => {
  it('is good for who was invited, and for who forgot a password', () => {
    expect(linkState(fresh)).toBe('good');
    expect(linkState({ ...fresh, purpose: 'new-password', status: 'active' })).toBe('good');
  });

  it('works once', () => {
    expect(linkState({ ...fresh, isUsed: true, status: 'active' })).toBe('used');
    expect(linkState({ ...fresh, purpose: 'new-password', isUsed: true, status: 'active' })).toBe('used');
  });

  it('says to who is active already that they are, even when it is too old or replaced', () => {
    expect(linkState({ ...fresh, isPast: true, isReplaced: true, status: 'active' })).toBe('used');
  });

  it('ends with its time and with a newer one', () => {
    expect(linkState({ ...fresh, isPast: true })).toBe('expired');
    expect(linkState({ ...fresh, isReplaced: true })).toBe('expired');
  });

  it('is not known where there is none, nor for a blocked account', () => {
    expect(linkState(undefined)).toBe('unknown');
    expect(linkState({ ...fresh, status: 'blocked' })).toBe('unknown');
  });
});
