/** Rows that one page of a list holds at most. */
export const mostInPage = 500;
