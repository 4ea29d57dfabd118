import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { memo, useId } from 'react';
import type { Gone } from '../../kit/list/column.ts';
import { TickBox } from '../../ui/tick-box.tsx';
import { hasId } from './arrange.ts';
import { RowDays } from './row-days.tsx';
import { type Note, RowNote } from './row-note.tsx';
import type { Tickable } from './selection.ts';
import { UnfoldButton } from './unfold-button.tsx';
import { isTickable } from './use-arranged.ts';
import type { Unfolding } from './use-unfolding.ts';
import { useRowLabel, type WorksheetColumn } from './worksheet-columns.tsx';
import classes from './worksheet-table.module.css';

type OnTick = (row: Tickable, on: boolean, shift: boolean) => void;

/** A worksheet in the table. Drawn again only when something of its own changed: ticking one row leaves the others alone. */
export const WorksheetLine = memo(function WorksheetLine(props: {
  row: WorksheetRow;
  index: number;
  width: number;
  columns: readonly WorksheetColumn[];
  gone: Gone;
  /** Nothing where rows cannot be ticked at all. */
  isTicked: boolean | undefined;
  note: Note | undefined;
  onTick: { readonly current: OnTick };
  isOpen: boolean;
  onToggle: Unfolding['toggle'];
  measure: ((element: HTMLElement | null) => void) | undefined;
}) {
  const label = useRowLabel();
  const days = useId();
  const { row, isTicked, note, isOpen } = props;
  return (
    <tbody ref={props.measure} data-index={props.index} data-ticked={isTicked || undefined} className={classes.line}>
      <tr aria-rowindex={props.index + 2}>
        {isTicked !== undefined && (
          <td className={classes.tick}>
            {isTickable(row) && (
              <TickBox
                state={isTicked ? 'all' : 'none'}
                label={label('tick', row)}
                onTick={(on, shift) => props.onTick.current(row, on, shift)}
              />
            )}
          </td>
        )}
        <td className={classes.unfold}>
          {row.id !== null && <UnfoldButton row={row} isOpen={isOpen} controls={days} onToggle={props.onToggle} />}
        </td>
        <Cells row={row} columns={props.columns} gone={props.gone} />
      </tr>
      {note && (
        <tr className={classes.note}>
          <td colSpan={props.width}>
            <RowNote note={note} />
          </td>
        </tr>
      )}
      {isOpen && hasId(row) && (
        <tr className={classes.note} id={days}>
          <td colSpan={props.width}>
            <RowDays row={row} />
          </td>
        </tr>
      )}
    </tbody>
  );
});

/** What a line shows of its worksheet; ticking it does not draw this again. */
const Cells = memo(function Cells(props: { row: WorksheetRow; columns: readonly WorksheetColumn[]; gone: Gone }) {
  return props.columns.map(({ id, cell, isFigure }) => (
    <td key={id} data-column={id} data-figure={isFigure || undefined}>
      {cell(props.row, props.gone)}
    </td>
  ));
});
