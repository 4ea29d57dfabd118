export const passwordParts = ['current', 'next', 'repeat'] as const;
export type PasswordPart = (typeof passwordParts)[number];

/** As the API asks (accounts/account.schema.ts); length is what counts (NIST SP 800-63B-4 §3.1.1.2). */
export const passwordMin = 8;
const passwordMax = 200;

type Wrong = { code: 'missing' | 'tooShort' | 'tooLong' | 'notTheSame'; count: number };

/** What is wrong with each field, before anything is sent. */
export function wrongIn(values: Record<PasswordPart, string>): Partial<Record<PasswordPart, Wrong>> {
  const wrong: Partial<Record<PasswordPart, Wrong>> = {};
  if (values.current === '') wrong.current = { code: 'missing', count: 0 };
  if (values.next.length < passwordMin) wrong.next = { code: 'tooShort', count: passwordMin };
  else if (values.next.length > passwordMax) wrong.next = { code: 'tooLong', count: passwordMax };
  else if (values.repeat !== values.next) wrong.repeat = { code: 'notTheSame', count: 0 };
  return wrong;
}
