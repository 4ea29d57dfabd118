import { newPasswordFault, type PasswordFault } from '@konnekt/shared/accounts/password.rules';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { isProblem } from '../../api/problem.ts';
import { FormProblems } from '../../kit/form/use-record-form.ts';

export const noPasswords = { current: '', next: '', repeat: '' };
export type Passwords = typeof noPasswords;
/** What can be wrong; the screen has a sentence for each. */
export type PasswordWrong = PasswordFault | 'missing' | 'wrong';

const wrong = (field: keyof Passwords, code: PasswordWrong, count = 0): FieldProblem => ({
  pointer: `/${field}`,
  code,
  values: { count },
});

/** What is wrong with each field, before anything is sent. */
export function wrongIn({ current, next, repeat }: Passwords): FieldProblem[] {
  const fault = newPasswordFault(next, repeat);
  return [
    ...(current === '' ? [wrong('current', 'missing')] : []),
    ...(fault ? [wrong(fault.field === 'password' ? 'next' : 'repeat', fault.code, fault.count)] : []),
  ];
}

/** What the API refuses, at its field. */
export function atItsField(error: unknown): unknown {
  if (isProblem(error, 'wrong-current-password')) return new FormProblems([wrong('current', 'wrong')]);
  return isProblem(error, 'invalid-input') ? new FormProblems([wrong('next', 'guessable')]) : error;
}
