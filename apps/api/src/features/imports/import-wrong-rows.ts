import type { Language } from '@konnekt/shared/basics/actor';
import type { SheetCell } from '@konnekt/shared/basics/sheet';
import { asSeen, type ImportCell, textOf } from '@konnekt/shared/imports/import-cells';
import { type ImportKind, importColumns, wordsOf } from '@konnekt/shared/imports/import-columns';
import { importErrors as english } from '@konnekt/shared/imports/import-errors.en';
import { importErrors as dutch } from '@konnekt/shared/imports/import-errors.nl';
import { withoutWrong, wrongHeading } from '@konnekt/shared/imports/import-heading';
import type { ImportError } from '@konnekt/shared/imports/import-rows';
import type { ReadFile } from './sheet/sheet.ts';

const sentences: Record<Language, Record<string, string>> = { nl: dutch, en: english };

/** Wrong by what the spreadsheet says that the cell is: as text it would be taken, and be something else. */
const byNature = ['cell-error', 'no-result', 'not-text', 'big-number', 'formula'];
const errorCell = { nl: '#N/B', en: '#N/A' } as const;

interface Wrong {
  kind: ImportKind;
  sheet: readonly (readonly ImportCell[])[];
  read: Pick<ReadFile, 'columns' | 'headingRow'>;
  errors: readonly ImportError<string>[];
  language: Language;
}

/**
 * The rows of a file, each where it was, with a first column that says what is wrong. It can be put right and handed in as it is: what is wrong
 * stays wrong until then.
 */
export async function* wrongRows({ kind, sheet, read, errors, language }: Wrong): AsyncGenerator<SheetCell[]> {
  const byRow = Map.groupBy(errors, ({ row }) => row);
  const placeOf = new Map(read.columns.map(({ field, place }) => [field, place]));
  const kindAt = new Map(
    read.columns.map(({ field, place }) => [place, importColumns[kind].find((column) => column.field === field)?.kind]),
  );
  const seenAt = (place: number, cell: ImportCell) => textOf(asSeen(kindAt.get(place), cell));
  const headings = new Map(read.columns.map(({ field, heading }) => [field, heading]));
  const sentence = (error: ImportError<string>) =>
    sentenceOf(kind, error, { language, heading: headings.get(error.column) });
  for (const [index, line] of withoutWrong(sheet).entries()) {
    const row = index + 1;
    const wrong = byRow.get(row) ?? [];
    const spoilt = new Set(
      wrong.flatMap(({ column, code }) => (byNature.includes(code) ? [placeOf.get(column ?? '')] : [])),
    );
    const cells = Array.from(line, (cell, place) => (spoilt.has(place) ? errorCell[language] : seenAt(place, cell)));
    yield [row === read.headingRow ? wrongHeading[language] : [...new Set(wrong.map(sentence))].join(' '), ...cells];
  }
}

/** `E-mail: Dit is geen e-mailadres. (x)`, the column as the file calls it. */
function sentenceOf(
  kind: ImportKind,
  { column, code, value }: ImportError<string>,
  { language, heading }: { language: Language; heading: string | undefined },
): string {
  const known = importColumns[kind].find(({ field }) => field === column);
  const said = (sentences[language][code] ?? code)
    .replace('{{value}}', value ?? '')
    .replace('{{words}}', wordsOf(kind, column, language));
  const shown = byNature.includes(code) && value ? ` (${value})` : '';
  const where = heading || known?.[language];
  return `${where ? `${where}: ` : ''}${said}${shown}`;
}
