import type { ImportResult } from '@konnekt/shared/imports/import.contract';
import type { CellValue } from '@konnekt/shared/imports/import-cells';
import { type ImportKind, importColumns } from '@konnekt/shared/imports/import-columns';
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

type ErrorCode = Extract<ParseKeys<'imports'>, `error.${string}`> extends `error.${infer Code}` ? Code : never;

/** Columns, values and what is wrong with them, in words. */
export function useImportWords(kind: ImportKind) {
  const { t } = useTranslation('imports');
  const { language } = useFormat();
  const columnOf = (field: string) => importColumns[kind].find((column) => column.field === field);
  return {
    column: (field: string | null) => (field === null ? '–' : (columnOf(field)?.[language] ?? field)),
    value: (field: string, value: CellValue) =>
      value === null ? t('changes.none') : (columnOf(field)?.kind.write(value, language) ?? String(value)),
    /** A code that this screen does not know is told as it is: the API may be newer. */
    error: ({ code, value }: ImportResult['errors'][number]) =>
      t(`error.${code as ErrorCode}`, { value: value ?? '', defaultValue: code }),
    /** Of these the value is said in the sentence, or says nothing. */
    showsValue: (code: string) => !['doubled-key', 'differs-from-row', 'too-many-rows', 'required'].includes(code),
  };
}
