import { describe, expect, it } from 'vitest';
import { differenceFromAgreed, whatStandsOut } from './worksheet.stands-out.ts';

const week = { startsOn: '2026-11-16', endsOn: '2026-11-22' };
const fourWeeks = { startsOn: '2026-11-02', endsOn: '2026-11-29' };
const from = { plannedMinutes: 60, previousMinutes: 240 };
const asAgreed = {
  kind: 'regular',
  status: 'submitted',
  workedMinutes: 2400,
  minutesByKind: { normal: 2400 },
  plannedMinutes: 2400,
  previousMinutes: 2400,
  clashes: false,
  periodWorkedMinutes: null,
  startsOn: '2026-01-05',
  endsOn: null,
} as const;
const of = (changed: object, period = week) => whatStandsOut({ ...asAgreed, ...changed }, period, from);

describe('what stands out', () => {
  it('is nothing of hours as agreed, nor of a quarter of an hour more or less', () => {
    expect(of({})).toEqual([]);
    expect(of({ workedMinutes: 2415 })).toEqual([]);
    expect(of({ workedMinutes: 2385, minutesByKind: { normal: 2385 } })).toEqual([]);
  });

  it('is more or less than agreed from the minutes that the agency set', () => {
    expect(of({ workedMinutes: 2459 })).toEqual([]);
    expect(of({ workedMinutes: 2460 })).toEqual(['more-than-planned']);
    expect(of({ workedMinutes: 2340, minutesByKind: {} })).toEqual(['less-than-planned']);
    expect(of({ workedMinutes: 0, minutesByKind: {}, plannedMinutes: 1440 })).toEqual(['less-than-planned']);
  });

  it('counts leave, sickness and holidays as agreed hours that are accounted for', () => {
    expect(of({ workedMinutes: 1440, minutesByKind: { normal: 1440, leave: 480, sick: 480 } })).toEqual([]);
    expect(of({ workedMinutes: 1440, minutesByKind: { normal: 1440, travel: 960 } })).toEqual(['less-than-planned']);
  });

  it('says less of what was sent only: who is still filling in has not finished', () => {
    for (const status of [null, 'draft', 'declined']) expect(of({ status, workedMinutes: 0 })).toEqual([]);
  });

  it('is more than the period before', () => {
    expect(of({ previousMinutes: 2161 })).toEqual([]);
    expect(of({ previousMinutes: 2160 })).toEqual(['more-than-previous']);
    expect(of({ previousMinutes: null })).toEqual([]);
  });

  it('takes four times the difference for four weeks', () => {
    const period = { plannedMinutes: 9600, previousMinutes: null };
    expect(of({ ...period, workedMinutes: 9839 }, fourWeeks)).toEqual([]);
    expect(of({ ...period, workedMinutes: 9840 }, fourWeeks)).toEqual(['more-than-planned']);
  });

  it('holds hours against nothing where nothing was agreed', () => {
    expect(of({ plannedMinutes: 0, previousMinutes: null })).toEqual([]);
  });

  it('is above the legal maximum, or the one that the agency set', () => {
    const most = { workedMinutes: 3601, plannedMinutes: 3600, previousMinutes: 3600 };
    expect(of(most)).toEqual(['over-legal-maximum']);
    expect(whatStandsOut({ ...asAgreed, ...most }, week, { ...from, weekLimitMinutes: 3601 })).toEqual([]);
  });

  it('holds added hours against what was agreed with all that was sent of the period', () => {
    const part = { kind: 'supplement', workedMinutes: 480, minutesByKind: { normal: 480 } };
    expect(of({ ...part, periodWorkedMinutes: 2400 })).toEqual(['added-later']);
    expect(of({ ...part, periodWorkedMinutes: 2880 })).toEqual([
      'added-later',
      'more-than-planned',
      'more-than-previous',
    ]);
    expect(of({ ...part, periodWorkedMinutes: 1440 })).toEqual(['added-later']);
  });

  it('is hours elsewhere at the same time, and a placement that begins or ends', () => {
    expect(of({ clashes: true })).toEqual(['clashes-elsewhere']);
    expect(of({ startsOn: '2026-11-18' })).toEqual(['first-period']);
    expect(of({ endsOn: '2026-11-22' })).toEqual(['last-period']);
    expect(of({ endsOn: '2026-11-20', kind: 'supplement', periodWorkedMinutes: 2400 })).toEqual(['added-later']);
  });

  it('is what is sent as it came back, and work on days to come', () => {
    expect(of({ isSentAsDeclined: true, hasDaysAhead: true })).toEqual(['sent-as-declined', 'days-ahead']);
  });

  it('is what the agency corrected, however small', () => {
    const half = { kind: 'correction', workedMinutes: -30, minutesByKind: { normal: -30 } };
    expect(of({ ...half, periodWorkedMinutes: 2370 })).toEqual(['correction']);
  });
});

describe('the difference from what was agreed', () => {
  const from = (workedMinutes: number, accountedMinutes: number) =>
    differenceFromAgreed({ workedMinutes, accountedMinutes, plannedMinutes: 1920 });
  it('is what was worked beyond it, and what neither work nor leave, sickness or holidays account for', () => {
    expect(from(1440, 1920)).toBe(0);
    expect(from(1440, 1680)).toBe(-240);
    expect(from(1980, 1980)).toBe(60);
    expect(from(1980, 2460)).toBe(60);
    expect(from(1920, 2400)).toBe(0);
  });
});
