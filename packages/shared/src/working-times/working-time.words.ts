/** An inspection looks 52 weeks back (Arbeidstijdenbesluit 3.2:1); a week more, so that the last one is whole. */
export const longestRegisterDays = 53 * 7;
/** Of what is missing so many are named. */
export const mostNamed = 100;
/** Lines of one PDF at most: more come in parts. */
export const mostPdfLines = 5_000;
