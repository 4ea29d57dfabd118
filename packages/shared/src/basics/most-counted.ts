/** How long a list is, is counted up to here: a total of as many says that there are more. */
export const mostCounted = 10_000;
