import { describe, expect, it } from 'vitest';
import { duePeriod, earliestDeadline, nextDeadline } from './deadline.ts';

const usual = { approveByWeekday: 1, approveByMinutes: 1440, paidOnWeekday: 2 };
const at = (instant: string) => new Date(instant);

describe('the next deadline', () => {
  it('on a Saturday is the Monday after, paid on Tuesday', () => {
    expect(nextDeadline(at('2026-11-21T12:00Z'), usual)).toEqual({
      approveBy: '2026-11-23',
      approveByMinutes: 1440,
      paidOn: '2026-11-24',
      endsAt: '2026-11-23T23:00:00.000Z',
    });
  });
  it('is still today on Monday, until midnight in Amsterdam', () => {
    expect(nextDeadline(at('2026-06-15T21:59Z'), usual)).toMatchObject({
      approveBy: '2026-06-15',
      endsAt: '2026-06-15T22:00:00.000Z',
    });
  });
  it('on a Tuesday is next week', () => {
    const deadline = { approveBy: '2026-11-30', paidOn: '2026-12-01' };
    expect(nextDeadline(at('2026-11-24T08:00Z'), usual)).toMatchObject(deadline);
  });
  it('is at an hour of the day, in Amsterdam’s time, and next week from then on', () => {
    const noon = { ...usual, approveByMinutes: 720 };
    expect(nextDeadline(at('2026-11-23T10:59Z'), noon)).toMatchObject({
      ...{ approveBy: '2026-11-23', endsAt: '2026-11-23T11:00:00.000Z' },
    });
    expect(nextDeadline(at('2026-11-23T11:00Z'), noon)).toMatchObject({ approveBy: '2026-11-30' });
    // The Monday after the clock went forward.
    expect(nextDeadline(at('2026-03-29T12:00Z'), noon).endsAt).toBe('2026-03-30T10:00:00.000Z');
  });
  it('is the earliest of those that one has', () => {
    const thursday = { ...usual, approveByWeekday: 4 };
    expect(earliestDeadline(at('2026-11-24T08:00Z'), [usual, thursday]).approveBy).toBe('2026-11-26');
  });
  it('pays the same weekday a week later, never on the day of the deadline itself', () => {
    const friday = { approveByWeekday: 5, approveByMinutes: 1440, paidOnWeekday: 5 };
    expect(nextDeadline(at('2026-11-20T12:00Z'), friday)).toMatchObject({
      approveBy: '2026-11-20',
      paidOn: '2026-11-27',
    });
  });
});

describe('the period whose hours are wanted', () => {
  const agency = { approveByWeekday: 1, weekFiftyThree: 'long-last-period' } as const;
  const due = (type: 'week' | 'four-weeks' | 'month', today: string) => {
    const { year, number } = duePeriod(type, today, agency);
    return `${year}-${number}`;
  };

  it('is last week on Monday, and this week from Tuesday on', () => {
    expect(due('week', '2026-11-22')).toBe('2026-47');
    expect(due('week', '2026-11-23')).toBe('2026-47');
    expect(due('week', '2026-11-24')).toBe('2026-48');
    expect(due('week', '2027-01-04')).toBe('2026-53');
  });

  it('is the month or the four weeks that ended, up to the first Monday after', () => {
    expect(due('month', '2026-12-07')).toBe('2026-11');
    expect(due('month', '2026-12-08')).toBe('2026-12');
    expect(due('four-weeks', '2027-01-04')).toBe('2026-13');
    expect(due('four-weeks', '2027-01-05')).toBe('2027-1');
  });
});
