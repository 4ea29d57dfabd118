import { isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import type { ImportChange, ImportResult } from '@konnekt/shared/imports/import.contract';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import { type ImportKind, importColumns } from '@konnekt/shared/imports/import-columns';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

type ErrorCode = Extract<ParseKeys<'imports'>, `error.${string}`> extends `error.${infer Code}` ? Code : never;

type NoteCode = Extract<ParseKeys<'imports'>, `note.${string}`> extends `note.${infer Code}` ? Code : never;

/** Columns, values and what is wrong with them, in words. */
export function useImportWords(kind: ImportKind) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { language } = format;
  const columnOf = (field: string) => importColumns[kind].find((column) => column.field === field);
  return {
    column: (field: string | null) => (field === null ? '–' : (columnOf(field)?.[language] ?? field)),
    value: (field: string, value: CellValue) => {
      if (value === null) return t('changes.none');
      if (typeof value === 'string' && isCalendarDay(value)) return format.day(value);
      return columnOf(field)?.kind.write(value, language) ?? String(value);
    },
    /** What changes, in the order of the columns. */
    inOrder: (fields: ImportChange['fields']) =>
      importColumns[kind].flatMap(({ field }) => (fields[field] ? [[field, fields[field]] as const] : [])),
    /** A code that this screen does not know is told as it is: the API may be newer. */
    error: ({ code, value }: ImportResult['errors'][number]) =>
      t(`error.${code as ErrorCode}`, { value: value ?? '', defaultValue: code }),
    note: ({ code, value }: ImportResult['notes'][number]) =>
      t(`note.${code as NoteCode}`, { value: value ?? '', defaultValue: code }),
    /** Of these the value is said in the sentence, or says nothing. */
    showsValue: (code: string) =>
      !['doubled-key', 'differs-from-row', 'too-many-rows', 'required', 'same-name', 'same-placement'].includes(code),
  };
}
