import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import classes from './day-card.module.css';
import { useEntryFields } from './entry-fields.ts';
import { HolidayMark } from './holiday-mark.tsx';
import { cellKey, isBlank, removeCell, textOfCell } from './sheet.ts';

/** A day with its total and what is typed on it; one outside the job with the reason. */
export function DayCard({ day, className, children }: { day: string; className?: string; children: ReactNode }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry, today, isOpen, minutesOfDay } = useEntryFields();
  const total = minutesOfDay(day);
  if (!isOpen(day)) return <ClosedDay day={day} />;
  return (
    <section
      className={className ? `${classes.card} ${className}` : classes.card}
      aria-label={format.dayInWords(day)}
      data-today={day === today || undefined}
    >
      <header className={classes.head}>
        <h3 className={classes.day}>
          {format.weekdayLong(day)} <span>{format.dayOfMonth(day)}</span>
          {day === today && <span className={classes.today}>{t('today')}</span>}{' '}
          <HolidayMark holidays={entry.holidays} day={day} />
        </h3>
        {total > 0 && <span className={classes.total}>{t('hoursOf', { hours: format.hours(total) })}</span>}
      </header>
      {children}
    </section>
  );
}

/** What stands on it, from before the job ended, can be taken away. */
function ClosedDay({ day }: { day: string }) {
  const { t } = useTranslation('week');
  const { t: hours } = useTranslation('hours');
  const format = useFormat();
  const { entry, sheet, rowName, change } = useEntryFields();
  const isBefore = day < entry.openFrom;
  const edge = isBefore ? entry.openFrom : entry.openUntil;
  const stray = sheet.rows.filter((row) => !isBlank(sheet.cells[cellKey(row.id, day)]));
  return (
    <section className={classes.card} aria-label={format.dayInWords(day)} data-closed>
      <h3 className={classes.day}>
        {format.weekdayLong(day)} <span>{format.dayOfMonth(day)}</span>
      </h3>
      <p className={classes.reason}>{t(isBefore ? 'closedBefore' : 'closedAfter', { day: format.dayInWords(edge) })}</p>
      {stray.map((row) => {
        const key = cellKey(row.id, day);
        const cell = sheet.cells[key];
        const what = t('cell', { day: format.dayInWords(day), hourType: rowName(row) });
        return (
          <div key={key} className={classes.stray}>
            <span>
              {rowName(row)} <strong>{cell && textOfCell(cell)}</strong>
            </span>
            <IconButton
              icon={IconX}
              label={hours('takeAway', { what })}
              data-size="large"
              data-cell={key}
              data-field="hours"
              onClick={() => change((before) => removeCell(before, key))}
            />
            <p className={classes.wrong}>{hours('wrong.date-outside')}</p>
          </div>
        );
      })}
    </section>
  );
}
