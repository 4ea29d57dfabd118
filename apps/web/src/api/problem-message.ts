import type { TFunction } from 'i18next';
import { ApiProblem, ConnectionProblem, TextsGone } from './problem.ts';

/** A failed act in plain words; a code that the screens do not know yet has the words of any mistake of ours. */
export function problemMessage(t: TFunction<'common'>, error: unknown): string {
  if (error instanceof ConnectionProblem) {
    return t(`problem.${error.isOffline ? 'connection' : error.isBusy ? 'unavailable' : 'noAnswer'}`);
  }
  if (error instanceof TextsGone) return t('language.gone');
  const code = error instanceof ApiProblem ? error.code : 'internal-error';
  return t([`problem.${code}`, 'problem.internal-error']);
}
