import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEntryFields } from './entry-fields.ts';
import { HolidayMark } from './holiday-mark.tsx';
import { AddRow, HoursTable, KeysHint, TableCell } from './hours-table.tsx';
import { cellKey, isBlank, removeRow, type TypedRow } from './sheet.ts';
import classes from './week-table.module.css';

/** A week on a desk: the days are columns, the hour types rows. */
export function WeekTable() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry, sheet, days, today, isOpen, minutesOfDay, total } = useEntryFields();
  return (
    <div className={classes.frame}>
      <HoursTable
        className={classes.table}
        columns={days.length}
        placeAt={(row, column) => ({ row: sheet.rows[row], day: days[column] })}
      >
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
              <AddRow />
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
      </HoursTable>
      <KeysHint className={classes.hint} />
    </div>
  );
}

function Row({ row, at }: { row: TypedRow; at: number }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { sheet, days, rowName, amountOfRow, unitOf, change } = useEntryFields();
  const name = rowName(row);
  const isEmpty = days.every((day) => isBlank(sheet.cells[cellKey(row.id, day)]));
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>
          {name}
          {isEmpty && sheet.rows.length > 1 && (
            <IconButton
              icon={IconX}
              label={t('removeRow', { hourType: name })}
              data-size="small"
              onClick={() => change((before) => removeRow(before, row.id))}
            />
          )}
        </span>
      </th>
      {days.map((day, column) => (
        <TableCell key={day} row={row} day={day} at={`${at}:${column}`} />
      ))}
      <td className={classes.total}>{format.inUnit(amountOfRow(row.id), unitOf(row.hourTypeId))}</td>
    </tr>
  );
}
