import type { Dashboard } from '@konnekt/shared/dashboard/dashboard.contract';
import type { PeriodType } from '@konnekt/shared/periods/period';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { PhaseCards } from '../status/parts/phase-cards.tsx';
import { statusQuery } from '../status/parts/status-queries.ts';
import { ApprovalTimes } from './approval-times.tsx';
import classes from './dashboard.module.css';
import { dashboardQuery } from './dashboard-queries.ts';
import { HoursChart } from './hours-chart.tsx';
import { LateEmployees } from './late-employees.tsx';
import { OrganisationHours } from './organisation-hours.tsx';
import { PeriodHours } from './period-hours.tsx';

export { DashboardPage as Component };

const types = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];

/** How the last periods went: hours against plan, how long approvals take, who is late. Each number opens its list. */
function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const address = useAddress();
  const periodType = oneOf(types, address.read('type')) ?? 'week';
  const organisationId = idIn(address.read('organisation'));
  const query = useQuery(dashboardQuery({ periodType, ...(organisationId && { organisationId }) }));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <UnknownValues address={address} known={{ type: types, organisation: isId }} />
      <div className={classes.filter}>
        <SelectField
          label={t('periods')}
          value={periodType}
          onChange={(type) => address.write({ type: type === 'week' ? '' : type })}
          options={types.map((value) => ({ value, label: t(`type.${value}`) }))}
        />
        <OrganisationFilter address={address} />
      </div>
      <Loaded query={query} skeleton={<Skeleton rows={10} height={32} />}>
        {(dashboard) => <Parts dashboard={dashboard} organisationId={organisationId} />}
      </Loaded>
    </Page>
  );
}

function Parts({ dashboard, organisationId }: { dashboard: Dashboard; organisationId: string | undefined }) {
  const { t } = useTranslation('dashboard');
  const { periods, organisations, approvals, lateEmployees } = dashboard;
  return (
    <div className={classes.parts}>
      <Phases dashboard={dashboard} organisationId={organisationId} />
      <Panel title={t('hours.title')}>
        <HoursChart periods={periods} />
        <PeriodHours periods={periods} organisationId={organisationId} />
      </Panel>
      {!organisationId && organisations.length > 1 && (
        <Panel title={t('organisations.title')} flush>
          <OrganisationHours organisations={organisations} />
        </Panel>
      )}
      <div className={classes.pair}>
        <Panel title={t('approvals.title')}>
          <ApprovalTimes approvals={approvals} organisationId={organisationId} />
        </Panel>
        <Panel title={t('late.title')} flush={lateEmployees.length > 0}>
          <LateEmployees employees={lateEmployees} organisationId={organisationId} />
        </Panel>
      </div>
    </div>
  );
}

/** Where the last period that is over stands: what is due now. */
function Phases({ dashboard, organisationId }: { dashboard: Dashboard; organisationId: string | undefined }) {
  const format = useFormat();
  const due = dashboard.periods.at(-2)?.period;
  const filter = due && {
    ...{ year: due.year, periodType: due.type, period: due.number },
    ...(organisationId && { organisationId }),
  };
  const { data } = useQuery({ ...statusQuery(filter ?? {}), enabled: due !== undefined });
  if (!data || !due) return null;
  return (
    <div>
      <h2 className={classes.due}>{format.period(due)}</h2>
      <PhaseCards counts={data} shown={{ period: due, organisationId }} isOffice />
    </div>
  );
}
