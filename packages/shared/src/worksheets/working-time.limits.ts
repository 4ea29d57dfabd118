/** All in minutes. A collective agreement may differ from the law, so an agency can set its own. */
export type WorkingTimeLimits = typeof lawLimits;

/** Arbeidstijdenwet, chapter 5, for adults: https://wetten.overheid.nl/BWBR0007671 */
export const lawLimits = {
  /** 5:7. Breaks are not in it. */
  shift: 12 * 60,
  week: 60 * 60,
  fourWeeks: 4 * 55 * 60,
  sixteenWeeks: 16 * 48 * 60,
  /** 5:8. A night shift has more than `nightWork` between 00:00 and 06:00. */
  nightShift: 10 * 60,
  nightWork: 60,
  /** 5:4. Worked more than `breakAfter`: at least `leastBreak`; more than `longBreakAfter`: at least `leastLongBreak`. */
  breakAfter: 5.5 * 60,
  leastBreak: 30,
  longBreakAfter: 10 * 60,
  leastLongBreak: 45,
  /** 5:3. Between two shifts; once in 7 × 24 hours `shortDailyRest` will do. */
  dailyRest: 11 * 60,
  shortDailyRest: 8 * 60,
  /** 5:5. In 7 × 24 hours; or `twoWeeklyRest` in 14 × 24, in parts of at least `twoWeeklyRestPart`. */
  weeklyRest: 36 * 60,
  twoWeeklyRest: 72 * 60,
  twoWeeklyRestPart: 32 * 60,
};
