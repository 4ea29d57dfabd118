/** Shortest password: length is what counts (NIST SP 800-63B-4 §3.1.1.2). */
export const passwordMinLength = 8;
export const passwordMaxLength = 200;

export type PasswordFault = 'tooShort' | 'tooLong' | 'notTheSame';

/** What is wrong with a new password that is typed twice, and with which of the two. */
export function newPasswordFault(
  password: string,
  repeat: string,
): { field: 'password' | 'repeat'; code: PasswordFault; count: number } | undefined {
  if (password.length < passwordMinLength) return { field: 'password', code: 'tooShort', count: passwordMinLength };
  if (password.length > passwordMaxLength) return { field: 'password', code: 'tooLong', count: passwordMaxLength };
  return repeat === password ? undefined : { field: 'repeat', code: 'notTheSame', count: 0 };
}
