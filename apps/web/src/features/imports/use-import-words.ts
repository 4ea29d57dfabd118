import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { ImportChange, ImportResult } from '@konnekt/shared/imports/import.contract';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import { type ImportKind, importColumns, wordsOf } from '@konnekt/shared/imports/import-columns';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

type ErrorCode = Extract<ParseKeys<'imports'>, `error.${string}`> extends `error.${infer Code}` ? Code : never;

type NoteCode = Extract<ParseKeys<'imports'>, `note.${string}`> extends `note.${infer Code}` ? Code : never;

/** Columns, values and what is wrong with them, in words. */
export function useImportWords(kind: ImportKind, columns: ImportResult['columns'] = []) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { language } = format;
  /** A day as it is read; anything else as it stands there. */
  const shown = (value: string | null) => (value !== null && isCalendarDay(value) ? format.day(value) : (value ?? ''));
  const columnOf = (field: string) => importColumns[kind].find((column) => column.field === field);
  return {
    /** Ours, with what the file calls it. */
    column: (field: string | null) => {
      if (field === null) return '–';
      const [base = '', code] = field.split(' ');
      const known = columnOf(base)?.[language];
      const name = known ? [known, code].filter(Boolean).join(' ') : field;
      const heading = columns.find((column) => column.field === field)?.heading;
      return heading && heading.toLowerCase() !== name.toLowerCase() ? `${name} (${heading})` : name;
    },
    /** A heading of the file, or the letter of a column that has none. */
    heading: ({ heading, place }: ImportResult['columns'][number]) =>
      heading || t('map.bare', { letter: letterOf(place) }),
    value: (field: string, value: CellValue) => {
      if (value === null) return t('changes.none');
      if (typeof value === 'string' && isCalendarDay(value)) return format.day(value);
      return columnOf(field)?.kind.write(value, language) ?? String(value);
    },
    /** What changes, in the order of the columns. */
    inOrder: (fields: ImportChange['fields']) =>
      importColumns[kind].flatMap(({ field }) => (fields[field] ? [[field, fields[field]] as const] : [])),
    /** A code that this screen does not know is told as it is: the API may be newer. */
    error: ({ code, column, value }: ImportResult['errors'][number]) =>
      t(`error.${code as ErrorCode}`, {
        ...{ value: shown(value), words: wordsOf(kind, column, language), defaultValue: code },
      }),
    note: ({ code, value }: ImportResult['notes'][number]) =>
      t(`note.${code as NoteCode}`, { value: value ?? '', defaultValue: code }),
    /** Of these the value is said in the sentence, or says nothing. */
    showsValue: (code: string) =>
      ![
        'doubled-key',
        'differs-from-row',
        'too-many-rows',
        'required',
        'same-name',
        'full-share',
        'language-needs-email',
        'small-share',
        'normal-kind',
        'sheet-read',
        'sheet-passed-over',
        'hidden-rows',
        'contact-renamed',
        'same-placement',
        'name-known',
        'guessed-name',
        'says-nothing',
        'contact-renamed',
        'hidden-rows',
        'list-full',
        'rate-changes-the-past',
      ].includes(code),
  };
}

/** As spreadsheets name their columns: A … Z, AA … */
const letterOf = (place: number): string =>
  (place >= 26 ? letterOf(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));
