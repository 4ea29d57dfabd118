/** What an export definition is made of. Without zod: screens use it, too. */

/** `long`: a row per line of hours. `wide`: a row per employee, with a column per payroll code. */
export const exportShapes = ['long', 'wide'] as const;
export const exportFormats = ['csv', 'xlsx', 'json'] as const;
export const separators = [';', ',', '|', 'tab'] as const;
export const decimalSigns = [',', '.'] as const;
/** 2026-11-24, 24-11-2026, 24/11/2026, 20261124. */
export const dateForms = ['y-m-d', 'd-m-y', 'd/m/y', 'ymd'] as const;
/** 7.75 or 7:45. */
export const hourForms = ['decimal', 'clock'] as const;
export const encodings = ['utf-8', 'utf-8-bom', 'windows-1252'] as const;
/** What stands above the rows: the titles of columns, the payroll codes of a wide file, both in one line, or fixed texts. */
export const headerKinds = ['titles', 'codes', 'titles-and-codes', 'texts'] as const;
/** What a payroll code counts: hours, kilometres and the like, or money. */
export const codeFigures = ['quantity', 'amount'] as const;

/** What a column can hold of the run and of the employee. */
export const employeeFields = [
  'runNumber',
  'runDate',
  'runMonth',
  'runWeek',
  'employeeNumber',
  'employeeName',
  'workedDays',
] as const;
/** What it can hold of a line besides. */
export const lineFields = [
  'assignmentNumber',
  'functionName',
  'clientNumber',
  'clientName',
  'isoYear',
  'isoWeek',
  'period',
  'periodStart',
  'periodEnd',
  'workDate',
  'bookingDate',
  'start',
  'end',
  'breakMinutes',
  'hourType',
  'payrollCode',
  'setuCode',
  'percentage',
  'unit',
  'payRate',
  'budgetNumber',
  'worksheetNumber',
  'worksheetVersion',
  'lineId',
  'correctionOfLineId',
  'approvedAt',
  'approvedByRole',
] as const;
/** What rows that are the same otherwise are added up by. */
export const figureFields = ['hours', 'quantity', 'amount'] as const;

type EmployeeField = (typeof employeeFields)[number];
type LineField = (typeof lineFields)[number];
export type FigureField = (typeof figureFields)[number];
export type ExportField = EmployeeField | LineField | FigureField;

/** Files of one run and definitions of the agency, at most. */
export const mostColumns = 60;
export const longestExport = { name: 80, title: 60, text: 120, sheetName: 31 } as const;
