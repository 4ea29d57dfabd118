import type { ExportColumn, ExportContent } from './export.schema.ts';
import type { ExportField } from './export.words.ts';

const column = (title: string, field: ExportField | null, text = ''): ExportColumn => ({ title, field, text });
const base = {
  separator: ';',
  decimalSign: ',',
  dateForm: 'd-m-y',
  hourForm: 'decimal',
  encoding: 'utf-8',
  sheetName: 'Konnekt',
  numbersOnly: false,
  codes: [],
} as const satisfies Partial<ExportContent>;

/** What an export definition can begin as. Numbers of the agency in a package are fixed texts, to be filled in. */
export const exportPresets = {
  csv: { name: 'Konnekt CSV', content: konnekt('csv') },
  json: { name: 'Konnekt JSON', content: konnekt('json') },
  loket: { name: 'Loket.nl', content: loket() },
  nmbrs: { name: 'Visma Nmbrs', content: nmbrs() },
  easyflex: { name: 'Easyflex', content: easyflex() },
} as const satisfies Record<string, { name: string; content: ExportContent }>;
export type ExportPreset = keyof typeof exportPresets;

/** A row per line of hours with all that there is to say of it: for machines, in their figures and days. */
function konnekt(format: 'csv' | 'json'): ExportContent {
  return {
    ...base,
    ...{ shape: 'long', format, separator: ',', decimalSign: '.', dateForm: 'y-m-d' },
    header: [{ kind: 'titles', texts: [] }],
    columns: [
      column('schema_version', null, '1'),
      column('run_id', 'runNumber'),
      column('run_date', 'runDate'),
      column('company_code', null),
      column('employee_number', 'employeeNumber'),
      column('assignment_id', 'assignmentNumber'),
      column('client_number', 'clientNumber'),
      column('iso_year', 'isoYear'),
      column('iso_week', 'isoWeek'),
      column('period', 'period'),
      column('work_date', 'workDate'),
      column('start', 'start'),
      column('end', 'end'),
      column('break_minutes', 'breakMinutes'),
      column('hour_type', 'hourType'),
      column('payroll_code', 'payrollCode'),
      column('setu_code', 'setuCode'),
      column('percentage', 'percentage'),
      column('unit', 'unit'),
      column('quantity', 'quantity'),
      column('pay_rate', 'payRate'),
      column('amount', 'amount'),
      column('cost_center', null),
      column('project', null),
      column('po_number', 'budgetNumber'),
      column('worksheet_number', 'worksheetNumber'),
      column('worksheet_version', 'worksheetVersion'),
      column('line_id', 'lineId'),
      column('correction_of_line_id', 'correctionOfLineId'),
      column('approved_at', 'approvedAt'),
      column('approved_by_role', 'approvedByRole'),
    ],
  };
}

/** "Variabele gegevens": aanslnr;persnr;ploeg and a column per component, each once; figures only. */
function loket(): ExportContent {
  return {
    ...base,
    ...{ shape: 'wide', format: 'csv', numbersOnly: true },
    header: [{ kind: 'titles-and-codes', texts: [] }],
    columns: [column('aanslnr', null), column('persnr', 'employeeNumber'), column('ploeg', null, '1')],
  };
}

/** "Variabele Looncomponenten": titles on row 1, codes from column H on row 2, values from row 3. */
function nmbrs(): ExportContent {
  return {
    ...base,
    ...{ shape: 'wide', format: 'xlsx', sheetName: 'Variabele Looncomponenten' },
    header: [
      { kind: 'titles', texts: [] },
      { kind: 'codes', texts: [] },
    ],
    columns: [
      column('Debiteurnr', null),
      column('Bedrijfnr', null),
      column('Persnr', 'employeeNumber'),
      column('Naam', 'employeeName'),
      column('Periode', 'runMonth'),
      column('Dagen', null),
      column('DagenVoorLC', null),
    ],
  };
}

/** "Urenbestand": a row per worker, client, date and wage component. */
function easyflex(): ExportContent {
  return {
    ...base,
    ...{ shape: 'long', format: 'csv' },
    header: [{ kind: 'titles', texts: [] }],
    columns: [
      column('flexwerker', 'employeeNumber'),
      column('relatie', 'clientNumber'),
      column('datum', 'bookingDate'),
      column('looncomponent', 'payrollCode'),
      column('uren', 'quantity'),
    ],
  };
}
