import type { HourKind } from '@konnekt/shared/hour-types/hour-type.schema';
import { worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from '../../kit/list/column.ts';
import { StandsOut } from './parts/stands-out.tsx';
import { StatusBadge } from './parts/status-badge.tsx';
import { Quantities } from './quantities.tsx';
import { Figure, Period, RemarkMark, Who } from './worksheet-cells.tsx';
import classes from './worksheet-columns.module.css';
import { byEmployee, byNumber, byStart, byWeight, collator } from './worksheet-order.ts';

export type WorksheetColumn = Column<WorksheetRow>;

const kindOrder: HourKind[] = ['normal', 'overtime', 'irregular', 'travel', 'leave', 'sick', 'holiday', 'other'];
const mostKinds = 3;

/**
 * The kinds that get a column of their own: those that the rows hold, normal hours always, the first few; the rest is
 * summed as "other".
 */
function kindColumns(rows: readonly WorksheetRow[]): HourKind[][] {
  const found = kindOrder.filter((kind) => kind === 'normal' || rows.some((row) => row.minutesByKind[kind]));
  if (found.length <= mostKinds) return found.map((kind) => [kind]);
  const own = found.slice(0, mostKinds - 1);
  return [...own.map((kind) => [kind]), found.filter((kind) => !own.includes(kind))];
}

const minutesOf = (row: WorksheetRow, kinds: HourKind[]) =>
  kinds.reduce((sum, kind) => sum + (row.minutesByKind[kind] ?? 0), 0);

/** What the API can sort by. */
const apiSorts = ['employee', 'organisation', 'period', 'status', 'hours'];

/**
 * The columns of every list of worksheets. Ids are the words that the address and the API sort by. `isAllHere`: the rows are the
 * whole list, so that it can be sorted by what the API does not sort by.
 */
export function useWorksheetColumns(
  rows: readonly WorksheetRow[],
  options: { showOrganisation: boolean; showStatus?: boolean; showEmployee?: boolean; isAllHere?: boolean },
): WorksheetColumn[] {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { showOrganisation, showStatus = false, showEmployee = true, isAllHere = false } = options;
  const kindWords = kindColumns(rows)
    .map((some) => some.join('+'))
    .join(' ');

  return useMemo(() => {
    const columns: WorksheetColumn[] = [];
    const kinds = kindWords.split(' ').map((some) => some.split('+') as HourKind[]);
    const period: WorksheetColumn = {
      id: 'period',
      header: t('field.period'),
      cell: (row, gone) => <Period row={row} showEmployee={showEmployee} gone={gone} />,
      compare: (one, other) => byStart(one, other) || byEmployee(one, other),
      ...(showEmployee && { rank: 1 }),
    };
    if (showEmployee) {
      columns.push({
        id: 'employee',
        header: `${t('field.employee')}, ${t('field.function').toLowerCase()}`,
        cell: (row, gone) => <Who row={row} gone={gone} />,
        compare: byEmployee,
      });
    } else columns.push(period);
    if (showOrganisation) {
      columns.push({
        id: 'organisation',
        header: t('field.organisation'),
        cell: (row) => <span className={classes.clamp}>{row.organisationName}</span>,
        compare: (one, other) =>
          collator.compare(one.organisationName, other.organisationName) || byEmployee(one, other),
        rank: 2,
      });
    }
    if (showEmployee) columns.push(period);
    if (showStatus) {
      columns.push({
        id: 'status',
        header: t('field.status'),
        cell: ({ status }) => <StatusBadge status={status} />,
        compare: byNumber(({ status }) => (status ? worksheetStatuses.indexOf(status) : -1)),
        rank: 3,
      });
    }
    for (const some of kinds) {
      const [first = 'other'] = some;
      const name = some.length > 1 ? 'other' : first;
      columns.push({
        id: name,
        header: t(`kind.${name}`),
        cell: (row) => <Figure minutes={minutesOf(row, some)} />,
        compare: byNumber((row) => minutesOf(row, some)),
        isLargestFirst: true,
        isFigure: true,
        rank: 5,
      });
    }
    columns.push(
      {
        id: 'hours',
        header: t('field.total'),
        cell: ({ totalMinutes, quantities }) => (
          <>
            <strong className={classes.total}>{format.hours(totalMinutes)}</strong>
            <Quantities quantities={quantities} className={classes.quantity} />
          </>
        ),
        compare: byNumber(({ totalMinutes }) => totalMinutes),
        isLargestFirst: true,
        isFigure: true,
      },
      {
        id: 'remark',
        header: t('field.remark'),
        isHeaderHidden: true,
        cell: ({ hasRemark }) => hasRemark && <RemarkMark />,
        rank: 4,
      },
      {
        id: 'stands-out',
        header: t('field.standsOut'),
        cell: (row) => <StandsOut row={row} />,
        compare: byWeight,
        isLargestFirst: true,
      },
    );
    return columns.map((column) => ({
      ...column,
      isSortable: isAllHere ? column.compare !== undefined : apiSorts.includes(column.id),
    }));
  }, [t, format, kindWords, showOrganisation, showStatus, showEmployee, isAllHere]);
}

/** What ticks or unfolds a row, told from its supplements. */
export function useRowLabel() {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  return (act: 'tick' | 'unfold', row: Pick<WorksheetRow, 'employeeName' | 'period' | 'kind'>) => {
    const label = t(`row.${act}`, { name: row.employeeName, period: format.periodInText(row.period) });
    return row.kind === 'regular' ? label : `${label} (${t(`worksheetKind.${row.kind}`)})`;
  };
}
