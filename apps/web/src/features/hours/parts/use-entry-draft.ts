import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import { useCallback, useMemo } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { cellsOfLines } from './cells-of-lines.ts';
import { rulesOfEntry } from './entry-fields.ts';
import { readSheet } from './read-sheet.ts';
import { sheetFrom, type TypedSheet } from './sheet.ts';
import { useDraft } from './use-draft.ts';

/** The hours of an entry as they are typed: of its worksheet, or, where nothing is stored under `name`, to be added to it. */
export function useEntryDraft(name: string, entry: WorksheetEntry, stored: Worksheet | null, firstHourTypeId: string) {
  const { language } = useFormat();
  const rules = useMemo(() => rulesOfEntry(entry), [entry]);
  const fresh = useMemo(
    () => sheetFrom(cellsOfLines(stored?.lines ?? [], language, rules.unitOf), stored?.remark ?? '', firstHourTypeId),
    [stored, language, rules, firstHourTypeId],
  );
  const read = useCallback((sheet: TypedSheet) => readSheet(sheet, rules), [rules]);
  return useDraft({ name, stored, fresh, read });
}
