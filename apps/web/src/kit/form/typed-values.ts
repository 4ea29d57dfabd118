import { parseLocalTime } from '@konnekt/shared/basics/local-time';
import { formatClock, formatHours, parseHours } from '@konnekt/shared/basics/minutes';
import { formatHundredths, parseHundredths } from '@konnekt/shared/basics/money';
import type { FieldProblem } from '@konnekt/shared/basics/problem';
import { ApiProblem } from '../../api/problem.ts';
import type { Values } from './record-draft.ts';
import { FormProblems } from './use-record-form.ts';

/**
 * Stands in the place of a number that cannot be read. None of these fields goes below zero, so the API refuses it: what is wrong with
 * the other fields can be asked all the same, and nothing is saved by half.
 */
const unreadable = -1;

/** What was typed as the API takes it, with what cannot be read. */
export interface Typed<Body> {
  body: Body;
  problems: readonly FieldProblem[];
}

/** Saves what was typed; all that is wrong is said at once, what the screen cannot read and what the API refuses. */
export async function saveTyped<Body, R>(
  { body, problems }: Typed<Body>,
  save: (body: Body) => Promise<R>,
): Promise<R> {
  if (problems.length === 0) return save(body);
  const refused = await save(body).then(
    () => [],
    (error: unknown) => (error instanceof ApiProblem ? (error.body.errors ?? []) : []),
  );
  const known = new Set(problems.map(({ pointer }) => pointer));
  throw new FormProblems([...problems, ...refused.filter(({ pointer }) => !known.has(pointer))]);
}

/** Those of the fields that nothing was filled in at; all of them unless they are named. */
export const missing = <V extends Values>(
  values: V,
  names: readonly (keyof V & string)[] = Object.keys(values),
): FieldProblem[] =>
  names
    .filter((name) => String(values[name]).trim() === '')
    .map((name) => ({ pointer: `/${name}`, code: 'required' as const }));

/** Nothing typed is nothing kept. */
export const textOrNull = (text: string): string | null => text.trim() || null;

/** A whole number as typed; what is none is said. */
export function typedWholeNumber(text: string, name: string, problems: FieldProblem[]): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text.trim());
  problems.push({ pointer: `/${name}`, code: text.trim() === '' ? 'required' : 'whole-number' });
  return unreadable;
}

/** A percentage to basis points. */
export function percentage(text: string, name: string, problems: FieldProblem[]): number {
  const read = parseHundredths(text);
  if ('hundredths' in read) return read.hundredths;
  const codes = {
    'amount-empty': 'required',
    'amount-not-understood': 'percent-not-understood',
    'amount-too-fine': 'percent-too-fine',
  } as const;
  problems.push({ pointer: `/${name}`, code: codes[read.error] });
  return unreadable;
}

/** An amount in euros to cents. */
export function euros(text: string, name: string, problems: FieldProblem[]): number {
  const read = parseHundredths(text);
  if ('hundredths' in read) return read.hundredths;
  problems.push({ pointer: `/${name}`, code: read.error });
  return unreadable;
}

/** Hours to minutes. */
export function minutes(text: string, name: string, problems: FieldProblem[]): number {
  const read = parseHours(text);
  if ('minutes' in read) return read.minutes;
  problems.push({ pointer: `/${name}`, code: read.error === 'hours-empty' ? 'required' : read.error });
  return unreadable;
}

/** A time of day to minutes after midnight; `24:00` is its end. */
export function clockTime(text: string, name: string, problems: FieldProblem[]): number {
  const read = parseLocalTime(text, { asEnd: true });
  if ('time' in read) {
    const [hours = 0, rest = 0] = read.time.split(':').map(Number);
    return hours * 60 + rest;
  }
  problems.push({ pointer: `/${name}`, code: read.error === 'time-empty' ? 'required' : read.error });
  return unreadable;
}

/** Minutes after midnight as a clock: 12:00, 24:00. */
export const clockText = (minutes: number): string => formatClock(minutes).padStart(5, '0');

export const percentText = (basisPoints: number, language: 'nl' | 'en'): string =>
  formatHundredths(basisPoints, language, 'needed');
export const euroText = (cents: number, language: 'nl' | 'en'): string => formatHundredths(cents, language);
export const hoursText = formatHours;
