import type { Behind, BehindRow } from '@konnekt/shared/dashboard/dashboard.contract';
import { behindNumbers } from '@konnekt/shared/dashboard/dashboard.words';
import type { PeriodType } from '@konnekt/shared/periods/period';
import { IconChartBar } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { behindQuery } from './dashboard-queries.ts';
import { useBehindColumns } from './use-behind-columns.tsx';
import { useDuration } from './use-duration.ts';

export { BehindPage as Component };

const types = ['week', 'four-weeks', 'month'] as const satisfies readonly PeriodType[];
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
const isHours = (text: string) => /^\d{1,4}$/.test(text);

/** The list behind a number of the dashboard: its sums are that number. */
function BehindPage() {
  const { t } = useTranslation('dashboard');
  const address = useAddress();
  const show = oneOf(behindNumbers, address.read('show')) ?? 'asked';
  const periodType = oneOf(types, address.read('type')) ?? 'week';
  const [from, after, within] = [address.read('from'), address.read('after'), address.read('within')];
  const query = useInfiniteQuery(
    behindQuery({
      ...{
        show,
        periodType,
        organisationId: idIn(address.read('organisation')),
        employeeId: idIn(address.read('employee')),
      },
      ...(isDay(from) && { startsOn: from }),
      ...(isHours(after) && { fromHours: after }),
      ...(isHours(within) && { untilHours: within }),
    }),
  );
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const [first] = query.data?.pages ?? [];
  const columns = useBehindColumns(show);
  return (
    <Page
      title={t(`behind.title.${show}`)}
      above={
        <BackLink to={`${paths.dashboard}${periodType === 'week' ? '' : `?type=${periodType}`}`}>{t('title')}</BackLink>
      }
      lead={
        first && (
          <span className={layout.facts}>
            <Facts rows={rows} isOfPeriod={isDay(from)} isOf={(name) => address.read(name) !== ''} />
            <Size size={first.size} />
          </span>
        )
      }
    >
      <UnknownValues
        address={address}
        known={{
          ...{ show: behindNumbers, type: types, organisation: isId, employee: isId },
          ...{ from: isDay, after: isHours, within: isHours },
        }}
      />
      <Loaded query={query} skeleton={<Skeleton rows={10} height={32} />}>
        {({ pages }) =>
          rows.length === 0 ? (
            <Empty icon={IconChartBar} title={t('behind.emptyTitle')} />
          ) : (
            <>
              <RecordList
                label={t(`behind.title.${show}`)}
                rows={rows}
                keyOf={(row) => `${row.id ?? row.employeeId} ${row.organisationName} ${row.period.startsOn}`}
                columns={columns}
              />
              <ListRest query={query} shown={rows.length} total={pages[0]?.total ?? 0} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Of which period, organisation and employee the list is, as its own rows say. */
function Facts(props: { rows: readonly BehindRow[]; isOfPeriod: boolean; isOf: (name: string) => boolean }) {
  const format = useFormat();
  const [row] = props.rows;
  if (!row) return null;
  return (
    <>
      {props.isOfPeriod && <span>{format.period(row.period)}</span>}
      {props.isOf('organisation') && <span>{row.organisationName}</span>}
      {props.isOf('employee') && <span>{row.employeeName}</span>}
    </>
  );
}

function Size({ size }: { size: Behind['size'] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const duration = useDuration();
  const { worksheets, workedMinutes, plannedMinutes, medianMinutes } = size;
  return (
    <>
      <strong className="figures">
        {t('behind.worksheets', { count: worksheets, number: format.count(worksheets) })}
      </strong>
      <span className="figures">{t('behind.worked', { hours: format.hours(workedMinutes) })}</span>
      <span className="figures">
        {t('behind.planned', {
          hours: format.hours(plannedMinutes),
          difference: format.hoursDifference(workedMinutes - plannedMinutes),
        })}
      </span>
      {medianMinutes !== null && <span>{t('behind.median', { time: duration(medianMinutes) })}</span>}
    </>
  );
}
