import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import type { SheetRules } from './read-sheet.ts';
import { blankCell, sheetFrom, type TypedSheet } from './sheet.ts';

export const normal = '00000000-0000-7000-8000-000000000001';
export const overtime = '00000000-0000-7000-8000-000000000002';
export const sick = '00000000-0000-7000-8000-000000000003';
export const week = [16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`);

const placement: PlacementSummary = {
  id: '00000000-0000-7000-8000-000000000010',
  employeeId: '00000000-0000-7000-8000-000000000011',
  employeeName: 'Bram Bakker',
  organisationId: '00000000-0000-7000-8000-000000000012',
  organisationName: 'Van Dijk Logistiek',
  functionName: 'Magazijnmedewerker',
  startsOn: '2026-01-01',
  endsOn: null,
  periodType: 'week',
  basis: 'flexible',
  hoursBy: 'employee',
  entryMode: 'totals',
  plannedMinutes: 2400,
  budgetNumber: null,
};

export const rules: SheetRules = {
  placement,
  period: { startsOn: '2026-11-16', endsOn: '2026-11-22' },
};

/** Normal hours by day, as somebody types them. */
export const typed = (hours: Record<string, string>, remark = ''): TypedSheet =>
  sheetFrom(
    Object.entries(hours).map(([date, text]) => ({
      hourTypeId: normal,
      date,
      cell: { ...blankCell('hours', null), hours: text },
    })),
    remark,
    normal,
  );

export const line = (date: string, minutes: number, more: Partial<HourLineInput> = {}): HourLineInput => ({
  hourTypeId: normal,
  date,
  minutes,
  quantity: null,
  startsAt: null,
  endsAt: null,
  breakMinutes: null,
  budgetNumber: null,
  remark: null,
  ...more,
});
