import { searchText, searchWords } from '@konnekt/shared/basics/search-text';
import { type PeriodType, periodOf } from '@konnekt/shared/periods/period';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { type Address, anyText, isId, unknownIn } from '../../kit/address/use-address.ts';

export type Group = 'organisation' | 'period' | 'none';

export interface FilterValues {
  q: string;
  organisationId: string;
  /** `week-2026-47` */
  period: string;
  standsOut: boolean;
}

/** One line of a list on screen: the head of a group, or a worksheet. */
export type ListItem<R extends WorksheetRow = WorksheetRow> =
  | { kind: 'group'; key: string; first: R; rows: R[] }
  | { kind: 'row'; key: string; row: R };

export const periodKey = ({ period }: Pick<WorksheetRow, 'period'>) => `${period.type}-${period.year}-${period.number}`;

/** `week-2026-47`, of a year that has such a week. */
function isPeriodKey(text: string): boolean {
  const [, type, year, number] = /^(week|four-weeks|month)-([12]\d{3})-([1-9]\d?)$/.exec(text) ?? [];
  return (
    type !== undefined && periodOf(type as PeriodType, Number(year), Number(number), 'separate-week') !== undefined
  );
}

/** What the filter in an address can mean. */
export const knownFilter = {
  q: anyText,
  organisation: isId,
  period: isPeriodKey,
  standsOut: ['1'],
};

/** The filter that an address holds; what means nothing is left out. */
export function filterIn(address: Pick<Address, 'names' | 'read'>): FilterValues {
  const unknown = new Set(unknownIn(address, knownFilter).map(({ name }) => name));
  const read = (name: string) => (unknown.has(name) ? '' : address.read(name));
  return {
    q: read('q'),
    organisationId: read('organisation'),
    period: read('period'),
    standsOut: read('standsOut') !== '',
  };
}

export function matches(row: WorksheetRow, filter: FilterValues): boolean {
  if (filter.organisationId && row.organisationId !== filter.organisationId) return false;
  if (filter.period && periodKey(row) !== filter.period) return false;
  if (filter.standsOut && row.standsOut.length === 0) return false;
  const words = searchWords(filter.q);
  if (words.length === 0) return true;
  const text = searchText(`${row.employeeName} ${row.functionName} ${row.organisationName} ${row.reference ?? ''}`);
  return words.every((word) => text.includes(word));
}

/** Puts rows that are in order under the heads of their groups; the groups come in the order of their first rows. */
export function inGroups<R extends WorksheetRow>(rows: readonly R[], group: Group): ListItem<R>[] {
  if (group === 'none') return rows.map((row) => ({ kind: 'row', key: keyOf(row), row }));
  const groups = Map.groupBy(rows, (row) => (group === 'organisation' ? row.organisationId : periodKey(row)));
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (!first) return [];
    const head: ListItem<R> = { kind: 'group', key: `group-${key}`, first, rows: members };
    return [head, ...members.map((row): ListItem<R> => ({ kind: 'row', key: keyOf(row), row }))];
  });
}

/** What was never saved has no id; there is one such row per placement and period. */
export const keyOf = (row: WorksheetRow) => row.id ?? `${row.placementId}-${periodKey(row)}`;

export const hasId = (row: WorksheetRow): row is WorksheetRow & { id: string } => row.id !== null;
