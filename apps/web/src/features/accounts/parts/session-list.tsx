import type { Session } from '@konnekt/shared/accounts/office-account.schema';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { wholeDates } from '../../../kit/list/whole-dates.tsx';
import { Button } from '../../../ui/button.tsx';
import { deviceOf } from './device.ts';
import classes from './session-list.module.css';

/** Where somebody is logged in; with `onEnd` each but the current one can be ended. */
export function SessionList(props: { sessions: Session[]; onEnd?: (id: string) => void; busyId?: string }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { onEnd } = props;
  return (
    <ul className={classes.list}>
      {props.sessions.map(({ id, isCurrent, userAgent, address, startedAt, lastSeenAt }) => {
        const device = deviceOf(userAgent);
        const name = device ? t('sessions.device', device) : t('sessions.unknownDevice');
        const Icon = /iPhone|iPad|Android/.test(device?.system ?? '') ? IconDeviceMobile : IconDeviceDesktop;
        const at = format.moment(startedAt);
        return (
          <li key={id}>
            <Icon size={20} stroke={1.6} aria-hidden />
            <div className={classes.words}>
              <span className={classes.name}>
                {name}
                {isCurrent && <strong>{t('sessions.current')}</strong>}
              </span>
              <span className={classes.quiet}>
                {wholeDates(address ? t('sessions.sinceFrom', { at, address }) : t('sessions.since', { at }))}
              </span>
              {!isCurrent && (
                <span className={classes.quiet}>
                  {wholeDates(t('sessions.seen', { at: format.moment(lastSeenAt) }))}
                </span>
              )}
            </div>
            {onEnd && !isCurrent && (
              <Button
                variant="default"
                size="xs"
                loading={props.busyId === id}
                aria-label={t('sessions.endOne', { device: name, at })}
                onClick={() => onEnd(id)}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
