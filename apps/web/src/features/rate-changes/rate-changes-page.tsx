import type { RateChangeMade } from '@konnekt/shared/rate-changes/rate-change.contract';
import { IconPlus, IconTrendingUp } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { RecordList, recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSizes } from '../payroll/parts/use-sizes.ts';
import { rateChangeRows } from './rate-change-queries.ts';

export { RateChangesPage as Component };

/** Rates that were changed for the past, newest first, and how far their differences are paid and invoiced. */
function RateChangesPage() {
  const { t } = useTranslation('rateChanges');
  const format = useFormat();
  const { moneyDifference } = useSizes();
  const query = useInfiniteQuery(rateChangeRows);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const add = (
    <ButtonLink to={paths.newRateChange} leftSection={<IconPlus size={16} stroke={2} aria-hidden />}>
      {t('list.add')}
    </ButtonLink>
  );
  const columns: Column<RateChangeMade>[] = [
    {
      id: 'from',
      header: t('field.validFrom'),
      cell: ({ id, validFrom, reason }) => (
        <>
          <Link to={paths.rateChange(id)} className={recordLink}>
            {format.day(validFrom)}
          </Link>
          <span className={recordQuiet}>{reason}</span>
        </>
      ),
    },
    { id: 'made', header: t('list.made'), cell: ({ createdAt }) => format.moment(createdAt), rank: 2 },
    { id: 'by', header: t('list.by'), cell: ({ createdByName }) => createdByName, rank: 3 },
    {
      id: 'placements',
      header: t('list.placements'),
      cell: ({ placements }) => format.count(placements),
      isFigure: true,
      rank: 1,
    },
    { id: 'pay', header: t('kind.pay'), cell: ({ payCents }) => moneyDifference(payCents), isFigure: true },
    { id: 'bill', header: t('kind.bill'), cell: ({ billCents }) => moneyDifference(billCents), isFigure: true },
    {
      id: 'paid',
      header: t('list.paid'),
      cell: ({ payLines, paidLines }) =>
        payLines === 0 ? '–' : t('list.paidOf', { paid: format.count(paidLines), all: format.count(payLines) }),
    },
    {
      id: 'invoiced',
      header: t('list.invoiced'),
      cell: ({ billLines, invoicedLines }) =>
        billLines === 0 ? '–' : t('list.paidOf', { paid: format.count(invoicedLines), all: format.count(billLines) }),
      rank: 1,
    },
  ];
  return (
    <Page
      title={t('list.title')}
      above={<BackLink to={paths.payrollRuns}>{t('list.back')}</BackLink>}
      lead={<span className={layout.quiet}>{t('list.text')}</span>}
      actions={rows.length > 0 && add}
    >
      <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
        {({ pages }) =>
          rows.length === 0 ? (
            <Empty icon={IconTrendingUp} title={t('list.emptyTitle')} actions={add}>
              {t('list.emptyText')}
            </Empty>
          ) : (
            <>
              <RecordList label={t('list.title')} rows={rows} keyOf={({ id }) => id} columns={columns} />
              <ListRest query={query} shown={rows.length} total={pages[0]?.total ?? 0} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
