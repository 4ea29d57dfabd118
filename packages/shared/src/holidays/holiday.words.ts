/** Days of one year. */
export const mostHolidays = 60;

export const longestHolidayName = 60;
