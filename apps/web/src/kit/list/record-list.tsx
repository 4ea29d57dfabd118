import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import classes from './record-list.module.css';

export interface RecordColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Its id is a word that the API sorts by. */
  isSortable?: boolean;
  isFigure?: boolean;
}

/** Records in a table; on a phone each is a card, with the first column as its name. */
export function RecordList<Row>(props: {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly RecordColumn<Row>[];
  sort?: string;
  onSort?: (sort: string) => void;
  isLoading?: boolean;
}) {
  const isPhone = useMediaQuery('(max-width: 48em)');
  return isPhone ? <Cards {...props} /> : <Table {...props} />;
}

type Props<Row> = Parameters<typeof RecordList<Row>>[0];

function Table<Row>({ label, rows, keyOf, columns, sort, onSort, isLoading }: Props<Row>) {
  return (
    <div className={classes.frame} data-loading={isLoading || undefined}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ id, cell, isFigure }) => (
                <td key={id} data-figure={isFigure || undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head<Row>({ column, sort, onSort }: { column: RecordColumn<Row> } & Pick<Props<Row>, 'sort' | 'onSort'>) {
  const { id, header, isSortable, isFigure } = column;
  const isUp = sort === id;
  const isDown = sort === `-${id}`;
  return (
    <th
      scope="col"
      data-figure={isFigure || undefined}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
    >
      {isSortable && onSort ? (
        <button type="button" className={classes.sort} onClick={() => onSort(isUp ? `-${id}` : id)}>
          {header}
          {isUp && <IconArrowUp size={13} stroke={2} aria-hidden />}
          {isDown && <IconArrowDown size={13} stroke={2} aria-hidden />}
        </button>
      ) : (
        header
      )}
    </th>
  );
}

function Cards<Row>({ label, rows, keyOf, columns, isLoading }: Props<Row>) {
  const [first, ...more] = columns;
  return (
    <ul className={classes.cards} aria-label={label} data-loading={isLoading || undefined}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <div className={classes.name}>{first?.cell(row)}</div>
          <dl>
            {more.map(({ id, header, cell }) => {
              const shown = cell(row);
              if (shown === null || shown === '' || shown === false) return null;
              return (
                <div key={id}>
                  <dt>{header}</dt>
                  <dd>{shown}</dd>
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
