import type { Registration } from '@konnekt/shared/registration/registration.contract';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../../i18n/format.ts';
import { HolidayMark } from '../hours/parts/holiday-mark.tsx';
import { GridBlocks } from './grid-blocks.tsx';
import { amountInCell, type GridCells } from './grid-cells.ts';
import { budgetColumn } from './grid-columns.ts';
import { GridRowFields } from './grid-row.tsx';
import classes from './registration-grid.module.css';
import { amountText, hourTypeOfKey } from './typed-hours.ts';
import type { RowAnswer, useGrid } from './use-grid.ts';
import { useGridEditing } from './use-grid-editing.ts';

/** Sums of hours are grouped: 1.204,50. */
const sumText = (sum: number, unit: ReturnType<GridCells['unitOf']>, format: Format) =>
  unit === 'hours' ? format.hours(sum) : amountText(sum, unit, format.language);

/** What the bar below can ask of the table. */
export interface GridHandle {
  focus: (row: number, column: number) => void;
}

/**
 * Rows are employees; keys, choosing, the clipboard and undo are as in a spreadsheet. On a phone each row is a card, and the
 * one that somebody is at shows its fields.
 */
export function GridTable(props: {
  registration: Registration;
  organisationId: string | undefined;
  grid: ReturnType<typeof useGrid>;
  cells: GridCells;
  /** Of which hour type the days are shown. */
  ofDays: string | undefined;
  isPhone: boolean;
  answerOf: (placementId: string) => RowAnswer | undefined;
  handle: RefObject<GridHandle | undefined>;
}) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { registration, grid, cells, ofDays, isPhone } = props;
  const { rows, columns, isPerDay } = cells;
  const table = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState(() => rows.findIndex(({ isOpen, row }) => isOpen && row.state === 'nothing'));
  const { selection, wanted, focus, type, pasteDialog, handlers } = useGridEditing({
    grid,
    cells,
    table,
    isPhone,
    onEnter: (row) => isPhone && row !== open && flushSync(() => setOpen(row)),
  });
  props.handle.current = { focus: (row, column) => focus({ row, column }) };

  const toggle = useCallback((row: number) => setOpen((before) => (before === row ? -1 : row)), []);
  const sums = columns.map(({ key }) =>
    key === budgetColumn ? 0 : rows.reduce((sum, one) => sum + amountInCell(one, key, isPerDay), 0),
  );
  const total = rows.reduce((sum, one) => sum + one.totalMinutes, 0);

  return (
    <div className={isPhone ? undefined : classes.scroll} data-window={!isPhone || undefined}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of fields that keys move in is a grid
        role="grid"
        className={isPhone ? classes.cards : classes.grid}
        aria-label={ofDays ? t('grid.labelDays', { hourType: ofDays }) : t('grid.label')}
        aria-describedby="grid-keys"
        aria-multiselectable
        aria-rowcount={rows.length + 2}
        {...handlers}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('people.name')}</th>
            {columns.map(({ key, name, above, holiday }) => (
              <th
                key={key}
                scope="col"
                data-narrow={(isPerDay && key !== budgetColumn) || undefined}
                data-text={key === budgetColumn || undefined}
              >
                {above && <span className={classes.above}>{above} </span>}
                {name}
                {holiday && <HolidayMark holidays={[holiday]} day={holiday.date} />}
              </th>
            ))}
            <th scope="col" data-narrow>
              {t('entry.total')}
            </th>
            <th scope="col" className={classes.state}>
              {t('people.state')}
            </th>
          </tr>
        </thead>
        <GridBlocks
          count={rows.length}
          wanted={wanted}
          columns={columns.length + 3}
          of={isPhone ? 'card' : 'row'}
          row={(at) => {
            const one = rows[at];
            const isChosen = selection && at >= selection.top && at <= selection.bottom;
            return (
              one && (
                <GridRowFields
                  key={one.row.placement.id}
                  at={at}
                  one={one}
                  period={registration.period}
                  organisationId={props.organisationId}
                  columns={columns}
                  isPerDay={isPerDay}
                  unitOf={cells.unitOf}
                  answer={props.answerOf(one.row.placement.id)}
                  chosen={isChosen ? selection : undefined}
                  card={isPhone ? (at === open ? 'open' : 'closed') : undefined}
                  onToggle={toggle}
                  onType={type}
                  rebase={grid.rebase}
                  discard={grid.discard}
                />
              )
            );
          }}
        />
        <tfoot>
          <tr aria-rowindex={rows.length + 2}>
            <th scope="row">{t('entry.total')}</th>
            {columns.map(({ key }, column) => (
              <td key={key} className={classes.sum}>
                {key === budgetColumn ? '' : sumText(sums[column] ?? 0, cells.unitOf(hourTypeOfKey(key)), format)}
              </td>
            ))}
            <td className={classes.total}>{format.hours(total)}</td>
            <td className={classes.state} />
          </tr>
        </tfoot>
      </table>
      {pasteDialog}
    </div>
  );
}
