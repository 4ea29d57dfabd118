import { cleanText } from '@konnekt/shared/basics/typed-text';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './field.module.css';

export interface Words {
  label: string;
  description?: string;
  error?: ReactNode;
}

/** What ties a field to its label, its description and what is wrong with it. */
export function useWords({ description, error }: Words) {
  const id = useId();
  const describedBy = [description && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? true : undefined,
  };
}

/**
 * Fields for hours ask for digits and a comma (`inputMode="decimal"`), which is quickest for nearly all hours. On a touch screen
 * that is a keypad without a colon.
 */
export const hasKeypad = (): boolean => window.matchMedia?.('(pointer: coarse)').matches ?? false;

export function Field(props: Words & { id: string; children: ReactNode }) {
  return (
    <div className={classes.field} data-parts>
      <label htmlFor={props.id} className={classes.label}>
        {props.label}
      </label>
      {props.description && (
        <span id={`${props.id}-hint`} className={classes.hint}>
          {props.description}
        </span>
      )}
      {props.children}
      {props.error && (
        <span id={`${props.id}-error`} className={classes.error}>
          {props.error}
        </span>
      )}
    </div>
  );
}

/** One line of text. */
export function TextField({ label, description, error, ...rest }: Words & ComponentProps<'input'>) {
  const words = useWords({ label, description, error });
  return (
    <Field id={words.id} label={label} description={description} error={error}>
      <input type="text" className={classes.input} {...words} {...rest} />
    </Field>
  );
}

/** A password, hidden until somebody asks to see it. */
export function PasswordField({
  label,
  description,
  error,
  showLabel,
  ...rest
}: Words & ComponentProps<'input'> & { showLabel: string }) {
  const words = useWords({ label, description, error });
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? IconEyeOff : IconEye;
  return (
    <Field id={words.id} label={label} description={description} error={error}>
      <span className={classes.with}>
        <input className={classes.input} {...words} {...rest} type={isShown ? 'text' : 'password'} />
        <button
          type="button"
          className={classes.eye}
          aria-label={showLabel}
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
        >
          <Icon size={18} stroke={1.75} aria-hidden />
        </button>
      </span>
    </Field>
  );
}

/** Longer than is taken, as it will be stored. */
export const isTooLong = (text: string, limit: number): boolean => cleanText(text).length > limit;

/** From this part of the limit on, the length is shown. */
const nearLimit = 0.9;

/**
 * Several lines of text. What is longer than `limit` stays as it was typed or pasted, and is said to be; near it, or from the first letter with
 * `counts`, the length is shown.
 */
export function TextAreaField({
  label,
  description,
  error,
  limit,
  counts,
  ...rest
}: Words & ComponentProps<'textarea'> & { limit?: number; counts?: boolean }) {
  const { t } = useTranslation();
  const text = typeof rest.value === 'string' ? cleanText(rest.value) : '';
  const isOver = limit !== undefined && text.length > limit;
  const lengths = { length: text.length, limit };
  const wrong = isOver ? t('length.over', lengths) : error;
  const words = useWords({ label, description, error: wrong });
  return (
    <Field id={words.id} label={label} description={description} error={wrong}>
      <textarea className={classes.input} {...words} {...rest} />
      {limit !== undefined && !isOver && text.length >= (counts ? 1 : limit * nearLimit) && (
        <span className={classes.hint}>{t('length.near', lengths)}</span>
      )}
    </Field>
  );
}

type Option = { value: string; label: string };
export type SelectOptions = (Option | { group: string; options: Option[] })[];

/** A choice that narrows a list down: the platform's own select, named for those who cannot see its place. */
export function SelectField(props: {
  label: string;
  value: string;
  options: SelectOptions;
  onChange: (value: string) => void;
  className?: string;
}) {
  return (
    <select
      className={`${classes.input} ${classes.select} ${props.className ?? ''}`}
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      {props.options.map((option) =>
        'group' in option ? (
          <optgroup key={option.group} label={option.group}>
            {option.options.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </optgroup>
        ) : (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ),
      )}
    </select>
  );
}
