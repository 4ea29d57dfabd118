/** Days of one year. */
export const mostHolidays = 60;
