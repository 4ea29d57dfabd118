import type { TFunction } from 'i18next';
import { ApiProblem, ConnectionProblem } from './problem.ts';

/** A failed act in plain words. */
export function problemMessage(t: TFunction<'common'>, error: unknown): string {
  if (error instanceof ConnectionProblem) return t('problem.connection');
  return t(`problem.${error instanceof ApiProblem ? error.code : 'internal-error'}`);
}
