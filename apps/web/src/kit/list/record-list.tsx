import { type ReactNode, useRef } from 'react';
import { TickBox } from '../../ui/tick-box.tsx';
import type { Column, Gone } from './column.ts';
import { ColumnHead } from './column-head.tsx';
import classes from './record-list.module.css';
import { SortField } from './sort-field.tsx';
import type { RowTicks } from './ticks.ts';
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
  /** Where rows can be ticked. */
  ticks?: RowTicks<Row>;
  isLoading?: boolean;
}) {
  const place = useRef<HTMLDivElement>(null);
  const { columns, sort, onSort } = props;
  const room = useRoom(place, columns, props.ticks ? 'ticks' : '');
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

function Table<Row>(props: Props<Row> & { gone: Gone }) {
  const { label, rows, keyOf, columns, sort, onSort, ticks, isLoading, gone } = props;
  const shown = columns.filter(({ id }) => !gone.has(id));
  return (
    <div className={classes.frame} data-loading={isLoading || undefined}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {ticks && (
              <th scope="col" className={classes.tick}>
                <TickAll ticks={ticks} />
              </th>
            )}
            {shown.map((column) => (
              <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-ticked={ticks?.ticks.isTicked(keyOf(row)) || undefined}>
              {ticks && (
                <td className={classes.tick}>
                  <Tick row={row} id={keyOf(row)} ticks={ticks} />
                </td>
              )}
              {shown.map(({ id, cell, isFigure }, index) => (
                <td key={id} data-figure={isFigure || undefined}>
                  {wholeDates(cell(row, gone))}
                  {index === 0 && whyNot(ticks, keyOf(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<Row>({ label, rows, keyOf, columns, ticks, isLoading }: Props<Row>) {
  const [first, ...more] = columns;
  return (
    <>
      {ticks && rows.length > 0 && (
        <div className={classes.all}>
          <TickAll ticks={ticks} />
          <span aria-hidden>{ticks.all}</span>
        </div>
      )}
      <ul className={classes.cards} aria-label={label} data-loading={isLoading || undefined}>
        {rows.map((row) => (
          <li key={keyOf(row)} data-ticked={ticks?.ticks.isTicked(keyOf(row)) || undefined}>
            <div className={classes.head}>
              {ticks && <Tick row={row} id={keyOf(row)} ticks={ticks} />}
              <div className={classes.name}>
                {first?.cell(row, nothing)}
                {whyNot(ticks, keyOf(row))}
              </div>
            </div>
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
    </>
  );
}

const TickAll = <Row,>({ ticks: { ticks, all } }: { ticks: RowTicks<Row> }) => (
  <TickBox state={ticks.state} label={all} onTick={ticks.tickAll} />
);

function Tick<Row>({ row, id, ticks: { ticks, one } }: { row: Row; id: string; ticks: RowTicks<Row> }) {
  return (
    <TickBox
      state={ticks.isTicked(id) ? 'all' : 'none'}
      label={one(row)}
      onTick={(on, shift) => ticks.tickOne(id, on, shift)}
    />
  );
}

/** Below the name of a row: why the last act did not go for it. */
function whyNot<Row>(ticks: RowTicks<Row> | undefined, id: string): ReactNode {
  const words = ticks?.whyNot?.(id);
  return words && <span className={classes.refused}>{words}</span>;
}

/** How the link to a record looks. */
export const recordLink = classes.link;
/** Words below it that matter less. */
export const recordQuiet = classes.quiet;
