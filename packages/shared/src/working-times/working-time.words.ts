/** An inspection looks 52 weeks back (Arbeidstijdenbesluit 3.2:1); a week more, so that the last one is whole. */
export const longestRegisterDays = 53 * 7;
/** Of what is missing so many are named. */
export const mostNamed = 100;
/** Lines that a PDF holds at most: more are for a spreadsheet. */
export const mostPdfLines = 5_000;
