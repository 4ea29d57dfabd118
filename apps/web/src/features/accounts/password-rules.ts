import { newPasswordFault, type PasswordFault } from '@konnekt/shared/accounts/password.rules';

export const passwordParts = ['current', 'next', 'repeat'] as const;
export type PasswordPart = (typeof passwordParts)[number];

type Wrong = { code: 'missing' | PasswordFault; count: number };

/** What is wrong with each field, before anything is sent. */
export function wrongIn(values: Record<PasswordPart, string>): Partial<Record<PasswordPart, Wrong>> {
  const wrong: Partial<Record<PasswordPart, Wrong>> = {};
  if (values.current === '') wrong.current = { code: 'missing', count: 0 };
  const fault = newPasswordFault(values.next, values.repeat);
  if (fault) wrong[fault.field === 'password' ? 'next' : 'repeat'] = fault;
  return wrong;
}
