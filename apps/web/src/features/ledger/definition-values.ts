import type { LedgerContent } from '@konnekt/shared/ledger/ledger.contract';

export type LedgerColumn = LedgerContent['columns'][number];

/** How a file looks, as its form has it: a column is one text, for fields hold texts. */
export const definitionForm = ({ name, content }: { name: string; content: LedgerContent }) => ({
  name,
  format: content.format as string,
  separator: content.separator as string,
  decimalSign: content.decimalSign as string,
  dateForm: content.dateForm as string,
  encoding: content.encoding as string,
  hasTitles: content.hasTitles,
  columns: writtenColumns(content.columns),
});
export type DefinitionValues = ReturnType<typeof definitionForm>;

export const writtenColumns = (columns: readonly LedgerColumn[]): readonly string[] =>
  columns.map((column) => JSON.stringify(column));
export const columnsIn = ({ columns }: Pick<DefinitionValues, 'columns'>): LedgerColumn[] =>
  columns.map((text) => JSON.parse(text) as LedgerColumn);

/** What the API takes. The choices come from lists of the same words. */
export const definitionBody = ({ name, hasTitles, ...values }: DefinitionValues) => ({
  name,
  content: { ...(values as Pick<LedgerContent, (typeof choiceNames)[number]>), hasTitles, columns: columnsIn(values) },
});

export const choiceNames = ['format', 'separator', 'decimalSign', 'dateForm', 'encoding'] as const;
