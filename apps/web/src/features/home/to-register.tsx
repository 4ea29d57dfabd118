import type { Due } from '@konnekt/shared/home/home.contract';
import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { paths, registrationSearch } from '../../kit/address/paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './to-register.module.css';

/** How far the hours are that one registers: each organisation and period that is due, the late ones first. */
export function ToRegister({ due }: { due: Due[] }) {
  const { t } = useTranslation('home');
  return (
    <Panel title={t('register.title')} flush>
      <ul className={classes.list}>
        {due.map((one) => (
          <DuePeriod key={`${one.organisationId} ${one.period.type} ${one.period.startsOn}`} due={one} />
        ))}
      </ul>
    </Panel>
  );
}

function DuePeriod({ due }: { due: Due }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { organisationId, organisationName, period, people, sent, saved } = due;
  const nothing = people - sent - saved;
  const far = [
    t('register.sent', { sent, count: people }),
    saved > 0 && t('register.saved', { count: saved }),
    nothing > 0 && t('register.nothing', { count: nothing }),
  ].filter(Boolean);
  const of = `${format.periodInText(period)}, ${organisationName}`;
  const isDone = sent === people;
  return (
    <li className={classes.due}>
      <div className={classes.words}>
        <span className={classes.head}>
          <strong>{format.period(period, false)}</strong>
          <span className={classes.quiet}>{organisationName}</span>
          {due.isLate && (
            <Badge icon={IconClockExclamation} tone="warn">
              {t('register.late')}
            </Badge>
          )}
        </span>
        <span className={`${classes.quiet} figures`}>{far.join(', ')}</span>
      </div>
      <div className={classes.acts}>
        {nothing > 0 && (
          <ButtonLink
            variant="default"
            size="xs"
            to={paths.register + registrationSearch({ period, organisationId, view: 'grid', fill: 'agreed' })}
            aria-label={t('register.agreedFor', { of })}
          >
            {t('register.agreed')}
          </ButtonLink>
        )}
        <ButtonLink
          size="xs"
          variant={isDone ? 'default' : 'filled'}
          to={paths.register + registrationSearch({ period, organisationId })}
          aria-label={`${t(isDone ? 'register.look' : 'register.go')}: ${of}`}
        >
          {t(isDone ? 'register.look' : 'register.go')}
        </ButtonLink>
      </div>
    </li>
  );
}
