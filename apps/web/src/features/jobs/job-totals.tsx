import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { formatMoney } from '@konnekt/shared/basics/money';
import type { JobTotal } from '@konnekt/shared/jobs/job.schema';
import { IconSum } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OrganisationFilter } from '../organisations/parts/organisation-filter.tsx';
import { jobTotalsQuery } from './job-queries.ts';
import classes from './jobs.module.css';

const YEARS_BACK = 5;

/** Hours of a year by function and cost centre, and what they cost for who may see that. */
export function JobTotals() {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const address = useAddress();
  const { year: thisYear } = isoWeekOf(calendarDayAt(new Date()));
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back));
  const year = oneOf(years, address.read('year')) ?? String(thisYear);
  const organisationId = idIn(address.read('organisation'));
  const query = useQuery(jobTotalsQuery({ year: Number(year), ...(organisationId && { organisationId }) }));
  const columns = useColumns();
  return (
    <>
      <UnknownValues address={address} known={{ year: years, organisation: isId }} />
      <div className={classes.filter}>
        <SelectField
          label={t('totals.year')}
          value={year}
          onChange={(value) => address.write({ year: value === String(thisYear) ? '' : value })}
          options={years.map((value) => ({ value, label: value }))}
        />
        <OrganisationFilter address={address} />
      </div>
      <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
        {({ items }) => {
          if (items.length === 0) return <Empty icon={IconSum} title={t('totals.empty')} />;
          const hours = format.hours(items.reduce((sum, { minutes }) => sum + minutes, 0));
          const seen = items.flatMap(({ billCents }) => billCents ?? []);
          const cost = formatMoney(
            seen.reduce((sum, cents) => sum + cents, 0),
            format.language,
          );
          return (
            <>
              <RecordList
                label={t('tab.totals')}
                rows={items}
                keyOf={({ organisationId: id, functionName, costCentre }) => `${id} ${functionName} ${costCentre}`}
                columns={seen.length > 0 ? columns : columns.filter(({ id }) => id !== 'cost')}
              />
              <p className={classes.sum}>
                <strong>
                  {seen.length === items.length ? t('totals.sumCost', { hours, cost }) : t('totals.sum', { hours })}
                </strong>
              </p>
              <p className={classes.note}>{t(seen.length > 0 ? 'totals.note' : 'totals.hidden')}</p>
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function useColumns(): Column<JobTotal>[] {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return [
    {
      id: 'function',
      header: t('totals.function'),
      cell: ({ functionName }) => <strong>{functionName}</strong>,
    },
    {
      id: 'organisation',
      header: t('totals.organisation'),
      cell: ({ organisationName }) => organisationName,
      rank: 2,
    },
    {
      id: 'costCentre',
      header: t('totals.costCentre'),
      cell: ({ costCentre }) => costCentre ?? <span className={recordQuiet}>{t('totals.none')}</span>,
    },
    {
      id: 'employees',
      header: t('totals.employees'),
      cell: ({ employees }) => format.count(employees),
      isFigure: true,
      rank: 1,
    },
    {
      id: 'hours',
      header: t('totals.hours'),
      cell: ({ minutes }) => <span className="figures">{format.hours(minutes)}</span>,
      isFigure: true,
    },
    {
      id: 'cost',
      header: t('totals.cost'),
      cell: ({ billCents }) =>
        billCents === null ? '–' : <span className="figures">{formatMoney(billCents, format.language)}</span>,
      isFigure: true,
    },
  ];
}
