/** A list of what happened is in the order of time: the oldest or the newest first. */
export const byTime = ['at', '-at'] as const;
