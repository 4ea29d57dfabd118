import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { paths } from '../../../kit/address/paths.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CurrentWeeks, OwnWeek } from '../parts/own-weeks.tsx';
import { homeQuery } from '../parts/worksheet-queries.ts';
import classes from './hours-page.module.css';

export { HoursPage as Component };

/** My hours: straight to the current period of the one job there is, or a choice of several, and of what is owed for one that ended. */
function HoursPage() {
  const { t } = useTranslation('week');
  const query = useQuery(homeQuery);
  const { current = [], late = [], returned = [] } = query.data?.employee ?? {};
  const own = current.filter(({ placement }) => placement.hoursBy === 'employee');
  const owed = [...late, ...returned.map(({ row }) => row)].filter(
    (row) => row.filledBy === 'employee' && !current.some(({ placement }) => placement.id === row.placementId),
  );
  const [only] = [...own.map(({ placement, period }) => ({ placementId: placement.id, period })), ...owed];
  if (only && own.length + owed.length === 1)
    return <Navigate replace to={paths.week(only.placementId, only.period.year, only.period.number)} />;
  return (
    <Page title={t('choose.title')} lead={own.length > 1 && t('choose.text')}>
      <Loaded query={query} skeleton={<Skeleton rows={4} height={60} />}>
        {() =>
          current.length + owed.length === 0 ? (
            <Empty icon={IconCalendarOff} title={t('home.noneTitle')}>
              {t('home.noneText')}
            </Empty>
          ) : (
            <div className={classes.parts}>
              {current.length > 0 && <CurrentWeeks current={current} />}
              {owed.length > 0 && (
                <Panel title={t('home.late')} flush>
                  <ul>
                    {owed.map((row) => (
                      <OwnWeek key={`${row.placementId} ${row.period.startsOn} ${row.id}`} row={row} main />
                    ))}
                  </ul>
                </Panel>
              )}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
