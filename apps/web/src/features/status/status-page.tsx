import { isOffice } from '@konnekt/shared/basics/actor';
import type { StatusOverview } from '@konnekt/shared/status/status.contract';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { oneOf } from '../../kit/address/use-address.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ListFilter, useListAddress } from '../worksheets/parts/list-filter.ts';
import { PhaseList } from '../worksheets/parts/phase-list.tsx';
import { DeadlineGuard } from './parts/deadline-guard.tsx';
import type { Shown } from './parts/phase-address.ts';
import { PhaseCards } from './parts/phase-cards.tsx';
import { statusQuery } from './parts/status-queries.ts';
import { PlaceTable } from './place-table.tsx';
import classes from './status-page.module.css';

export { StatusPage as Component };

/** The phases whose list a supervisor sees here; what waits for them is approved in the list that has ticks. */
const listed = ['to-fill', 'to-finalise'] as const;

/** How many worksheets wait in each phase, by period and organisation; each count opens its list. */
function StatusPage() {
  const { t } = useTranslation('status');
  const isStaff = isOffice(useMe());
  const address = useListAddress('period');
  const { employeeId: _, ...filter } = address.filter;
  const query = useQuery(statusQuery(filter));
  const phase = oneOf(listed, address.read('phase')) ?? 'to-fill';
  const { year, periodType, period: number, organisationId, q } = filter;
  const period = year && periodType && number ? { year, type: periodType, number } : undefined;
  const shown: Shown = { period, year, organisationId, q };
  return (
    <Page title={t('title')} lead={t(isStaff ? 'leadOffice' : 'leadSupervisor')}>
      <ListFilter address={address} rows={[]} known={{ phase: listed }} />
      <div className={classes.blocks}>
        {isStaff && (!year || period) && (
          <DeadlineGuard filter={{ year, periodType, period: number, organisationId }} isOpen />
        )}
        <Loaded query={query} skeleton={<Skeleton rows={6} height={40} />}>
          {(overview) => (
            <>
              <PhaseCards counts={overview} shown={shown} isOffice={isStaff} current={isStaff ? undefined : phase} />
              <Places overview={overview} shown={shown} isOffice={isStaff} />
            </>
          )}
        </Loaded>
        {!isStaff && (
          <Panel title={t(`list.${phase}`)} flush>
            <div className={classes.list}>
              <PhaseList
                key={phase}
                phase={phase}
                label={t(`list.${phase}`)}
                address={address}
                empty={{ title: t('listEmpty'), text: t('listEmptyText') }}
              />
            </div>
          </Panel>
        )}
      </div>
    </Page>
  );
}

/** The same by period where several are shown, and by organisation where there are several. */
function Places({ overview, shown, isOffice }: { overview: StatusOverview; shown: Shown; isOffice: boolean }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  const { periods, organisations } = overview;
  if (organisations.length === 0)
    return (
      <Empty icon={IconCircleCheck} title={t('empty')} small>
        {t('emptyText')}
      </Empty>
    );
  return (
    <div className={classes.tables}>
      {!shown.period && (
        <PlaceTable
          title={t('byPeriod')}
          isOffice={isOffice}
          places={periods.map(({ period, ...counts }) => ({
            name: format.period(period),
            shown: { ...shown, period },
            counts,
          }))}
        />
      )}
      {organisations.length > 1 && (
        <PlaceTable
          title={t('byOrganisation')}
          isOffice={isOffice}
          places={organisations.map(({ id, name, ...counts }) => ({
            name,
            shown: { ...shown, organisationId: id },
            counts,
          }))}
        />
      )}
    </div>
  );
}
