import { calendarDayAt, isCalendarDay } from '@konnekt/shared/basics/calendar-day';
import { readTypedDay, writeDay } from '@konnekt/shared/basics/typed-day';
import { IconCalendar } from '@tabler/icons-react';
import { type ComponentProps, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/format.ts';
import field from '../../ui/field.module.css';
import { Field, useWords, type Words } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import type { DayCalendar } from './day-calendar.tsx';
import classes from './day-field.module.css';

type Input = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'min' | 'max' | 'type'>;

/**
 * A day, written and read in the language of the person; a browser's own field follows the language of the browser. `value` is a
 * day, nothing, or what was typed and cannot be read: it is kept, and the field says what it expects. The calendar shows the days from
 * `min` to `max`; whether one may be chosen is the API's to say. docs/decisions/0033-fields-of-our-own.md
 */
export function DayField(
  props: Words &
    Input & {
      value: string;
      onChange: (value: string) => void;
      /** Once somebody leaves what they typed, or chose a day. */
      onDone?: (value: string) => void;
      min?: string;
      max?: string;
    },
) {
  const { label, description, error, value, onChange, onDone, min, max, ...rest } = props;
  const { t } = useTranslation('office');
  const { language } = useFormat();
  const [hasLeft, setHasLeft] = useState(false);
  const [today] = useState(() => calendarDayAt(new Date()));
  const { text, change, settle } = useTypedDay({ value, onChange, today });
  const [Calendar, setCalendar] = useState<typeof DayCalendar>();
  const root = useRef<HTMLDivElement>(null);
  const isDay = isCalendarDay(value);
  const isUnreadable = value !== '' && !isDay && (hasLeft || Boolean(error));
  const wrong = isUnreadable ? t('day.wrong', { example: writeDay(today, language) }) : error;
  const words = useWords({ label, ...(description && { description }), error: wrong });

  const isAsked = useRef(false);
  // Sent when it is first asked for. One that did not come is asked for again at the next press.
  const open = () => {
    isAsked.current = true;
    return import('./day-calendar.tsx').then(
      (module) => isAsked.current && setCalendar(() => module.DayCalendar),
      (cause) => toastProblem(new ConnectionProblem({ cause })),
    );
  };
  const close = () => {
    isAsked.current = false;
    setCalendar(undefined);
  };
  const pick = (day: string) => {
    settle();
    onChange(day);
    onDone?.(day);
  };
  return (
    <Field id={words.id} label={label} {...(description && { description })} error={wrong}>
      <div ref={root} className={classes.day}>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t('day.placeholder')}
          className={field.input}
          {...words}
          {...rest}
          value={text}
          onChange={({ currentTarget }) => {
            setHasLeft(false);
            change(currentTarget.value);
          }}
          onBlur={() => {
            setHasLeft(true);
            if (isDay) settle();
            onDone?.(value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onDone?.(value);
            // Pressed before the calendar was there to take it.
            if (event.key === 'Escape' && isAsked.current) {
              event.preventDefault();
              event.stopPropagation();
              close();
            }
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            void open();
          }}
        />
        <IconButton
          icon={IconCalendar}
          label={t('day.open')}
          aria-haspopup="dialog"
          aria-expanded={Calendar !== undefined}
          className={classes.open}
          onClick={() => void open()}
        />
      </div>
      {Calendar && (
        <Calendar
          day={isDay ? value : undefined}
          today={today}
          min={min && isCalendarDay(min) ? min : undefined}
          max={max && isCalendarDay(max) ? max : undefined}
          below={root}
          onPick={pick}
          onClose={close}
        />
      )}
    </Field>
  );
}

/** What stands in the field: what was typed, until it is left or a day comes from elsewhere. */
function useTypedDay(props: { value: string; onChange: (value: string) => void; today: string }) {
  const { value, onChange, today } = props;
  const { language } = useFormat();
  const [typed, setTyped] = useState<{ text: string; value: string }>();
  const written = isCalendarDay(value) ? writeDay(value, language) : value;
  return {
    text: typed?.value === value ? typed.text : written,
    change: (text: string) => {
      const read = readTypedDay(text, today) ?? (text.trim() === '' ? '' : text);
      setTyped({ text, value: read });
      onChange(read);
    },
    settle: () => setTyped(undefined),
  };
}
