import { addDays } from '@konnekt/shared/basics/calendar-day';
import { isTime } from '@konnekt/shared/hour-types/hour-type.words';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CellInput } from './cell-input.tsx';
import { CellNote } from './cell-note.tsx';
import { useEntryFields } from './entry-fields.ts';
import {
  blankCell,
  cellKey,
  hasNoTimes,
  isBlank,
  removeCell,
  rowFreeOn,
  setCell,
  type TypedCell,
  type TypedRow,
} from './sheet.ts';
import classes from './shift-days.module.css';
import { clockChangeIn, endsNextDay } from './typed-times.ts';

/** One shift of a day: start, end and break; hours for what is no work. */
export function Shift(props: {
  day: string;
  row: TypedRow;
  number: number;
  line: number;
  isOnly: boolean;
  onAdd?: () => void;
}) {
  const { day, row, number, line } = props;
  const { t } = useTranslation('week');
  const { t: words } = useTranslation('hours');
  const format = useFormat();
  const { entry, hourTypes, sheet, nameOf, minutesOf, unitOf, change } = useEntryFields();
  const key = cellKey(row.id, day);
  const cell = sheet.cells[key];
  const minutes = minutesOf(key);
  // What is no work, and what is no time, has no start and end.
  const byOf = (id: string): TypedCell['by'] =>
    hourTypes.get(id)?.isWorked === false || !isTime(unitOf(id)) ? 'hours' : 'times';
  const by = cell?.by ?? byOf(row.hourTypeId);
  const amount = isTime(unitOf(row.hourTypeId)) ? 'field.hours' : 'field.amount';
  const label = (field: string) => t('shiftField', { field, day: format.dayInWords(day), number });
  const clock = cell && clockChangeIn(cell, day);
  const what = t('cell', { day: format.dayInWords(day), hourType: nameOf(row.hourTypeId) });

  function choose(hourTypeId: string) {
    change((before) => {
      const now = before.cells[key] ?? blankCell(by, entry.placement.budgetNumber);
      const wants = byOf(hourTypeId);
      // What was typed stays, in the fields it was typed in.
      const canChange = now.by === 'times' ? hasNoTimes(now) : now.hours.trim() === '';
      const { sheet, rowId } = rowFreeOn(removeCell(before, key), hourTypeId, day);
      return setCell(sheet, cellKey(rowId, day), canChange ? { ...now, by: wants } : now);
    });
  }

  return (
    <div className={classes.shift} data-by={by}>
      <select
        className={classes.type}
        aria-label={label(t('field.hourType'))}
        value={row.hourTypeId}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {entry.hourTypes.map(({ id }) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </select>
      {by === 'times' ? (
        <>
          {(['start', 'end', 'pause'] as const).map((field, column) => (
            <div key={field} className={classes.field}>
              <span className={classes.label} aria-hidden>
                {t(`field.${field}`)}
              </span>
              <CellInput
                cellKey={key}
                field={field}
                by="times"
                label={label(t(`field.${field}`))}
                at={`${line}:${column}`}
                large
              />
            </div>
          ))}
          <output className={classes.worked} aria-label={label(t('field.hours'))}>
            {minutes > 0 && (
              <>
                <strong>{format.hours(minutes)}</strong>
                <span>{t('echo', { clock: format.clock(minutes) })}</span>
              </>
            )}
          </output>
        </>
      ) : (
        <div className={classes.hours}>
          <span className={classes.label} aria-hidden>
            {t(amount)}
          </span>
          <CellInput cellKey={key} field="hours" by="hours" label={label(t(amount))} at={`${line}:0`} large />
        </div>
      )}
      <span className={classes.tools}>
        <CellNote cellKey={key} by={by} label={what} large />
        {props.onAdd && (
          <IconButton
            icon={IconPlus}
            label={t('addShiftOn', { day: format.dayInWords(day) })}
            data-size="large"
            className={classes.plus}
            onClick={props.onAdd}
          />
        )}
        {(!props.isOnly || !isBlank(cell)) && (
          <IconButton
            icon={IconX}
            label={t('removeCell', { what })}
            data-size="large"
            className={classes.remove}
            onClick={() => change((before) => removeCell(before, key))}
          />
        )}
      </span>
      {cell && by === 'times' && clock && <p className={classes.nextDay}>{words(`clock.${clock}`)}</p>}
      {cell && by === 'times' && endsNextDay(cell) && (
        <p className={classes.nextDay}>
          <strong>{t('plusDay')}</strong>{' '}
          {t('plusDayLong', { end: format.dayInWords(addDays(day, 1)), start: format.dayInWords(day) })}
        </p>
      )}
    </div>
  );
}
