import type { CalendarDay } from '../basics/calendar-day.ts';
import { type Coded, type ExportRow, sizeOf } from './export.cells.ts';

/** What one employee has of one payroll code: printed beside the file, and equal to what its rows add up to. */
export interface ControlTotal {
  code: string;
  employees: number;
  lines: number;
  minutes: number;
  quantity: number;
  payCents: number;
}

export interface Sum {
  first: Coded;
  size: number;
  cents: number | null;
}
export const add = (sum: Sum | undefined, row: Coded): Sum => ({
  first: sum?.first ?? row,
  size: (sum?.size ?? 0) + sizeOf(row),
  cents: row.payCents === null ? (sum?.cents ?? null) : (sum?.cents ?? 0) + row.payCents,
});

export function controlTotals(rows: readonly Coded[], codes: readonly string[]): ControlTotal[] {
  return codes.map((code) => {
    const of = rows.filter((row) => row.code === code);
    return {
      code,
      employees: new Set(of.map(({ employeeNumber }) => employeeNumber)).size,
      lines: of.length,
      minutes: of.reduce((sum, { minutes }) => sum + minutes, 0),
      quantity: of.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
      payCents: of.reduce((sum, { payCents }) => sum + (payCents ?? 0), 0),
    };
  });
}

export function workedDaysOf(rows: readonly ExportRow[]): Map<string, Set<CalendarDay>> {
  const days = new Map<string, Set<CalendarDay>>();
  for (const { employeeNumber, date, isWorked } of rows) {
    const of = days.get(employeeNumber) ?? new Set();
    if (date && isWorked) of.add(date);
    days.set(employeeNumber, of);
  }
  return days;
}
