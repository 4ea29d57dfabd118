import { formatHours, parseHours } from '@konnekt/shared/basics/minutes';
import { formatHundredths, parseHundredths } from '@konnekt/shared/basics/money';
import type { FieldProblem } from '@konnekt/shared/basics/problem';

/** Nothing typed is nothing kept. */
export const textOrNull = (text: string): string | null => text.trim() || null;

/** A whole number as typed; what is none is said. */
export function wholeNumber(text: string, name: string, problems: FieldProblem[]): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text.trim());
  problems.push({ pointer: `/${name}`, code: text.trim() === '' ? 'required' : 'whole-number' });
  return 0;
}

/** Euros to cents, a percentage to basis points. */
export function hundredths(text: string, name: string, problems: FieldProblem[]): number {
  const read = parseHundredths(text);
  if ('hundredths' in read) return read.hundredths;
  problems.push({ pointer: `/${name}`, code: read.error });
  return 0;
}

/** Hours to minutes. */
export function minutes(text: string, name: string, problems: FieldProblem[]): number {
  const read = parseHours(text);
  if ('minutes' in read) return read.minutes;
  problems.push({ pointer: `/${name}`, code: read.error === 'hours-empty' ? 'required' : read.error });
  return 0;
}

export const percentText = (basisPoints: number, language: 'nl' | 'en'): string =>
  formatHundredths(basisPoints, language, 'needed');
export const euroText = (cents: number, language: 'nl' | 'en'): string => formatHundredths(cents, language);
export const hoursText = formatHours;
