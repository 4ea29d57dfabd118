import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Gone } from '../../kit/list/column.ts';
import { ColumnHead } from '../../kit/list/column-head.tsx';
import hidden from '../../ui/hidden.module.css';
import { TickBox } from '../../ui/tick-box.tsx';
import type { Group } from './arrange.ts';
import { GroupHead } from './group-head.tsx';
import { noteOf } from './row-note.tsx';
import { type Tickable, tickState } from './selection.ts';
import type { Ticking } from './ticking.ts';
import type { Arranged } from './use-arranged.ts';
import { useDrawn } from './use-drawn.ts';
import { useListKeys } from './use-list-keys.ts';
import type { Unfolding } from './use-unfolding.ts';
import { WorksheetLine } from './worksheet-line.tsx';
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
  unfolding: Unfolding;
  /** The columns that left for want of room. */
  gone: Gone;
  sort: string;
  onSort: (sort: string) => void;
  isLoading?: boolean;
}) {
  const { t } = useTranslation('worksheets');
  const { arranged, ticking, unfolding, gone, group = 'none' } = props;
  const { items, tickable } = arranged;
  const frame = useRef<HTMLTableElement>(null);
  const drawn = useDrawn(items, frame, ({ kind }) => (kind === 'group' ? 41 : 53));
  const keys = useListKeys({ list: frame, arranged, ticking, scrollTo: drawn.scrollTo });
  const columns = useMemo(() => arranged.columns.filter(({ id }) => !gone.has(id)), [arranged.columns, gone]);
  const width = columns.length + (ticking ? 2 : 1);
  const order = useRef<readonly Tickable[]>(tickable);
  order.current = tickable;
  const onTickOne = ticking?.onTickOne;
  const tickOne = useRef((row: Tickable, on: boolean, shift: boolean) => onTickOne?.(row, on, shift, order.current));
  tickOne.current = (row, on, shift) => onTickOne?.(row, on, shift, order.current);

  return (
    <div className={classes.frame} data-loading={props.isLoading || undefined}>
      <table
        ref={frame}
        data-short={gone.has('organisation') || undefined}
        className={classes.table}
        aria-label={props.label}
        aria-rowcount={items.length + 1}
        {...keys}
      >
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
            <th scope="col" className={classes.unfold}>
              <span className={hidden.hidden}>{t('field.days')}</span>
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
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
          return (
            <WorksheetLine
              key={item.key}
              row={item.row}
              index={index}
              width={width}
              columns={columns}
              gone={gone}
              isTicked={ticking ? item.key in ticking.selection.ticks : undefined}
              note={noteOf(ticking?.selection, item.row)}
              onTick={tickOne}
              isOpen={unfolding.open.has(item.key)}
              onToggle={unfolding.toggle}
              measure={drawn.measure}
            />
          );
        })}
        {drawn.after > 0 && <Gap height={drawn.after} />}
      </table>
    </div>
  );
}

/** The room of lines that are not drawn. */
const Gap = ({ height }: { height: number }) => <tbody aria-hidden className={classes.gap} style={{ height }} />;
