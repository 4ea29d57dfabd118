import { describe, expect, it } from 'vitest';
import { rebase } from '../../kit/form/record-draft.ts';
import { holidayForm, holidaysIn, withHolidays } from './holiday-values.ts';

const fair = { date: '2026-08-28', nameNl: 'Kermis', nameEn: 'Fair' };
const newYear = { date: '2026-01-01', nameNl: 'Nieuwjaarsdag', nameEn: 'New Year’s Day' };
const king = { date: '2026-04-27', nameNl: 'Koningsdag', nameEn: 'King’s Day' };

describe('the holidays of a year as a form', () => {
  it('gives back the days that are stored, in their order', () => {
    expect(holidaysIn(holidayForm({ year: 2026, days: [fair, newYear] }))).toEqual([newYear, fair]);
  });

  it('leaves out what is unticked, and takes it in again', () => {
    const begun = holidayForm({ year: 2026, days: [newYear, king] });
    const without = withHolidays(begun, [king]);
    expect(holidaysIn(without)).toEqual([king]);
    expect(withHolidays(without, [newYear, king])).toEqual(begun);
  });

  it('keeps a day that somebody else added meanwhile beside the own', () => {
    const base = holidayForm({ year: 2026, days: [newYear] });
    const typed = withHolidays(base, [newYear, fair]);
    const stored = holidayForm({ year: 2026, days: [newYear, king] });
    const { values, clashes } = rebase(base, typed, stored);
    expect(holidaysIn(values)).toEqual([newYear, king, fair]);
    expect(clashes).toEqual([]);
  });
});
