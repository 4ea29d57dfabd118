import { describe, expect, it } from 'vitest';
import { duePeriod, nextDeadline } from './deadline.ts';

const usual = { approveByWeekday: 1, paidOnWeekday: 2 };

describe('the next deadline', () => {
  it('on a Saturday is the Monday after, paid on Tuesday', () => {
    expect(nextDeadline('2026-11-21', usual)).toEqual({
      approveBy: '2026-11-23',
      paidOn: '2026-11-24',
      endsAt: '2026-11-23T23:00:00.000Z',
    });
  });
  it('is still today on Monday, until midnight in Amsterdam', () => {
    expect(nextDeadline('2026-06-15', usual)).toMatchObject({
      approveBy: '2026-06-15',
      endsAt: '2026-06-15T22:00:00.000Z',
    });
  });
  it('on a Tuesday is next week', () => {
    expect(nextDeadline('2026-11-24', usual)).toMatchObject({ approveBy: '2026-11-30', paidOn: '2026-12-01' });
  });
  it('pays the same weekday a week later, never on the day of the deadline itself', () => {
    expect(nextDeadline('2026-11-20', { approveByWeekday: 5, paidOnWeekday: 5 })).toMatchObject({
      approveBy: '2026-11-20',
      paidOn: '2026-11-27',
    });
  });
});

describe('the period whose hours are wanted', () => {
  const agency = { approveByWeekday: 1, paidOnWeekday: 2, weekFiftyThree: 'long-last-period' } as const;
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
