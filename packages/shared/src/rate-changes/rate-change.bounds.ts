/** Rates rise by this at most at once, in hundredths of a percent. */
export const mostRiseBp = 10_000;
