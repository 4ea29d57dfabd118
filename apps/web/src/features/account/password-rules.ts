export const passwordFields = ['current', 'next', 'repeat'] as const;
export type PasswordField = (typeof passwordFields)[number];

/** As the API asks (accounts/account.schema.ts); length is what counts (NIST SP 800-63B-4 §3.1.1.2). */
export const passwordMin = 8;
const passwordMax = 200;

type Wrong = { code: 'missing' | 'tooShort' | 'tooLong' | 'notTheSame'; count: number };

/** What is wrong with each field, before anything is sent. */
export function wrongIn(values: Record<PasswordField, string>): Partial<Record<PasswordField, Wrong>> {
  const wrong: Partial<Record<PasswordField, Wrong>> = {};
  if (values.current === '') wrong.current = { code: 'missing', count: 0 };
  if (values.next.length < passwordMin) wrong.next = { code: 'tooShort', count: passwordMin };
  else if (values.next.length > passwordMax) wrong.next = { code: 'tooLong', count: passwordMax };
  else if (values.repeat !== values.next) wrong.repeat = { code: 'notTheSame', count: 0 };
  return wrong;
}
