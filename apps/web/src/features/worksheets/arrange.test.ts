import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { describe, expect, it } from 'vitest';
import { filterIn, inGroups, matches } from './arrange.ts';

const everything = { q: '', organisationId: '', period: '', standsOut: false };

function row(changes: Partial<WorksheetRow> & { id: string }): WorksheetRow {
  return {
    version: 1,
    reference: null,
    kind: 'regular',
    status: 'submitted',
    filledBy: 'employee',
    placementId: 'p',
    employeeId: 'e',
    employeeName: 'Anna de Vries',
    employeeSortName: 'Vries, Anna de',
    organisationId: 'bakery',
    organisationName: 'Bakkerij',
    functionName: 'Orderpicker',
    period: { type: 'week', year: 2026, number: 47, startsOn: '2026-11-16', endsOn: '2026-11-22' },
    totalMinutes: 2400,
    workedMinutes: 2400,
    minutesByKind: {},
    quantities: {},
    plannedMinutes: 2400,
    previousMinutes: null,
    periodWorkedMinutes: null,
    hasRemark: false,
    missingRates: [],
    standsOut: [],
    sentAt: null,
    ...changes,
  };
}

describe('the filter', () => {
  it('finds parts of names and functions, in any order, without accents or capitals', () => {
    const jose = row({ id: '1', employeeName: 'José Ramírez' });
    expect(matches(jose, { ...everything, q: 'ORDER jose' })).toBe(true);
    expect(matches(jose, { ...everything, q: 'jose chauffeur' })).toBe(false);
  });

  it('takes week 47 of one year only', () => {
    expect(matches(row({ id: '1' }), { ...everything, period: 'week-2026-47' })).toBe(true);
    expect(matches(row({ id: '1' }), { ...everything, period: 'week-2025-47' })).toBe(false);
  });

  it('shows only what stands out', () => {
    expect(matches(row({ id: '1' }), { ...everything, standsOut: true })).toBe(false);
    expect(matches(row({ id: '1', standsOut: ['more-than-planned'] }), { ...everything, standsOut: true })).toBe(true);
  });
});

describe('the filter of an address', () => {
  const filterOf = (address: string) => {
    const params = new URLSearchParams(address);
    return filterIn({ names: [...params.keys()], read: (name) => params.get(name) ?? '' });
  };

  it('is what the address says, also of what nothing waits of', () => {
    const organisationId = '0198f2a4-5b6c-7d8e-9f01-23456789abcd';
    expect(filterOf(`q=anna&organisation=${organisationId}&period=four-weeks-2026-12&standsOut=1`)).toEqual({
      q: 'anna',
      organisationId,
      period: 'four-weeks-2026-12',
      standsOut: true,
    });
  });

  it.each([
    'organisation=zzz',
    'period=foo',
    'year=1999&period=week-3',
    'period=week-2026-07',
    'period=week-2025-53',
    'period=month-2026-13',
    'standsOut=yes',
  ])('leaves out what means nothing: %s', (address) => {
    expect(filterOf(address)).toEqual(everything);
  });
});

describe('groups', () => {
  const rows = [row({ id: '1' }), row({ id: '2', organisationId: 'farm' }), row({ id: '3' })];

  it('hold their rows in order, under one head', () => {
    expect(inGroups(rows, 'organisation').map(({ key }) => key)).toEqual(['group-bakery', '1', '3', 'group-farm', '2']);
  });

  it('are not there when nobody asked', () => {
    expect(inGroups(rows, 'none').map(({ key }) => key)).toEqual(['1', '2', '3']);
  });
});
