import type { TFunction } from 'i18next';
import { ApiProblem } from '../api/problem.ts';

export const fieldNames = ['firstName', 'prefix', 'lastName', 'email', 'userName'] as const;
export type FieldName = (typeof fieldNames)[number];
export type FieldWords = Partial<Record<FieldName, string>>;

/** What the API says is wrong, in words at its field. A name may be inside another object. */
export function wrongIn(t: TFunction<'accounts'>, error: unknown): FieldWords {
  const wrong: FieldWords = {};
  if (!(error instanceof ApiProblem)) return wrong;
  for (const { pointer, code } of error.body.errors ?? []) {
    const name = fieldNames.find((one) => pointer.endsWith(`/${one}`));
    if (name) wrong[name] ??= t(`wrong.${wordFor(name, code)}`);
  }
  return wrong;
}

const wordFor = (name: FieldName, code: string) => {
  if (code === 'required' || code === 'taken') return code;
  return name === 'email' ? 'email' : 'other';
};

/** The first wrong field takes focus. */
export function focusFirst(form: HTMLFormElement | null, wrong: FieldWords): void {
  const first = fieldNames.find((name) => wrong[name]);
  if (first) form?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
}
