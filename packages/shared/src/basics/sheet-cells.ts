import type { Language } from './actor.ts';
import { calendarDayAt } from './calendar-day.ts';
import { localTimeAt } from './local-time.ts';
import type { SheetCell } from './sheet.ts';

/** The day of an instant in a file, as Amsterdam counts days; its time stands beside it. */
export const dayCell = (instant: string | null): SheetCell => instant && { day: calendarDayAt(instant) };
/** The time of an instant on Amsterdam's clock. */
export const timeCell = (instant: string | null): SheetCell => instant && localTimeAt(instant);

export const yesOrNo = (isSo: boolean, language: Language): string =>
  language === 'nl' ? (isSo ? 'ja' : 'nee') : isSo ? 'yes' : 'no';
