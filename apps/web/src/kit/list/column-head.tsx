import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import hidden from '../../ui/hidden.module.css';
import { type Column, nextSort } from './column.ts';
import classes from './column-head.module.css';

/** The heading of a column: a button where it sorts, which says how only where the rows stand so. */
export function ColumnHead<Row>(props: {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((sort: string) => void) | undefined;
}) {
  const { column, sort, onSort } = props;
  const { id, header, isSortable, isFigure, isHeaderHidden } = column;
  const isUp = isSortable && sort === id;
  const isDown = isSortable && sort === `-${id}`;
  return (
    <th
      scope="col"
      data-column={id}
      data-figure={isFigure || undefined}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
    >
      {isSortable && onSort ? (
        <button type="button" className={classes.sort} onClick={() => onSort(nextSort(column, sort))}>
          {header}
          {isUp && <IconArrowUp size={13} stroke={2} aria-hidden />}
          {isDown && <IconArrowDown size={13} stroke={2} aria-hidden />}
        </button>
      ) : (
        <span className={isHeaderHidden ? hidden.hidden : undefined}>{header}</span>
      )}
    </th>
  );
}
