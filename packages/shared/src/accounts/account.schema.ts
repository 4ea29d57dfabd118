import { z } from 'zod';
import { zId, zLanguage, zLoginName, zRole } from '../basics/fields.ts';
import { isGuessable, passwordMaxLength, passwordMinLength } from './password.rules.ts';

export const zNewPassword = z
  .string()
  .min(passwordMinLength)
  .max(passwordMaxLength)
  .refine((password) => !isGuessable(password), { params: { code: 'guessable' } });

export const zLogin = z.object({
  login: zLoginName.describe('E-mail address or user name; case does not matter'),
  password: z.string().min(1).max(passwordMaxLength),
});

/** Who is logged in, and what their menu holds. */
export const zMe = z.object({
  accountId: zId,
  personId: zId,
  name: z.string(),
  email: z.string(),
  role: zRole,
  language: zLanguage,
  /** Their own employee record: they have hours of their own. */
  employeeId: zId.nullable(),
  /** What they may do somewhere today as a supervisor. */
  mayApprove: z.boolean(),
  mayRegister: z.boolean(),
  maySeeInvoices: z.boolean(),
});
export type Me = z.output<typeof zMe>;

export const zChangeMe = z.object({ language: zLanguage });

export const zChangePassword = z.object({
  currentPassword: z.string().min(1).max(passwordMaxLength),
  newPassword: zNewPassword,
});
