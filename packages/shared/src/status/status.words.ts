/** Most rows that the deadline names; the lists hold all. */
export const mostNamedAtDeadline = 100;
