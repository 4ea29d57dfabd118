import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const icons = { info: IconInfoCircle, good: IconCircleCheck, warn: IconAlertTriangle, bad: IconCircleX };

/** A message in the page. `role="alert"` for what went wrong just now, `status` for what went well. */
export function Notice(props: {
  tone: Tone;
  children: ReactNode;
  title?: ReactNode;
  role?: 'alert' | 'status';
  actions?: ReactNode;
}) {
  const Icon = icons[props.tone];
  return (
    <div className={classes.notice} data-tone={props.tone} role={props.role}>
      <Icon size={18} stroke={2} className={classes.icon} aria-hidden />
      <div className={classes.text}>
        {props.title && <strong>{props.title}</strong>}
        <div>{props.children}</div>
      </div>
      {props.actions && <div className={classes.actions}>{props.actions}</div>}
    </div>
  );
}
