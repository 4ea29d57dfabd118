import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconDeviceFloppy,
  IconPencil,
  IconSend,
} from '@tabler/icons-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import classes from './act-bar.module.css';

/** How what is in the fields is kept, in one line. */
export type KeptState = 'nothing' | 'typed' | 'not-kept' | 'saved' | 'busy' | 'offline' | 'online-again';

const icons = {
  nothing: IconPencil,
  typed: IconDeviceFloppy,
  'not-kept': IconAlertTriangle,
  saved: IconCloudCheck,
  busy: IconSend,
  offline: IconCloudOff,
  'online-again': IconCloudCheck,
} satisfies Record<KeptState, unknown>;

/** At the bottom of the screen: the total, whether it was saved, and the two acts. Never covers the last field. */
export function ActBar(props: {
  total: ReactNode;
  state: KeptState;
  stateText: string;
  stateAct?: ReactNode;
  /** What could not be done. */
  notice?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation('week');
  const Icon = icons[props.state];
  return (
    <section className={classes.bar} aria-label={t('act.bar')}>
      {props.notice && <div className={classes.notice}>{props.notice}</div>}
      <div className={classes.words}>
        <div className={classes.total}>{props.total}</div>
        <div className={classes.state} data-state={props.state}>
          <Icon size={15} stroke={1.75} aria-hidden />
          <span role="status" aria-label={t('state.label')}>
            {props.stateText}
          </span>
          {props.stateAct}
        </div>
      </div>
      <div className={classes.acts}>{props.children}</div>
    </section>
  );
}

export function ActButton(props: {
  children: ReactNode;
  main?: boolean;
  loading?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      className={classes.act}
      variant={props.main ? 'filled' : 'default'}
      loading={props.loading}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.children}
    </Button>
  );
}

/** Whether the device believes that it has a connection. */
export const useIsOnline = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed);
      window.addEventListener('offline', changed);
      return () => {
        window.removeEventListener('online', changed);
        window.removeEventListener('offline', changed);
      };
    },
    () => navigator.onLine,
  );
