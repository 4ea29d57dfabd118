import { longestTyped } from '@konnekt/shared/basics/text-rules';
import { type HourUnit, isTime } from '@konnekt/shared/hour-types/hour-type.words';
import { type ComponentProps, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { hasKeypad } from '../../../ui/field.tsx';
import classes from './hour-field.module.css';
import { echoOfHours } from './read-sheet.ts';
import { wrongText } from './wrong-text.ts';

/**
 * One field for hours, for what else a hour type counts, or for a time: a plain input that takes what people write, says back what was
 * understood, and what is wrong once somebody is done typing.
 */
export function HourField({
  label,
  text,
  problem: code,
  unit,
  ofDay = true,
  large,
  tidy,
  onType,
  ...rest
}: {
  label: string;
  text: string;
  /** The code of what is wrong. */
  problem: string | undefined;
  /** What it counts; none where it is a time. */
  unit?: HourUnit;
  ofDay?: boolean;
  large?: boolean;
  /** How the text is written once the field is left. */
  tidy?: (text: string) => string;
  onType: (text: string) => void;
  /** Its place for the screen around it. */
  [data: `data-${string}`]: string | undefined;
} & Pick<ComponentProps<'input'>, 'disabled' | 'enterKeyHint' | 'placeholder'>) {
  const { t } = useTranslation('hours');
  const [isBusy, setIsBusy] = useState(false);
  const [isHere, setIsHere] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const problem = isBusy ? undefined : code;
  const echo = unit && !problem ? echoOfHours(text, unit, ofDay) : undefined;
  const isTimeOfUnit = unit !== undefined && isTime(unit);
  const shownUnit = unit && unit !== 'hours' ? unit : undefined;

  /** Puts a sign where the caret is, as its key would. */
  function press(sign: string) {
    const field = input.current;
    if (!field) return;
    const [from, until] = [field.selectionStart ?? text.length, field.selectionEnd ?? text.length];
    setIsBusy(true);
    flushSync(() => onType(text.slice(0, from) + sign + text.slice(until)));
    field.setSelectionRange(from + sign.length, from + sign.length);
  }

  return (
    <div className={classes.cell} data-large={large || undefined} data-unit={shownUnit}>
      {isHere && isTimeOfUnit && hasKeypad() && (
        // biome-ignore lint/a11y/useSemanticElements: a few keys, no fields
        <span className={classes.keys} role="group" aria-label={t('keys.label')}>
          {(['half', 'colon'] as const).map((key) => (
            <button
              key={key}
              type="button"
              tabIndex={-1}
              aria-label={t(`keys.${key}`)}
              // The field keeps the focus, and the keyboard stays.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => press(signs[key])}
            >
              {signs[key]}
            </button>
          ))}
        </span>
      )}
      <input
        ref={input}
        type="text"
        inputMode={unit ? 'decimal' : 'text'}
        autoComplete="off"
        maxLength={longestTyped.cell}
        className={classes.input}
        {...rest}
        value={text}
        aria-label={shownUnit ? `${label} (${t(`unit.${shownUnit}`)})` : label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem || echo ? id : undefined}
        onChange={(event) => {
          setIsBusy(true);
          setIsHere(true);
          onType(event.currentTarget.value);
        }}
        onPointerDown={() => setIsHere(true)}
        onFocus={(event) => {
          // Where a screen begins in this field, its keys cover nothing before somebody is at it.
          if (event.relatedTarget) setIsHere(true);
          event.currentTarget.select();
        }}
        onBlur={() => {
          setIsHere(false);
          setIsBusy(false);
          const tidied = tidy?.(text) ?? text;
          if (tidied !== text) onType(tidied);
        }}
        onKeyDown={({ key }) => key === 'Enter' && setIsBusy(false)}
      />
      {shownUnit && (
        <span className={classes.unit} aria-hidden>
          {t(`unit.${shownUnit}`)}
        </span>
      )}
      {(problem || echo) && (
        <span id={id} className={problem ? classes.problem : classes.echo}>
          {problem ? t(wrongText(problem)) : echo && t(echo.isRounded ? 'rounded' : 'echo', { clock: echo.clock })}
        </span>
      )}
    </div>
  );
}

const signs = { half: '½', colon: ':' } as const;
