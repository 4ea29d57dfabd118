/** When a job runs, seen from today. */
export const runningTimes = ['now', 'future', 'past'] as const;

export const jobSorts = ['employee', '-employee', 'organisation', '-organisation', 'starts', '-starts'] as const;
