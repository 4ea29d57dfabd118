import type { ReconciliationSum } from '@konnekt/shared/reconciliation/reconciliation.contract';
import { IconAlertTriangle, IconCheck, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/format.ts';
import { BackLink } from '../../kit/address/back-link.tsx';
import { paths } from '../../kit/address/paths.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DataCheckPanel } from './data-check-panel.tsx';
import classes from './reconciliation.module.css';
import { checkQuery, sumsQuery } from './reconciliation-queries.ts';

export { ReconciliationPage as Component };

export const loader = () => {
  void queryClient.prefetchQuery(sumsQuery);
  void queryClient.prefetchQuery(checkQuery);
  return null;
};

/** That what is final was invoiced and paid, or waits to be: added up anew, and all rules of the database. */
function ReconciliationPage() {
  const { t } = useTranslation('reconciliation');
  return (
    <Page title={t('title')} lead={t('lead')} above={<BackLink to={paths.invoicesIn('final')}>{t('back')}</BackLink>}>
      <div className={classes.parts}>
        <DataCheckPanel />
        <Sums />
      </div>
    </Page>
  );
}

function Sums() {
  const { t } = useTranslation('reconciliation');
  const query = useQuery(sumsQuery);
  const columns = useSumColumns();
  return (
    <Loaded query={query} skeleton={<Skeleton rows={8} height={40} />}>
      {({ items }) => {
        if (items.length === 0) return <Empty icon={IconScale} title={t('empty')} />;
        const differing = items.filter(({ placementsThatDiffer }) => placementsThatDiffer > 0).length;
        return (
          <>
            <Notice tone={differing > 0 ? 'bad' : 'good'}>{t('sums', { count: differing })}</Notice>
            <RecordList
              label={t('title')}
              rows={items}
              keyOf={({ organisationId, hourTypeId }) => `${organisationId} ${hourTypeId}`}
              columns={columns}
            />
          </>
        );
      }}
    </Loaded>
  );
}

function useSumColumns(): Column<ReconciliationSum>[] {
  const { t } = useTranslation('reconciliation');
  const { language, inUnit } = useFormat();
  const figure = (
    id: 'final' | 'invoiced' | 'onDrafts' | 'toInvoice' | 'paid' | 'toPay',
  ): Column<ReconciliationSum> => ({
    id,
    header: t(`column.${id}`),
    cell: (sum) => {
      const isOfInvoices = id === 'invoiced' || id === 'onDrafts' || id === 'toInvoice';
      return isOfInvoices && !sum.isBilled ? (
        <span className={recordQuiet}>{id === 'invoiced' ? t('notBilled') : '–'}</span>
      ) : (
        <span className="figures">{inUnit(sum[id], sum.unit)}</span>
      );
    },
    isFigure: true,
  });
  const typeOf = ({ hourTypeNl, hourTypeEn }: ReconciliationSum) => (language === 'nl' ? hourTypeNl : hourTypeEn);
  return [
    {
      id: 'organisation',
      header: t('column.organisation'),
      cell: (sum, gone) => (
        <>
          {sum.organisationName}
          {gone.has('hourType') && <span className={recordQuiet}>{typeOf(sum)}</span>}
        </>
      ),
    },
    { id: 'hourType', header: t('column.hourType'), cell: typeOf, rank: 1 },
    figure('final'),
    figure('invoiced'),
    figure('onDrafts'),
    figure('toInvoice'),
    figure('paid'),
    figure('toPay'),
    {
      id: 'agrees',
      header: t('column.agrees'),
      cell: ({ placementsThatDiffer: count }) => (
        <Badge icon={count > 0 ? IconAlertTriangle : IconCheck} tone={count > 0 ? 'bad' : 'good'}>
          {count > 0 ? t('differs', { count }) : t('agrees')}
        </Badge>
      ),
    },
  ];
}
