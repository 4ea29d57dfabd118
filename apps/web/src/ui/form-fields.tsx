import type { ComponentProps } from 'react';
import field from './field.module.css';
import { Field, useWords, type Words } from './field.tsx';
import classes from './form-fields.module.css';

export interface SelectOption {
  value: string;
  label: string;
}

/** One of a few, with its label above as other fields of a form have it. */
export function SelectInput({
  label,
  description,
  error,
  options,
  ...rest
}: Words & ComponentProps<'select'> & { options: readonly SelectOption[] }) {
  const words = useWords({ label, description, error });
  return (
    <Field id={words.id} label={label} description={description} error={error}>
      <select className={`${field.input} ${field.select} ${classes.select}`} {...words} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** Yes or no: a box to tick with its words behind it. */
export function CheckField({ label, description, error, ...rest }: Words & ComponentProps<'input'>) {
  const { id, ...words } = useWords({ label, description, error });
  return (
    <div className={classes.check}>
      <input type="checkbox" id={id} className={classes.box} {...words} {...rest} />
      <div>
        <label htmlFor={id}>{label}</label>
        {description && (
          <span id={`${id}-hint`} className={field.hint}>
            {description}
          </span>
        )}
        {error && (
          <span id={`${id}-error`} className={field.error}>
            {error}
          </span>
        )}
      </div>
    </div>
  );
}

/** Any number of a few: boxes under one name. */
export function CheckGroup(
  props: Words & {
    name?: string;
    options: readonly SelectOption[];
    value: readonly string[];
    onChange: (value: string[]) => void;
  },
) {
  const { id, ...words } = useWords(props);
  const { value, onChange } = props;
  return (
    <fieldset className={classes.group} data-field={props.name} tabIndex={-1} {...words}>
      <legend className={field.label}>{props.label}</legend>
      {props.description && (
        <span id={`${id}-hint`} className={field.hint}>
          {props.description}
        </span>
      )}
      <div className={classes.boxes}>
        {props.options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              className={classes.box}
              checked={value.includes(option.value)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...value, option.value] : value.filter((one) => one !== option.value))
              }
            />
            {option.label}
          </label>
        ))}
      </div>
      {props.error && (
        <span id={`${id}-error`} className={field.error}>
          {props.error}
        </span>
      )}
    </fieldset>
  );
}
