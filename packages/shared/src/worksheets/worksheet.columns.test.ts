import { describe, expect, it } from 'vitest';
import { sheetHeading, sheetLine } from '../basics/sheet.ts';
import { worksheetColumns } from './worksheet.columns.ts';
import type { WorksheetRow } from './worksheet-list.schema.ts';

const row: WorksheetRow = {
  id: null,
  version: null,
  reference: null,
  kind: 'regular',
  status: 'submitted',
  filledBy: 'employee',
  placementId: 'placement',
  employeeId: 'employee',
  employeeName: 'Anna de Vries',
  employeeSortName: 'Vries, Anna de',
  organisationId: 'organisation',
  organisationName: 'Van Dijk Logistiek',
  functionName: 'Orderpicker',
  period: { type: 'week', year: 2026, number: 47, startsOn: '2026-11-16', endsOn: '2026-11-22' },
  totalMinutes: 2400,
  workedMinutes: 2400,
  minutesByKind: { normal: 2400 },
  quantities: { surcharge: 90, kilometres: 19_050, euros: 1_250 },
  plannedMinutes: 2400,
  previousMinutes: null,
  hasRemark: false,
  periodWorkedMinutes: null,
  missingRates: [],
  standsOut: [],
  sentAt: null,
};

describe('the file of worksheets', () => {
  it('has what is no time in columns of its own, each in its unit, and not in the hours', () => {
    const names = sheetHeading(worksheetColumns, 'nl');
    const cells = sheetLine(worksheetColumns, row, 'nl');
    const cell = (name: string) => cells[names.indexOf(name)];
    expect(cell('Uren totaal')).toBe(40);
    expect(cell('Toeslaguren')).toBe(1.5);
    expect(cell('Kilometers')).toBe(190.5);
    expect(cell('Onkosten in euro’s')).toBe(12.5);
    expect(cell('Stuks')).toBe(0);
  });
});
