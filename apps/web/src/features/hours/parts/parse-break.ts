import { cleanLine, isNothing } from '@konnekt/shared/basics/typed-text';

export type BreakError = 'break-not-understood';

/**
 * A break as people type it, to whole minutes: `30`, `30 min`, `0:30`, `:30`, `1u15`, `1h15`; nothing is no break. A decimal
 * (`0,5`) may be half an hour or half a minute and is refused: nothing is guessed.
 */
export function parseBreak(text: string): { minutes: number } | { error: BreakError } {
  const typed = cleanLine(text).toLowerCase();
  if (isNothing(typed)) return { minutes: 0 };
  const asMinutes = /^(\d{1,4})\s*(?:m|min|minuten|minutes)?\.?$/.exec(typed);
  if (asMinutes) return withinDay(Number(asMinutes[1]));
  const asClock = /^(\d{0,2})\s*[:uh]\s*([0-5]\d)$/.exec(typed);
  if (asClock) return withinDay(Number(asClock[1]) * 60 + Number(asClock[2]));
  return { error: 'break-not-understood' };
}

const withinDay = (minutes: number) => (minutes <= 24 * 60 ? { minutes } : { error: 'break-not-understood' as const });
