import { useRef } from 'react';
import classes from './tick-box.module.css';

/** A box to tick, large enough to hit; says whether Shift was held. */
export function TickBox(props: {
  state: 'all' | 'some' | 'none';
  label: string;
  onTick: (on: boolean, shift: boolean) => void;
  name?: string;
}) {
  const shift = useRef(false);
  const box = (element: HTMLInputElement | null) => {
    if (element) element.indeterminate = props.state === 'some';
  };
  return (
    <label
      className={classes.target}
      onPointerDown={(event) => {
        shift.current = event.shiftKey;
      }}
      onKeyDown={(event) => {
        shift.current = event.shiftKey;
      }}
    >
      <input
        ref={box}
        type="checkbox"
        className={classes.box}
        aria-label={props.label}
        checked={props.state === 'all'}
        onChange={(event) => {
          props.onTick(event.currentTarget.checked, shift.current);
          shift.current = false;
        }}
      />
    </label>
  );
}
