import type { Home } from '@konnekt/shared/home/home.contract';
import { plannedMinutesIn } from '@konnekt/shared/placements/planned-minutes';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { keptNames } from '../../../kit/storage/account-storage.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import classes from './own-weeks.module.css';
import { StatusBadge } from './status-badge.tsx';

type Current = NonNullable<Home['employee']>['current'][number];
type OwnAct = 'fill' | 'goOn' | 'send' | 'view' | 'mend';

/** One's own current period of each job: its state, the hours so far, and the one thing to do. */
export function CurrentWeeks({ current }: { current: Current[] }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { accountId } = useMe();
  const typed = keptNames(localStorage, accountId, 'week.');
  return (
    <ul className={classes.cards}>
      {current.map(({ placement, period, row }) => {
        const act = actOn(row);
        const minutes = row?.totalMinutes ?? 0;
        const planned = row?.plannedMinutes ?? plannedMinutesIn(placement, period);
        const isTyped = typed.some((name) => name === `week.${placement.id}.${period.year}.${period.number}`);
        const isOurs = placement.hoursBy === 'employee';
        return (
          <li key={placement.id} className={classes.card}>
            <div className={classes.head}>
              <h3>{format.period(period, false)}</h3>
              <StatusBadge status={row?.status ?? null} />
            </div>
            <p className={classes.quiet}>
              {t('atOrganisation', { job: placement.functionName, organisation: placement.organisationName })}
            </p>
            <p className={classes.hours}>
              <strong>{format.hours(minutes)}</strong>
              {planned > 0 && <span> / {format.hoursLong(planned)}</span>}
            </p>
            {planned > 0 && (
              <div className={classes.track} aria-hidden>
                <span style={{ width: `${Math.min(100, (minutes / planned) * 100)}%` }} />
              </div>
            )}
            {!isOurs && <p className={classes.quiet}>{t('home.bySupervisor')}</p>}
            {isTyped && (
              <p className={classes.typed}>
                <IconDeviceFloppy size={15} stroke={1.75} aria-hidden /> {t('home.typedHere')}
              </p>
            )}
            {(isOurs || row) && (
              <OwnButton
                act={isOurs ? act : 'view'}
                main={isOurs && act !== 'view'}
                to={paths.week(placement.id, period.year, period.number)}
                of={`${format.periodInText(period)}, ${placement.organisationName}`}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A line for one worksheet of one's own, with the one thing to do. */
export function OwnWeek(props: { row: WorksheetRow; act?: OwnAct; main?: boolean; children?: React.ReactNode }) {
  const { row, children } = props;
  const { t } = useTranslation('week');
  const format = useFormat();
  const { period } = row;
  const isPart = row.kind !== 'regular' && row.id !== null;
  const to = isPart
    ? paths.weekPart(row.placementId, period.year, period.number, row.id ?? '')
    : paths.week(row.placementId, period.year, period.number);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <strong>
          {format.period(period, false)}
          {isPart && ` · ${t('home.added')}`}
        </strong>
        <span className={classes.quiet}>
          {t('atOrganisation', { job: row.functionName, organisation: row.organisationName })}
        </span>
        {children}
      </div>
      {row.totalMinutes > 0 && <span className={classes.figure}>{format.hours(row.totalMinutes)}</span>}
      <OwnButton
        act={props.act ?? actOn(row)}
        main={props.main}
        to={to}
        of={`${format.periodInText(period)}, ${row.organisationName}`}
      />
    </li>
  );
}

function OwnButton(props: { act: OwnAct; to: string; of: string; main?: boolean }) {
  const { t } = useTranslation('week');
  const action = t(`home.${props.act}`);
  return (
    <ButtonLink
      to={props.to}
      className={classes.button}
      variant={props.main ? 'filled' : 'default'}
      aria-label={`${action}: ${props.of}`}
    >
      {action}
    </ButtonLink>
  );
}

function actOn(row: WorksheetRow | null): OwnAct {
  if (!row?.status) return 'fill';
  if (row.status === 'declined') return 'mend';
  if (row.status !== 'draft') return 'view';
  return row.totalMinutes > 0 && row.totalMinutes >= row.plannedMinutes ? 'send' : 'goOn';
}
