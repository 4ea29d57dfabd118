import { useRef } from 'react';
import type { Column, Gone } from './column.ts';
import { ColumnHead } from './column-head.tsx';
import classes from './record-list.module.css';
import { SortField } from './sort-field.tsx';
import { useRoom } from './use-room.ts';
import { wholeDates } from './whole-dates.tsx';

/** Records in a table whose columns leave as room gets short; then each is a card, with the first column as its name. */
export function RecordList<Row>(props: {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  sort?: string;
  onSort?: (sort: string) => void;
  isLoading?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const { columns, sort, onSort } = props;
  const room = useRoom(place, columns);
  const isHidden = room === 'cards' || columns.some(({ id, isSortable }) => isSortable && room.has(id));
  return (
    <div ref={place}>
      {isHidden && sort !== undefined && onSort && columns.some(({ isSortable }) => isSortable) && (
        <SortField columns={columns} sort={sort} onSort={onSort} />
      )}
      {room === 'cards' ? <Cards {...props} /> : <Table {...props} gone={room} />}
    </div>
  );
}

type Props<Row> = Parameters<typeof RecordList<Row>>[0];

/** On a card nothing left. */
const nothing: Gone = new Set();

function Table<Row>({ label, rows, keyOf, columns, sort, onSort, isLoading, gone }: Props<Row> & { gone: Gone }) {
  const shown = columns.filter(({ id }) => !gone.has(id));
  return (
    <div className={classes.frame} data-loading={isLoading || undefined}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {shown.map((column) => (
              <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {shown.map(({ id, cell, isFigure }) => (
                <td key={id} data-figure={isFigure || undefined}>
                  {wholeDates(cell(row, gone))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<Row>({ label, rows, keyOf, columns, isLoading }: Props<Row>) {
  const [first, ...more] = columns;
  return (
    <ul className={classes.cards} aria-label={label} data-loading={isLoading || undefined}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <div className={classes.name}>{first?.cell(row, nothing)}</div>
          <dl>
            {more.map(({ id, header, isHeaderHidden, cell }) => {
              const shown = cell(row, nothing);
              if (shown === null || shown === '' || shown === false) return null;
              return (
                <div key={id}>
                  <dt className={isHeaderHidden ? 'unseen' : undefined}>{header}</dt>
                  <dd>{wholeDates(shown)}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** How the link to a record looks. */
export const recordLink = classes.link;
/** Words below it that matter less. */
export const recordQuiet = classes.quiet;
