import { describe, expect, it } from 'vitest';
import { type ComparedLine, changesBetween, diffKey, isUnchanged } from './submission-diff.ts';

const line = (changes: Partial<ComparedLine>): ComparedLine => ({
  hourTypeId: 'normal',
  date: '2026-11-16',
  minutes: 480,
  quantity: null,
  startsAt: null,
  endsAt: null,
  breakMinutes: null,
  remark: null,
  ...changes,
});

describe('two sent versions', () => {
  it('are the same when lines were only put in another order', () => {
    const one = [line({}), line({ date: '2026-11-17', startsAt: '07:00', endsAt: '15:30' })];
    expect(isUnchanged(changesBetween(one, one.toReversed()))).toBe(true);
  });

  it('are the same when a day was split into lines that add up', () => {
    expect(isUnchanged(changesBetween([line({})], [line({ minutes: 300 }), line({ minutes: 180 })]))).toBe(true);
  });

  it('give the minutes before for what was changed, added and removed', () => {
    const before = [line({}), line({ date: '2026-11-17' })];
    const after = [line({ minutes: 420 }), line({ hourTypeId: 'overtime', minutes: 60 })];
    expect(changesBetween(before, after).sizesBefore).toEqual(
      new Map([
        [diffKey('2026-11-16', 'normal'), 480],
        [diffKey('2026-11-17', 'normal'), 480],
        [diffKey('2026-11-16', 'overtime'), 0],
      ]),
    );
  });

  it('tell other kilometres, which have no minutes', () => {
    const driven = (quantity: number) => line({ hourTypeId: 'kilometres', minutes: 0, quantity });
    expect(changesBetween([driven(19_000)], [driven(9_000)]).sizesBefore).toEqual(
      new Map([[diffKey('2026-11-16', 'kilometres'), 19_000]]),
    );
  });

  it('tell which days have other times or remarks with the same hours', () => {
    const changes = changesBetween([line({ startsAt: '07:00' })], [line({ startsAt: '08:00' })]);
    expect(changes.sizesBefore.size).toBe(0);
    expect(changes.otherwise).toEqual(new Set(['2026-11-16']));
  });
});
