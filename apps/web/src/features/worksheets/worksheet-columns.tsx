import type { HourKind } from '@konnekt/shared/hour-types/hour-type.schema';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet.schema';
import { IconMessage2 } from '@tabler/icons-react';
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { StandsOut } from './parts/stands-out.tsx';
import { StatusBadge } from './parts/status-badge.tsx';
import classes from './worksheet-columns.module.css';

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
export type WorksheetColumn = ColumnDef<typeof features, WorksheetRow>;

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

type RowSort = SortFn<typeof features, WorksheetRow>;
const byText =
  (text: (row: WorksheetRow) => string): RowSort =>
  (a, b) =>
    collator.compare(text(a.original), text(b.original));
const byNumber =
  (number: (row: WorksheetRow) => number): RowSort =>
  (a, b) =>
    number(a.original) - number(b.original);
const byPeriod: RowSort = (a, b) => {
  const [one, other] = [a.original.period.startsOn, b.original.period.startsOn];
  return one < other ? -1 : one > other ? 1 : collator.compare(a.original.employeeName, b.original.employeeName);
};
const collator = new Intl.Collator('nl');

/**
 * The columns of every list of worksheets. Ids are the words that the address and the API sort by. `sortable` names those
 * that can be sorted by, where not all; the same array each time.
 */
export function useWorksheetColumns(
  rows: readonly WorksheetRow[],
  options: { showOrganisation: boolean; showStatus?: boolean; sortable?: readonly string[] },
): WorksheetColumn[] {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { showOrganisation, showStatus = false, sortable } = options;
  const kinds = useMemo(() => kindColumns(rows), [rows]);

  return useMemo(() => {
    const columns: WorksheetColumn[] = [
      {
        id: 'employee',
        header: () => `${t('field.employee')}, ${t('field.function').toLowerCase()}`,
        cell: ({ row: { original } }) => <Who row={original} />,
        sortFn: byText((row) => row.employeeName),
      },
    ];
    if (showOrganisation) {
      columns.push({
        id: 'organisation',
        header: () => t('field.organisation'),
        cell: ({ row: { original } }) => <span className={classes.clamp}>{original.organisationName}</span>,
        sortFn: byText((row) => row.organisationName),
      });
    }
    columns.push({
      id: 'period',
      header: () => t('field.period'),
      cell: ({ row: { original } }) => (
        <span className={classes.period}>
          {format.period(original.period, false)}
          <small>
            {original.period.type === 'month' ? '' : format.range(original.period.startsOn, original.period.endsOn)}
          </small>
        </span>
      ),
      sortFn: byPeriod,
    });
    if (showStatus) {
      columns.push({
        id: 'status',
        header: () => t('field.status'),
        cell: ({ row: { original } }) => <StatusBadge status={original.status} />,
        enableSorting: false,
      });
    }
    for (const some of kinds) {
      const [first = 'other'] = some;
      const name = some.length > 1 ? 'other' : first;
      columns.push({
        id: name,
        header: () => t(`kind.${name}`),
        cell: ({ row: { original } }) => <Figure minutes={minutesOf(original, some)} />,
        sortFn: byNumber((row) => minutesOf(row, some)),
      });
    }
    columns.push(
      {
        id: 'hours',
        header: () => t('field.total'),
        cell: ({ row: { original } }) => (
          <strong className={classes.total}>{format.hours(original.totalMinutes)}</strong>
        ),
        sortFn: byNumber((row) => row.totalMinutes),
      },
      {
        id: 'remark',
        header: () => <span className={classes.hidden}>{t('field.remark')}</span>,
        cell: ({ row: { original } }) => original.hasRemark && <RemarkMark />,
        enableSorting: false,
      },
      {
        id: 'stands-out',
        header: () => t('field.standsOut'),
        cell: ({ row: { original } }) => <StandsOut row={original} />,
        sortFn: byNumber((row) => row.standsOut.length),
      },
    );
    return columns.map((column) => ({
      ...column,
      enableSorting: column.enableSorting !== false && (sortable?.includes(column.id ?? '') ?? true),
    }));
  }, [t, format, kinds, showOrganisation, showStatus, sortable]);
}

function Who({ row }: { row: WorksheetRow }) {
  const { t } = useTranslation('worksheets');
  return (
    <span className={classes.who}>
      {row.id === null ? (
        <span className={classes.name}>{row.employeeName}</span>
      ) : (
        <Link to={paths.worksheet(row.id)} className={classes.name} data-open>
          {row.employeeName}
        </Link>
      )}
      <small>
        {row.functionName}
        {row.kind !== 'regular' && ` · ${t(`worksheetKind.${row.kind}`)}`}
      </small>
    </span>
  );
}

/** Nothing is a dash that reads as nothing, so that what is there stands out. */
function Figure({ minutes }: { minutes: number }) {
  const format = useFormat();
  return minutes === 0 ? <span className={classes.nothing}>–</span> : format.hours(minutes);
}

export function RemarkMark() {
  const { t } = useTranslation('worksheets');
  return (
    <span className={classes.remark} title={t('hasRemark')}>
      <IconMessage2 size={16} stroke={1.75} aria-hidden />
      <span className={classes.hidden}>{t('hasRemark')}</span>
    </span>
  );
}

/** What ticks a row, told from its supplements. */
export function useTickLabel() {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  return ({ employeeName: name, period, kind }: Pick<WorksheetRow, 'employeeName' | 'period' | 'kind'>) => {
    const label = t('row.tick', { name, period: format.periodInText(period) });
    return kind === 'regular' ? label : `${label} (${t(`worksheetKind.${kind}`)})`;
  };
}

/** Which columns hold figures. */
export const isFigure = (id: string) => id === 'hours' || kindOrder.some((kind) => kind === id);
