/** Work outside requests: what a person started and does not wait for, what follows on an answer, and what the clock starts. */
export const workNames = [
  'import',
  'link',
  'colleague-invitation',
  'refusal',
  'mail',
  'notices',
  'documents',
  'reminders',
  'invoice-mails',
  'invoice-reminders',
  'data-check',
  'nightly-check',
  'clean-up',
  'files',
  'files-left',
] as const;
export type WorkName = (typeof workNames)[number];
