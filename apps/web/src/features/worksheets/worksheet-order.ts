import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import type { Column } from '../../kit/list/column.ts';

type Compare = NonNullable<Column<WorksheetRow>['compare']>;
export const collator = new Intl.Collator('nl');
export const byEmployee: Compare = (one, other) =>
  collator.compare(one.employeeSortName, other.employeeSortName) || byStart(one, other);
export const byStart: Compare = (one, other) =>
  one.period.startsOn < other.period.startsOn ? -1 : one.period.startsOn > other.period.startsOn ? 1 : 0;
export const byNumber =
  (number: (row: WorksheetRow) => number): Compare =>
  (one, other) =>
    number(one) - number(other);

/** How much a worksheet stands out: first what the law says, then how many things, then how far it is from the plan. */
export const byWeight: Compare = (one, other) => {
  const isOver = ({ standsOut }: WorksheetRow) => Number(standsOut.includes('over-legal-maximum'));
  const off = ({ standsOut, workedMinutes, plannedMinutes }: WorksheetRow) =>
    standsOut.length > 0 ? Math.abs(workedMinutes - plannedMinutes) : 0;
  return isOver(one) - isOver(other) || one.standsOut.length - other.standsOut.length || off(one) - off(other);
};
