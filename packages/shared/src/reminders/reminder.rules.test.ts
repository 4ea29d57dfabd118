import { describe, expect, it } from 'vitest';
import { roundDue } from './reminder.rules.ts';

const mondayNine = { weekday: 1, minutes: 540 };
const due = (now: string) => roundDue(new Date(now), mondayNine);

describe('a round of reminders', () => {
  it('is due from its hour on, in Amsterdam’s time', () => {
    expect(due('2026-11-23T07:59Z')).toBeUndefined();
    expect(due('2026-11-23T08:00Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(due('2026-06-15T07:00Z')).toBe('2026-06-15T07:00:00.000Z');
  });
  it('is the same one for some hours, and made no more after that', () => {
    expect(due('2026-11-23T13:59Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(due('2026-11-23T14:01Z')).toBeUndefined();
    expect(due('2026-11-29T12:00Z')).toBeUndefined();
  });
});
