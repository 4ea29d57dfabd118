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
