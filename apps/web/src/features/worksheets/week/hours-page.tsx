import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { paths } from '../../../kit/address/paths.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CurrentWeeks } from '../parts/own-weeks.tsx';
import { homeQuery } from '../parts/worksheet-queries.ts';

export { HoursPage as Component };

/** My hours: straight to the current period of the one job there is, or a choice of several. */
function HoursPage() {
  const { t } = useTranslation('week');
  const query = useQuery(homeQuery);
  const current = query.data?.employee?.current ?? [];
  const own = current.filter(({ placement }) => placement.hoursBy === 'employee');
  const [only] = own;
  if (only && own.length === 1) {
    const { placement, period } = only;
    return <Navigate replace to={paths.week(placement.id, period.year, period.number)} />;
  }
  return (
    <Page title={t('choose.title')} lead={own.length > 1 && t('choose.text')}>
      <Loaded query={query} skeleton={<Skeleton rows={4} height={60} />}>
        {() =>
          current.length === 0 ? (
            <Empty icon={IconCalendarOff} title={t('home.noneTitle')}>
              {t('home.noneText')}
            </Empty>
          ) : (
            <CurrentWeeks current={current} />
          )
        }
      </Loaded>
    </Page>
  );
}
