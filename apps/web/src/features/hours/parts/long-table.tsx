import { weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { AddHourType } from './add-hour-type.tsx';
import { CellInput } from './cell-input.tsx';
import { CellNote, openNoteByKey } from './cell-note.tsx';
import { useEntryFields } from './entry-fields.ts';
import { focusSoon } from './focus-problem.ts';
import { HolidayMark } from './holiday-mark.tsx';
import { moveInFields } from './keys.ts';
import classes from './long-table.module.css';
import { cellKey, withRow } from './sheet.ts';
import { usePaste } from './use-paste.tsx';

/** Four weeks or a month on a desk: the days are rows, the hour types columns. */
export function LongTable() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const fields = useEntryFields();
  const { entry, sheet, days, today, isOpen, isLocked, rowName, minutesOfDay, amountOfRow, unitOf, total, change } =
    fields;
  const { onPaste, dialog } = usePaste({ columns: sheet.rows.length }, (row, column) => {
    const [day, one] = [days[row], sheet.rows[column]];
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
      <div className={classes.scroll}>
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
              <th scope="col">{t('day')}</th>
              {sheet.rows.map((row) => (
                <th key={row.id} scope="col" className={classes.type}>
                  {rowName(row)}
                </th>
              ))}
              <th scope="col" className={classes.total}>
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((day, at) => (
              <Fragment key={day}>
                {(at === 0 || weekdayOf(day) === 1) && (
                  <tr className={classes.week}>
                    <th scope="row" colSpan={sheet.rows.length + 1}>
                      {format.period({ type: 'week', number: isoWeekOf(day).week, year: 0, startsOn: day }, false)}
                    </th>
                    <td className={classes.total}>
                      {format.hours(
                        days.filter((one) => isSameWeek(one, day)).reduce((sum, one) => sum + minutesOfDay(one), 0),
                      )}
                    </td>
                  </tr>
                )}
                <tr data-today={day === today || undefined}>
                  <th scope="row">
                    <span className={classes.weekday}>{format.weekday(day)}</span> {format.dayOfMonth(day)}{' '}
                    {!isOpen(day) && <span className={classes.closed}>{t('closed')}</span>}
                    <HolidayMark holidays={entry.holidays} day={day} />
                  </th>
                  {sheet.rows.map((row, column) => {
                    const key = cellKey(row.id, day);
                    const label = t('cell', { day: format.dayInWords(day), hourType: rowName(row) });
                    return (
                      <td key={row.id}>
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
                  <td className={classes.total}>{minutesOfDay(day) > 0 && format.hours(minutesOfDay(day))}</td>
                </tr>
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {sheet.rows.map((row) => (
                <td key={row.id} className={classes.sum}>
                  {format.inUnit(amountOfRow(row.id), unitOf(row.hourTypeId))}
                </td>
              ))}
              <td className={classes.total}>
                <strong>{format.hours(total)}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {dialog}
      <div className={classes.add}>
        <AddHourType leaveOut={new Set(sheet.rows.map((row) => row.hourTypeId))} onAdd={addRow} />
        <span className={classes.hint}>{t('keysHint')}</span>
      </div>
    </div>
  );
}

const isSameWeek = (one: string, other: string): boolean => isoWeekOf(one).week === isoWeekOf(other).week;
