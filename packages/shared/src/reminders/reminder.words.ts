/**
 * Rounds of reminders: who has not sent hours, who has hours to approve, then whoever may stand in for those, and the office of what still
 * blocks the payroll run.
 */
export const reminderRounds = ['employees', 'supervisors', 'escalation', 'office'] as const;
export type ReminderRound = (typeof reminderRounds)[number];

/** What is mailed in each. */
export const reminderMails = {
  employees: 'reminder-hours',
  supervisors: 'reminder-approve',
  escalation: 'reminder-escalation',
  office: 'reminder-office',
} as const satisfies Record<ReminderRound, string>;
