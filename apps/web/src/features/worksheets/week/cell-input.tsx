import type { ParseKeys } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasKeypad } from '../../../ui/field.tsx';
import classes from '../parts/hour-field.module.css';
import { useEntryFields } from './entry-fields.ts';
import { echoOfHours, type TypedCell } from './week-sheet.ts';

type TypedField = 'hours' | 'start' | 'end' | 'pause';

/** One field for hours or a time: a plain input that takes what people write, says it back, and says what is wrong. */
export function CellInput(props: {
  cellKey: string;
  field: TypedField;
  by: TypedCell['by'];
  label: string;
  /** Its place for the keys, `row:column`. */
  at: string;
  disabled?: boolean;
  large?: boolean;
  placeholder?: string;
}) {
  const { cellKey, field, by } = props;
  const { t } = useTranslation('week');
  const { sheet, problemOf, type } = useEntryFields();
  // Halfway a word nothing is wrong yet.
  const [isBusy, setIsBusy] = useState(false);
  const id = useId();
  const text = sheet.cells[cellKey]?.[field] ?? '';
  const problem = isBusy ? undefined : problemOf(cellKey, field);
  const echo = field === 'hours' && !problem ? echoOfHours(text) : undefined;
  return (
    <div className={classes.cell} data-large={props.large || undefined}>
      <input
        type="text"
        inputMode={field === 'hours' ? 'decimal' : 'text'}
        enterKeyHint="next"
        autoComplete="off"
        className={classes.input}
        data-at={props.at}
        data-cell={cellKey}
        data-field={field}
        disabled={props.disabled}
        value={text}
        placeholder={props.placeholder}
        aria-label={props.label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem || echo ? id : undefined}
        onChange={(event) => {
          setIsBusy(true);
          type(cellKey, by, { [field]: event.currentTarget.value });
        }}
        onBlur={() => setIsBusy(false)}
        onKeyDown={(event) => event.key === 'Enter' && setIsBusy(false)}
        onFocus={(event) => event.currentTarget.select()}
      />
      {problem ? (
        <span id={id} className={classes.problem}>
          {t(wrongText(problem))}
        </span>
      ) : (
        echo && (
          <span id={id} className={classes.echo}>
            {t('echo', { clock: echo })}
          </span>
        )
      )}
    </div>
  );
}

const wrongTexts: Record<string, ParseKeys<'week'>> = {
  'hours-not-understood': 'wrong.hours-not-understood',
  'hours-negative': 'wrong.hours-negative',
  'minutes-negative': 'wrong.hours-negative',
  'hours-too-fine': 'wrong.hours-too-fine',
  'hours-missing': 'wrong.hours-missing',
  'day-overfull': 'wrong.day-overfull',
  'period-overfull': 'wrong.period-overfull',
  'date-outside-period': 'wrong.date-outside',
  'date-outside-placement': 'wrong.date-outside',
  'start-missing': 'wrong.start-missing',
  'end-missing': 'wrong.end-missing',
  'time-not-understood': 'wrong.time-not-understood',
  'shift-empty': 'wrong.shift-empty',
  'break-not-understood': 'wrong.break-not-understood',
  'break-too-long': 'wrong.break-too-long',
  'times-overlap': 'wrong.times-overlap',
  'text-too-long': 'wrong.text-too-long',
  'unknown-hour-type': 'wrong.unknown-hour-type',
  'budget-number-missing': 'wrong.budget-number-missing',
  'budget-number-unknown': 'wrong.budget-number-unknown',
};

/** The words for what is wrong with a field. */
export const wrongText = (code: string): ParseKeys<'week'> =>
  code === 'hours-not-understood' && hasKeypad() ? 'wrong.hours-on-keypad' : (wrongTexts[code] ?? 'wrong.other');
