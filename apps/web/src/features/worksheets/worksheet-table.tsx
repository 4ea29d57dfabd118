import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { FlexRender } from '@tanstack/react-table';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { TickBox } from '../../ui/tick-box.tsx';
import type { Group } from './arrange.ts';
import { GroupHead } from './group-head.tsx';
import { type Note, noteOf, RowNote } from './row-note.tsx';
import { type Tickable, tickState } from './selection.ts';
import type { Ticking } from './ticking.ts';
import { type Arranged, isTickable, type TableRow } from './use-arranged.ts';
import { useDrawn } from './use-drawn.ts';
import { useListKeys } from './use-list-keys.ts';
import { isFigure, useTickLabel } from './worksheet-columns.tsx';
import classes from './worksheet-table.module.css';

/**
 * Worksheets as a table. Each line is a body of its own, so that what must be said of it gets a full line below it. A long
 * table draws only what is near the window and says how many lines there are.
 */
export function WorksheetTable(props: {
  label: string;
  arranged: Arranged;
  group?: Group;
  ticking?: Ticking;
  onSort: (id: string) => void;
  isLoading?: boolean;
}) {
  const { t } = useTranslation('worksheets');
  const { arranged, ticking, group = 'none' } = props;
  const { table, items, tickable, rowOf } = arranged;
  const frame = useRef<HTMLTableElement>(null);
  const drawn = useDrawn(items, frame, ({ kind }) => (kind === 'group' ? 41 : 53));
  const keys = useListKeys({ list: frame, arranged, ticking, scrollTo: drawn.scrollTo });
  const headers = table.getFlatHeaders();
  const width = headers.length + (ticking ? 1 : 0);
  const order = useRef<readonly Tickable[]>(tickable);
  order.current = tickable;
  const onTickOne = ticking?.onTickOne;
  const tickOne = useRef((row: Tickable, on: boolean, shift: boolean) => onTickOne?.(row, on, shift, order.current));
  tickOne.current = (row, on, shift) => onTickOne?.(row, on, shift, order.current);

  return (
    <div className={classes.frame} data-loading={props.isLoading || undefined}>
      <table ref={frame} className={classes.table} aria-label={props.label} aria-rowcount={items.length + 1} {...keys}>
        <thead>
          <tr aria-rowindex={1}>
            {ticking && (
              <th scope="col" className={classes.tick}>
                <TickBox
                  state={tickState(ticking.selection, tickable)}
                  label={t('approve.tickAll')}
                  onTick={(on) => ticking.onTick(tickable, on)}
                />
              </th>
            )}
            {headers.map((header) => {
              const direction = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  scope="col"
                  data-column={header.id}
                  data-figure={isFigure(header.id) || undefined}
                  aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
                >
                  {header.column.getCanSort() ? (
                    <button type="button" className={classes.sort} onClick={() => props.onSort(header.id)}>
                      <FlexRender header={header} />
                      {direction === 'asc' && <IconArrowUp size={13} stroke={2} aria-hidden />}
                      {direction === 'desc' && <IconArrowDown size={13} stroke={2} aria-hidden />}
                    </button>
                  ) : (
                    <FlexRender header={header} />
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        {drawn.before > 0 && <Gap height={drawn.before} />}
        {drawn.indexes.map((index) => {
          const item = items[index];
          if (!item) return null;
          if (item.kind === 'group') {
            return (
              <tbody key={item.key} ref={drawn.measure} data-index={index} className={classes.group}>
                <tr aria-rowindex={index + 2}>
                  <th scope="rowgroup" colSpan={width}>
                    <GroupHead item={item} group={group} ticking={ticking} />
                  </th>
                </tr>
              </tbody>
            );
          }
          const row = rowOf.get(item.key);
          return (
            row && (
              <Line
                key={item.key}
                row={row}
                index={index}
                width={width}
                columns={table.options.columns}
                isTicked={ticking ? item.key in ticking.selection.ticks : undefined}
                note={noteOf(ticking?.selection, item.row)}
                onTick={tickOne}
                measure={drawn.measure}
              />
            )
          );
        })}
        {drawn.after > 0 && <Gap height={drawn.after} />}
      </table>
    </div>
  );
}

type OnTick = (row: Tickable, on: boolean, shift: boolean) => void;

/** Drawn again only when something of its own changed: ticking one row leaves the others alone. */
const Line = memo(function Line(props: {
  row: TableRow;
  index: number;
  width: number;
  /** The same array as long as headers and texts are the same. */
  columns: unknown;
  /** Nothing where rows cannot be ticked at all. */
  isTicked: boolean | undefined;
  note: Note | undefined;
  onTick: { readonly current: OnTick };
  measure: ((element: HTMLElement | null) => void) | undefined;
}) {
  const tickLabel = useTickLabel();
  const { row, isTicked, note } = props;
  const worksheet = row.original;
  return (
    <tbody ref={props.measure} data-index={props.index} data-ticked={isTicked || undefined} className={classes.line}>
      <tr aria-rowindex={props.index + 2}>
        {isTicked !== undefined && (
          <td className={classes.tick}>
            {isTickable(worksheet) && (
              <TickBox
                state={isTicked ? 'all' : 'none'}
                label={tickLabel(worksheet)}
                onTick={(on, shift) => props.onTick.current(worksheet, on, shift)}
              />
            )}
          </td>
        )}
        <Cells row={row} columns={props.columns} />
      </tr>
      {note && (
        <tr className={classes.note}>
          <td colSpan={props.width}>
            <RowNote note={note} />
          </td>
        </tr>
      )}
    </tbody>
  );
});

/** What a line shows of its worksheet; ticking it does not draw this again. */
const Cells = memo(function Cells({ row }: { row: TableRow; columns: unknown }) {
  return row.getAllCells().map((cell) => (
    <td key={cell.id} data-column={cell.column.id} data-figure={isFigure(cell.column.id) || undefined}>
      <FlexRender cell={cell} />
    </td>
  ));
});

/** The room of lines that are not drawn. */
const Gap = ({ height }: { height: number }) => <tbody aria-hidden className={classes.gap} style={{ height }} />;
