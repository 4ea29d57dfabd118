import type { ProblemCode } from '@konnekt/shared/basics/problem-codes';
import i18next from 'i18next';
import type { texts as common } from '../i18n/en/common.ts';
import type { texts as office } from '../i18n/en/office.ts';
import { ApiProblem, ConnectionProblem, TextsGone } from './problem.ts';

/** A failed act in plain words; a code that the screens do not know yet has the words of any mistake of ours. */
export function problemMessage(error: unknown): string {
  const t = i18next.getFixedT(null, 'common');
  if (error instanceof ConnectionProblem) {
    return t(`problem.${error.isOffline ? 'connection' : error.isBusy ? 'unavailable' : 'noAnswer'}`);
  }
  if (error instanceof TextsGone) return t('language.gone');
  const code = error instanceof ApiProblem ? error.code : 'internal-error';
  const minutes = error instanceof ApiProblem ? Math.ceil((error.body.retryAfterSeconds ?? 0) / 60) : 0;
  // What has to wait for more than a moment says how long: an hour for a next message, most of a day for a next file.
  if (code === 'too-fast' && minutes > 1) return t('tooFast', { time: inWords(minutes) });
  return t([keyOf(code), `office:${keyOf(code)}`, 'problem.internal-error'] as never);
}

/** Every code has words: those that only the office meets are sent with its screens. */
const keyOf = (code: ProblemCode) =>
  `problem.${code satisfies keyof typeof common.problem | keyof typeof office.problem}` as const;

/** `40 minuten`, `19 uur`. */
function inWords(minutes: number): string {
  const [count, unit] = minutes > 90 ? [Math.ceil(minutes / 60), 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(i18next.language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
