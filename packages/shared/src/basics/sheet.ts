import type { Language } from './actor.ts';
import type { CalendarDay } from './calendar-day.ts';

/** A cell of a spreadsheet: text, a figure, a day or nothing. */
export type SheetCell = string | number | { day: CalendarDay } | null;

/** A column of a file, as data. */
export interface SheetColumn<Row> {
  header: Record<Language, string>;
  cell: (row: Row, language: Language) => SheetCell;
}

/** Minutes as the hours of a figure: 7.5. */
export const hoursFigure = (minutes: number): number => Math.round((minutes / 60) * 10_000) / 10_000;

/** The heading of a file, and a line of it. */
export const sheetHeading = <Row>(columns: readonly SheetColumn<Row>[], language: Language): SheetCell[] =>
  columns.map(({ header }) => header[language]);
export const sheetLine = <Row>(columns: readonly SheetColumn<Row>[], row: Row, language: Language): SheetCell[] =>
  columns.map(({ cell }) => cell(row, language));

/**
 * A cell of a text file, quoted where it must be. What people typed (and not a figure, which may begin with a minus) is made text where a
 * spreadsheet would run it.
 */
export function quotedCell(text: string, separator: string, { isTyped }: { isTyped: boolean }): string {
  const safe = isTyped && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
