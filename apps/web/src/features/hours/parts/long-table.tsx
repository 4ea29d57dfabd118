import { weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { useEntryFields } from './entry-fields.ts';
import { HolidayMark } from './holiday-mark.tsx';
import { AddRow, HoursTable, KeysHint, TableCell } from './hours-table.tsx';
import classes from './long-table.module.css';

/** Four weeks or a month on a desk: the days are rows, the hour types columns. */
export function LongTable() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry, sheet, days, today, isOpen, rowName, minutesOfDay, amountOfRow, unitOf, total } = useEntryFields();
  return (
    <div className={classes.frame}>
      <div className={classes.scroll}>
        <HoursTable
          className={classes.table}
          columns={sheet.rows.length}
          placeAt={(row, column) => ({ row: sheet.rows[column], day: days[row] })}
        >
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
                  {sheet.rows.map((row, column) => (
                    <TableCell key={row.id} row={row} day={day} at={`${at}:${column}`} />
                  ))}
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
        </HoursTable>
      </div>
      <div className={classes.add}>
        <AddRow />
        <KeysHint className={classes.hint} />
      </div>
    </div>
  );
}

const isSameWeek = (one: string, other: string): boolean => isoWeekOf(one).week === isoWeekOf(other).week;
