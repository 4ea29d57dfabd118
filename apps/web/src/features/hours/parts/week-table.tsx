import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { AddHourType } from './add-hour-type.tsx';
import { CellInput } from './cell-input.tsx';
import { CellNote, openNoteByKey } from './cell-note.tsx';
import { useEntryFields } from './entry-fields.ts';
import { focusSoon } from './focus-problem.ts';
import { HolidayMark } from './holiday-mark.tsx';
import { moveInFields } from './keys.ts';
import { cellKey, isBlank, removeRow, type TypedRow, withRow } from './sheet.ts';
import { usePaste } from './use-paste.tsx';
import classes from './week-table.module.css';

/** A week on a desk: the days are columns, the hour types rows. */
export function WeekTable() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry, sheet, days, today, isOpen, minutesOfDay, total, change } = useEntryFields();
  const { onPaste, dialog } = usePaste({ columns: days.length }, (row, column) => {
    const [one, day] = [sheet.rows[row], days[column]];
    return one && day && isOpen(day) ? cellKey(one.id, day) : undefined;
  });
  const addRow = (hourTypeId: string) =>
    change((before) => {
      const { sheet, rowId } = withRow(before, hourTypeId);
      focusSoon(cellKey(rowId, days.find(isOpen) ?? ''), 'hours');
      return sheet;
    });
  return (
    <div className={classes.frame}>
      <table
        className={classes.table}
        onPaste={onPaste}
        onKeyDown={(event) => {
          openNoteByKey(event);
          moveInFields(event);
        }}
      >
        <caption className={classes.caption}>{t('table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('hourType')}</th>
            {days.map((day) => (
              <th key={day} scope="col" data-today={day === today || undefined} data-closed={!isOpen(day) || undefined}>
                <span className={classes.weekday}>{format.weekday(day)}</span>
                <span className={classes.date}>{isOpen(day) ? format.dayOfMonth(day) : t('closed')}</span>
                <HolidayMark holidays={entry.holidays} day={day} />
              </th>
            ))}
            <th scope="col" className={classes.total}>
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, at) => (
            <Row key={row.id} row={row} at={at} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <AddHourType leaveOut={new Set(sheet.rows.map((row) => row.hourTypeId))} onAdd={addRow} />
            </th>
            {days.map((day) => (
              <td key={day} className={classes.sum} data-none={minutesOfDay(day) === 0 || undefined}>
                {format.hours(minutesOfDay(day))}
              </td>
            ))}
            <td className={classes.total}>
              <strong>{format.hours(total)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
      {dialog}
      <p className={classes.hint}>{t('keysHint')}</p>
    </div>
  );
}

function Row({ row, at }: { row: TypedRow; at: number }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { sheet, days, isLocked, rowName, amountOfRow, unitOf, change } = useEntryFields();
  const name = rowName(row);
  const isEmpty = days.every((day) => isBlank(sheet.cells[cellKey(row.id, day)]));
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>
          {name}
          {isEmpty && sheet.rows.length > 1 && (
            <button
              type="button"
              className={classes.remove}
              aria-label={t('removeRow', { hourType: name })}
              title={t('removeRow', { hourType: name })}
              onClick={() => change((before) => removeRow(before, row.id))}
            >
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          )}
        </span>
      </th>
      {days.map((day, column) => {
        const key = cellKey(row.id, day);
        const label = t('cell', { day: format.dayInWords(day), hourType: name });
        return (
          <td key={day}>
            <div className={classes.cell}>
              <CellInput
                cellKey={key}
                field="hours"
                by="hours"
                label={label}
                at={`${at}:${column}`}
                disabled={isLocked(day, key)}
              />
              <CellNote cellKey={key} by="hours" label={label} quiet />
            </div>
          </td>
        );
      })}
      <td className={classes.total}>{format.inUnit(amountOfRow(row.id), unitOf(row.hourTypeId))}</td>
    </tr>
  );
}
