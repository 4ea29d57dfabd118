/** Rows that one page of a list holds at most. */
export const mostInPage = 500;

/** Worksheets, invoices, placements or mails that one request decides on or changes at most. */
export const mostAtOnce = 500;
