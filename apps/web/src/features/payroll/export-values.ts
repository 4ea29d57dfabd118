import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { ExportContent } from '@konnekt/shared/payroll/export.schema';
import {
  type codeFigures,
  type dateForms,
  type decimalSigns,
  employeeFields,
  type encodings,
  type exportFormats,
  type exportShapes,
  type headerKinds,
  type hourForms,
  type separators,
} from '@konnekt/shared/payroll/export.words';

/** A column, a line on top and a code as the form holds them: each is one text, for fields hold texts. */
export type ColumnRow = ExportContent['columns'][number];
export interface HeaderRow {
  kind: (typeof headerKinds)[number];
  texts: string;
}
export interface CodeRow {
  hourTypeId: string;
  code: string;
  figure: (typeof codeFigures)[number] | 'left-out';
}

export interface ExportFields {
  name: string;
  isUsed: boolean;
  content: ExportContent;
}

/** A definition as its form has it. */
export const exportForm = ({ name, isUsed, content }: ExportFields) => ({
  name,
  isUsed,
  shape: content.shape as string,
  format: content.format as string,
  separator: content.separator as string,
  decimalSign: content.decimalSign as string,
  dateForm: content.dateForm as string,
  hourForm: content.hourForm as string,
  encoding: content.encoding as string,
  sheetName: content.sheetName,
  numbersOnly: content.numbersOnly,
  columns: written(content.columns),
  header: written(content.header.map(({ kind, texts }): HeaderRow => ({ kind, texts: texts.join(';') }))),
  codes: written(
    content.codes.map(
      ({ hourTypeId, code, figure }): CodeRow => ({
        hourTypeId,
        code: code ?? '',
        figure: code === null ? 'left-out' : figure,
      }),
    ),
  ),
});
export type ExportValues = ReturnType<typeof exportForm>;

/** What the API takes. The choices come from lists of the same words. */
export function exportBody(values: ExportValues): ExportFields {
  return {
    name: values.name,
    isUsed: values.isUsed,
    content: {
      shape: values.shape as (typeof exportShapes)[number],
      format: values.format as (typeof exportFormats)[number],
      separator: values.separator as (typeof separators)[number],
      decimalSign: values.decimalSign as (typeof decimalSigns)[number],
      dateForm: values.dateForm as (typeof dateForms)[number],
      hourForm: values.hourForm as (typeof hourForms)[number],
      encoding: values.encoding as (typeof encodings)[number],
      sheetName: values.sheetName,
      numbersOnly: values.numbersOnly,
      columns: columnsOfShape(values.shape, columnsIn(values)),
      header: headerIn(values).map(({ kind, texts }) => ({ kind, texts: kind === 'texts' ? texts.split(';') : [] })),
      codes: codesIn(values).flatMap(({ hourTypeId, code, figure }): ExportContent['codes'] => {
        if (figure === 'left-out') return [{ hourTypeId, code: null, figure: 'quantity' }];
        return code.trim() === '' ? [] : [{ hourTypeId, code: code.trim(), figure }];
      }),
    },
  };
}

export const written = (rows: readonly object[]): readonly string[] => rows.map((row) => JSON.stringify(row));
export const columnsIn = ({ columns }: Pick<ExportValues, 'columns'>) =>
  columns.map((text) => JSON.parse(text) as ColumnRow);
export const headerIn = ({ header }: Pick<ExportValues, 'header'>) =>
  header.map((text) => JSON.parse(text) as HeaderRow);
const codesIn = ({ codes }: Pick<ExportValues, 'codes'>) => codes.map((text) => JSON.parse(text) as CodeRow);

/** A row for every hour type in use, and for what has a code here; one that is not filled in takes its own code. */
export function codeRows(values: Pick<ExportValues, 'codes'>, types: readonly HourTypeRecord[]) {
  const given = new Map(codesIn(values).map((row) => [row.hourTypeId, row]));
  return types
    .filter(({ id, isActive }) => isActive || given.has(id))
    .map((type) => ({
      type,
      row: given.get(type.id) ?? { hourTypeId: type.id, code: '', figure: 'quantity' as const },
    }));
}

/** A row per employee has no line to tell of: its columns are those of the employee. */
export const columnsOfShape = (shape: string, columns: readonly ColumnRow[]): ColumnRow[] =>
  columns.filter(
    ({ field }) => shape === 'long' || field === null || (employeeFields as readonly string[]).includes(field),
  );
