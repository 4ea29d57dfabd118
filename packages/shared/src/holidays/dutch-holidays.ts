import { addDays, type CalendarDay, weekdayOf } from '../basics/calendar-day.ts';

interface DutchHoliday {
  date: CalendarDay;
  nameNl: string;
  nameEn: string;
  /** Usual everywhere; the others are holidays at some clients only. */
  isUsual: boolean;
}

/**
 * The Dutch public holidays of a year, to choose from. Good Friday is a holiday at few; Liberation Day once in five years. King's Day is on the
 * 26th when the 27th of April is a Sunday.
 */
export function dutchHolidays(year: number): DutchHoliday[] {
  const on = (date: CalendarDay, nameNl: string, nameEn: string, isUsual = true) => ({ date, nameNl, nameEn, isUsual });
  const easter = easterSunday(year);
  const kingsDay = weekdayOf(`${year}-04-27`) === 7 ? `${year}-04-26` : `${year}-04-27`;
  return [
    on(`${year}-01-01`, 'Nieuwjaarsdag', 'New Year’s Day'),
    on(addDays(easter, -2), 'Goede Vrijdag', 'Good Friday', false),
    on(easter, 'Eerste paasdag', 'Easter Sunday'),
    on(addDays(easter, 1), 'Tweede paasdag', 'Easter Monday'),
    on(kingsDay, 'Koningsdag', 'King’s Day'),
    on(`${year}-05-05`, 'Bevrijdingsdag', 'Liberation Day', year % 5 === 0),
    on(addDays(easter, 39), 'Hemelvaartsdag', 'Ascension Day'),
    on(addDays(easter, 49), 'Eerste pinksterdag', 'Whit Sunday'),
    on(addDays(easter, 50), 'Tweede pinksterdag', 'Whit Monday'),
    on(`${year}-12-25`, 'Eerste kerstdag', 'Christmas Day'),
    on(`${year}-12-26`, 'Tweede kerstdag', 'Boxing Day'),
  ].sort((one, other) => one.date.localeCompare(other.date));
}

/** The Sunday after the first full moon of spring, by the rule of the church (Meeus, Jones and Butcher). */
function easterSunday(year: number): CalendarDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const sunCorrection = Math.floor((century + 8) / 25);
  const moonCorrection = Math.floor((century - sunCorrection + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const days = moon + toSunday - 7 * late + 114;
  const month = Math.floor(days / 31);
  return `${year}-${String(month).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`;
}
