import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { openNoteByKey } from './cell-note.tsx';
import { DayCard } from './day-card.tsx';
import { useEntryFields } from './entry-fields.ts';
import { focusSoon } from './focus-problem.ts';
import { DayWarnings } from './hours-warnings.tsx';
import { moveInFields } from './keys.ts';
import { blankCell, cellKey, rowFreeOn, setCell } from './sheet.ts';
import { Shift } from './shift.tsx';
import classes from './shift-days.module.css';

/** Start, end and break: each day its shifts, one under the other; hours without times for what is no work. */
export function ShiftDays() {
  const { days } = useEntryFields();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it
    <div
      className={classes.days}
      onKeyDown={(event) => {
        openNoteByKey(event);
        moveInFields(event);
      }}
    >
      <Heads />
      {days.map((day, at) => (
        <Day key={day} day={day} at={at} />
      ))}
    </div>
  );
}

/** The words over the fields, for the eye, on a desk; each field has its own label. */
function Heads() {
  const { t } = useTranslation('week');
  return (
    <div className={classes.heads} aria-hidden>
      <span>{t('day')}</span>
      <span>{t('hourType')}</span>
      <span>{t('field.start')}</span>
      <span>{t('field.end')}</span>
      <span>{t('field.pause')}</span>
      <span className={classes.right}>{t('field.hours')}</span>
    </div>
  );
}

function Day({ day, at }: { day: string; at: number }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry, sheet, warnings, change } = useEntryFields();
  const filled = sheet.rows.filter((row) => sheet.cells[cellKey(row.id, day)]);
  // A day has a shift to type in before anything was typed.
  const rows = filled.length > 0 ? filled : sheet.rows.slice(0, 1);
  const first = sheet.rows[0]?.hourTypeId ?? '';
  const addShift = () =>
    change((before) => {
      const key = cellKey(rows[0]?.id ?? '', day);
      // The one shown on an empty day becomes real, so that there are two.
      const shown = before.cells[key] ? before : setCell(before, key, blankCell('times', entry.placement.budgetNumber));
      const { sheet, rowId } = rowFreeOn(shown, first, day);
      focusSoon(cellKey(rowId, day), 'start');
      return setCell(sheet, cellKey(rowId, day), blankCell('times', entry.placement.budgetNumber));
    });
  return (
    <DayCard day={day} className={classes.day ?? ''}>
      <div className={classes.shifts}>
        <DayWarnings warnings={warnings} day={day} />
        {rows.map((row, index) => (
          <Shift
            key={row.id}
            day={day}
            row={row}
            number={index + 1}
            line={at * 100 + index}
            isOnly={rows.length === 1}
            onAdd={index === rows.length - 1 ? addShift : undefined}
          />
        ))}
        <Button
          className={classes.add}
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={15} stroke={2} aria-hidden />}
          aria-label={t('addShiftOn', { day: format.dayInWords(day) })}
          onClick={addShift}
        >
          {t('addShift')}
        </Button>
      </div>
    </DayCard>
  );
}
