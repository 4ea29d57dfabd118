import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { texts as en } from './en/common.ts';
import { formatIn } from './format.ts';
import { texts as nl } from './nl/common.ts';

beforeAll(() =>
  i18next.init({
    lng: 'nl',
    resources: { nl: { common: nl }, en: { common: en } },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  }),
);
const dutch = () => formatIn('nl', i18next.getFixedT('nl', 'common'));
const english = () => formatIn('en', i18next.getFixedT('en', 'common'));
const week47 = { type: 'week', year: 2026, number: 47, startsOn: '2026-11-16', endsOn: '2026-11-22' } as const;

describe('in Dutch', () => {
  it('writes hours with a comma and groups thousands', () => {
    expect(dutch().hours(2730)).toBe('45,50');
    expect(dutch().hours(4_246_185)).toBe('70.769,75');
    expect(dutch().hoursDifference(270)).toBe('+4,50');
  });

  it('writes days and moments, the latter in Amsterdam', () => {
    expect(dutch().day('2026-11-24')).toBe('24-11-2026');
    expect(dutch().moment('2026-11-17T08:12:00Z')).toBe('17-11-2026 09:12');
    expect(dutch().moment('2026-07-17T08:12:00Z')).toBe('17-07-2026 10:12');
  });

  it('says of a deadline at midnight the day that ends with it', () => {
    expect(dutch().momentUntil('2026-11-30T23:00:00Z')).toBe('30-11-2026');
    expect(dutch().momentUntil('2026-07-31T22:00:00Z')).toBe('31-07-2026');
    expect(dutch().momentUntil('2026-11-30T11:00:00Z')).toBe('30-11-2026 12:00');
  });

  it('names periods', () => {
    expect(dutch().period(week47)).toBe('Week 47, 2026');
    expect(dutch().periodInText(week47)).toBe('week 47');
    expect(dutch().period({ ...week47, type: 'month', startsOn: '2026-11-01' })).toBe('November 2026');
  });

  it('says what is left until a deadline', () => {
    expect(dutch().leftUntil('2026-11-23', 1440, '2026-11-23')).toBe('vandaag, eind van de dag');
    expect(dutch().leftUntil('2026-11-23', 1440, '2026-11-22')).toBe('morgen, eind van de dag');
    expect(dutch().leftUntil('2026-11-23', 1440, '2026-11-20')).toBe('over 3 dagen');
    expect(dutch().leftUntil('2026-11-23', 720, '2026-11-23')).toBe('vandaag om 12:00');
    expect(dutch().dayUntil('2026-11-23', 570)).toBe('maandag 23 november om 09:30');
  });
});

describe('in English', () => {
  it('writes hours with a point, days with the month in words, and a 24-hour clock', () => {
    expect(english().hours(4_246_185)).toBe('70,769.75');
    expect(english().day('2026-11-24')).toBe('24 Nov 2026');
    expect(english().day('2026-09-01')).toBe('1 Sep 2026');
    expect(english().moment('2026-11-17T18:12:00Z')).toBe('17 Nov 2026, 19:12');
    expect(english().range('2026-11-30', '2026-12-06')).toContain('30 Nov – 6 Dec');
    const year = new Date().getFullYear();
    expect(english().range(`${year}-11-30`, `${year + 1}-01-03`)).toBe(`30 Nov – 3 Jan ${year + 1}`);
    expect(english().range(`${year - 1}-12-01`, `${year}-07-31`)).toBe(`1 Dec ${year - 1} – 31 Jul ${year}`);
    expect(english().range(`${year}-02-01`, `${year}-02-28`)).toBe('1 – 28 Feb');
  });
});
