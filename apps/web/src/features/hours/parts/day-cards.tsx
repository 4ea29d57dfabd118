import { weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { AddHourType } from './add-hour-type.tsx';
import { CellInput } from './cell-input.tsx';
import { CellNote } from './cell-note.tsx';
import { DayCard } from './day-card.tsx';
import classes from './day-cards.module.css';
import { useEntryFields, usesBudgetNumbers } from './entry-fields.ts';
import { focusSoon } from './focus-problem.ts';
import { DayWarnings } from './hours-warnings.tsx';
import { moveInFields } from './keys.ts';
import { blankCell, cellKey, isBlank, removeCell, rowFreeOn, setCell, type TypedRow } from './sheet.ts';

/** On a phone: a card per day, with a large field for each hour type in use on it. */
export function DayCards() {
  const { days, entry } = useEntryFields();
  const format = useFormat();
  const isLong = entry.period.type !== 'week';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it
    <div className={classes.cards} onKeyDown={moveInFields}>
      {days.map((day, at) => (
        <div key={day} className={classes.slot}>
          {isLong && (at === 0 || weekdayOf(day) === 1) && (
            <h3 className={classes.week}>
              {format.period({ type: 'week', number: isoWeekOf(day).week, year: 0, startsOn: day }, false)}
            </h3>
          )}
          <Day day={day} at={at} />
        </div>
      ))}
    </div>
  );
}

function Day({ day, at }: { day: string; at: number }) {
  const format = useFormat();
  const { entry, sheet, warnings, change } = useEntryFields();
  const rows = sheet.rows.filter((row, index) => index === 0 || sheet.cells[cellKey(row.id, day)]);
  return (
    <DayCard day={day}>
      <DayWarnings warnings={warnings} day={day} />
      <div className={classes.rows}>
        {rows.map((row) => (
          <DayRow key={row.id} day={day} row={row} at={`${sheet.rows.indexOf(row)}:${at}`} />
        ))}
      </div>
      <AddHourType
        leaveOut={new Set(usesBudgetNumbers(entry) ? [] : rows.map((row) => row.hourTypeId))}
        day={format.dayInWords(day)}
        onAdd={(hourTypeId) =>
          change((before) => {
            const { sheet, rowId } = rowFreeOn(before, hourTypeId, day);
            focusSoon(cellKey(rowId, day), 'hours');
            return setCell(sheet, cellKey(rowId, day), blankCell('hours', entry.placement.budgetNumber));
          })
        }
      />
    </DayCard>
  );
}

function DayRow({ day, row, at }: { day: string; row: TypedRow; at: string }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { sheet, rowName, change } = useEntryFields();
  const key = cellKey(row.id, day);
  const label = t('cell', { day: format.dayInWords(day), hourType: rowName(row) });
  const isExtra = row !== sheet.rows[0] && isBlank(sheet.cells[key]);
  return (
    <div className={classes.row}>
      <span className={classes.name} aria-hidden>
        {rowName(row)}
      </span>
      <CellInput cellKey={key} field="hours" by="hours" label={label} at={at} large />
      {isExtra ? (
        <IconButton
          icon={IconX}
          label={t('removeCell', { what: label })}
          data-size="large"
          onClick={() => change((before) => removeCell(before, key))}
        />
      ) : (
        <CellNote cellKey={key} by="hours" label={label} large />
      )}
    </div>
  );
}
