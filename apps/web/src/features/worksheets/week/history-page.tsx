import { mostInPage } from '@konnekt/shared/basics/list-bounds';
import { worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { IconFilterOff, IconHistory } from '@tabler/icons-react';
import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { call } from '../../../api/client.ts';
import { useMe } from '../../../api/session-queries.ts';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { UnknownValues } from '../../../kit/address/unknown-values.tsx';
import { anyText, oneOf, useAddress } from '../../../kit/address/use-address.ts';
import { ListRest } from '../../../kit/list/list-rest.tsx';
import { SearchField } from '../../../kit/list/search-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { worksheetsQuery } from '../parts/worksheet-queries.ts';
import classes from './history-page.module.css';

export { HistoryPage as Component };

const yearsBack = 7;
const sorts = ['-period', 'period', '-hours', 'hours', 'status', 'organisation'] as const;
const noFilter = { q: '', job: '', year: '', status: '' };

const ownPlacementsQuery = (employeeId: string) =>
  queryOptions({
    queryKey: ['placements', employeeId],
    queryFn: ({ signal }) => call('GET /api/placements', { query: { employeeId, limit: mostInPage } }, { signal }),
    staleTime: 5 * 60_000,
  });

/** All one's own worksheets, newest first; each opens with every version of it. */
function HistoryPage() {
  const { t } = useTranslation(['week', 'common']);
  const employeeId = useMe().employeeId ?? '';
  const address = useAddress();
  const { read, write, rewrite } = address;
  const { data: placements } = useQuery(ownPlacementsQuery(employeeId));
  const search = useCallback((q: string) => rewrite({ q }), [rewrite]);
  const sort = oneOf(sorts, read('sort')) ?? '-period';
  const thisYear = new Date().getFullYear();
  const years = Array.from({ length: yearsBack }, (_, index) => String(thisYear - index));
  const filter = {
    q: read('q') || undefined,
    placementId: placements?.items.find(({ id }) => id === read('job'))?.id,
    year: years.includes(read('year')) ? Number(read('year')) : undefined,
    status: oneOf(worksheetStatuses, read('status')),
  };
  const query = useInfiniteQuery(worksheetsQuery({ employeeId, sort, limit: 50, ...filter }));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);

  return (
    <Page title={t('history.title')} lead={query.data && t('history.lead', { count: total })}>
      {placements && (
        <UnknownValues
          address={address}
          known={{
            ...{ q: anyText, job: placements.items.map(({ id }) => id), year: years },
            ...{ status: worksheetStatuses, sort: sorts },
          }}
        />
      )}
      <search className={classes.filter} aria-label={t('history.filter')}>
        <div className={classes.search}>
          <SearchField label={t('history.search')} hint={t('history.searchHint')} value={read('q')} onChange={search} />
        </div>
        {placements && placements.items.length > 1 && (
          <SelectField
            label={t('history.placement')}
            value={filter.placementId ?? ''}
            onChange={(job) => write({ job })}
            options={[
              { value: '', label: t('history.allPlacements') },
              ...placements.items.map(({ id, functionName: job, organisationName: organisation }) => ({
                value: id,
                label: t('atOrganisation', { job, organisation }),
              })),
            ]}
          />
        )}
        <SelectField
          label={t('history.year')}
          value={String(filter.year ?? '')}
          onChange={(year) => write({ year })}
          options={[
            { value: '', label: t('history.allYears') },
            ...years.map((year) => ({ value: year, label: year })),
          ]}
        />
        <SelectField
          label={t('common:list.sort')}
          value={sort}
          onChange={(value) => write({ sort: value })}
          options={sorts.map((value) => ({ value, label: t(`history.sort.${value}`) }))}
        />
        <SelectField
          label={t('history.status')}
          value={filter.status ?? ''}
          onChange={(status) => write({ status })}
          options={[
            { value: '', label: t('history.allStatuses') },
            ...worksheetStatuses.map((value) => ({ value, label: t(`common:status.${value}`) })),
          ]}
        />
      </search>
      <Loaded query={query} skeleton={<Skeleton rows={8} height={40} />}>
        {() =>
          rows.length === 0 ? (
            <Empty
              icon={isFiltered ? IconFilterOff : IconHistory}
              title={t(isFiltered ? 'history.noMatchTitle' : 'history.emptyTitle')}
              actions={
                isFiltered && (
                  <Button variant="default" onClick={() => write(noFilter)}>
                    {t('common:action.clearFilter')}
                  </Button>
                )
              }
            >
              {t(isFiltered ? 'history.noMatchText' : 'history.emptyText')}
            </Empty>
          ) : (
            <>
              <ul className={classes.list} aria-label={t('history.table')} aria-busy={query.isPlaceholderData}>
                {rows.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
              <ListRest query={query} shown={rows.length} total={total} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ row }: { row: WorksheetRow }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { placementId, period, id } = row;
  const isPart = row.kind !== 'regular' && id !== null;
  const to = isPart
    ? paths.weekPart(placementId, period.year, period.number, id)
    : paths.week(placementId, period.year, period.number);
  return (
    <li>
      <Link to={to} className={classes.row}>
        <span className={classes.period}>
          <strong>{format.period(period)}</strong>
          <span className={classes.quiet}>
            {isPart ? t('home.added') : format.range(period.startsOn, period.endsOn)}
          </span>
        </span>
        <span className={classes.job}>
          {row.functionName}
          <span className={classes.quiet}>{row.organisationName}</span>
        </span>
        <span className={classes.status}>
          <StatusBadge status={row.status} />
        </span>
        <span className={classes.quiet}>{row.sentAt && format.moment(row.sentAt)}</span>
        <span className={classes.hours}>{format.hours(row.totalMinutes)}</span>
      </Link>
    </li>
  );
}
