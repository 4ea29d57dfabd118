import { useId } from 'react';
import classes from './choice.module.css';

/** One of a few, chosen at once. */
export function Choice<T extends string>(props: {
  legend: string;
  hint?: string;
  /** Where no heading above says it. */
  showsLegend?: boolean;
  value: T;
  options: { value: T; label: string; lang?: string }[];
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className={classes.choice}>
      <legend className={props.showsLegend ? classes.shown : classes.legend}>{props.legend}</legend>
      {props.options.map(({ value, label, lang }) => (
        <label key={value} lang={lang} className={classes.option}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
      {props.hint && <p className={classes.hint}>{props.hint}</p>}
    </fieldset>
  );
}
