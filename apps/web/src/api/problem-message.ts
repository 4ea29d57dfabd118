import type { TFunction } from 'i18next';
import { ApiProblem, ConnectionProblem, isOffline } from './problem.ts';

/** A failed act in plain words. */
export function problemMessage(t: TFunction<'common'>, error: unknown): string {
  if (isOffline(error)) return t('problem.connection');
  return t(
    `problem.${error instanceof ApiProblem || error instanceof ConnectionProblem ? error.code : 'internal-error'}`,
  );
}
