import { z } from 'zod';
import { namesOnce, zFixed, zId, zLine } from '../basics/fields.ts';
import { longest } from '../basics/text-rules.ts';
import {
  codeFigures,
  dateForms,
  decimalSigns,
  employeeFields,
  encodings,
  exportFormats,
  exportShapes,
  figureFields,
  headerKinds,
  hourForms,
  lineFields,
  longestExport,
  mostColumns,
  separators,
} from './export.words.ts';

/** A column has a title, and holds a field or the same text in every row. */
const zColumn = z.object({
  title: zFixed(longestExport.title),
  field: z.enum([...employeeFields, ...lineFields, ...figureFields]).nullable(),
  text: zFixed(longestExport.text).default(''),
});

/** The definition of an export: all that decides what stands in its file. */
export const zExportContent = z
  .object({
    shape: z.enum(exportShapes),
    format: z.enum(exportFormats),
    columns: z.array(zColumn).min(1).max(mostColumns),
    header: z
      .array(
        z.object({
          kind: z.enum(headerKinds),
          texts: z.array(zFixed(longestExport.text)).max(mostColumns).default([]),
        }),
      )
      .max(5)
      .describe('The lines above the rows'),
    separator: z.enum(separators),
    decimalSign: z.enum(decimalSigns),
    dateForm: z.enum(dateForms),
    hourForm: z.enum(hourForms),
    encoding: z.enum(encodings),
    sheetName: zLine(longestExport.sheetName)
      .regex(/^[^[\]:*?/\\]+$/)
      .describe('Of the sheet in an XLSX file'),
    numbersOnly: z.boolean().describe('The package reads nothing but figures: payroll codes are, too'),
    codes: z
      .array(
        z.object({
          hourTypeId: zId,
          code: zLine(longest.payrollCode).nullable().describe('None leaves hours of this type out'),
          figure: z.enum(codeFigures),
        }),
      )
      .max(500)
      .superRefine(namesOnce('hourTypeId'))
      .describe('Where a hour type has another code here than its own'),
  })
  .superRefine(({ shape, columns, numbersOnly, codes }, ctx) => {
    columns.forEach(({ field }, index) => {
      if (shape === 'wide' && field && !(employeeFields as readonly string[]).includes(field))
        ctx.addIssue({ code: 'custom', path: ['columns', index, 'field'], params: { code: 'field-of-a-line' } });
    });
    codes.forEach(({ code }, index) => {
      if (numbersOnly && code !== null && !/^\d+$/.test(code))
        ctx.addIssue({ code: 'custom', path: ['codes', index, 'code'], params: { code: 'whole-number' } });
    });
  });
export type ExportContent = z.output<typeof zExportContent>;
export type ExportColumn = ExportContent['columns'][number];
