import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { formatMoney } from '@konnekt/shared/basics/money';
import type { HourTypeRecord } from '@konnekt/shared/hour-types/hour-type.contract';
import type { Placement, PlacementRate } from '@konnekt/shared/placements/placement.schema';
import { rateOnDay } from '@konnekt/shared/placements/rate-on-day';
import { IconCoinEuro } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTakeInRecord } from '../../kit/form/use-take-in-record.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toastProblem } from '../../ui/toast.tsx';
import { hourTypeRecords } from '../hour-types/parts/hour-type-queries.ts';
import { organisationRecord } from '../organisations/parts/organisation-queries.ts';
import { RateForm } from './rate-form.tsx';

/** What an hour of each type pays and bills, from which day; and new rates from a day on. */
export function PlacementRates({ placement, refresh }: { placement: Placement; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation('placements');
  const types = useQuery(hourTypeRecords);
  const { data: client } = useQuery(organisationRecord(placement.organisationId));
  return (
    <div className={layout.panels}>
      <Loaded query={types} skeleton={<Skeleton rows={5} height={32} />}>
        {({ items }) => (
          <>
            <Panel title={t('rates.title')} flush={placement.rates.length > 0}>
              {placement.rates.length === 0 ? (
                <Empty small icon={IconCoinEuro} title={t('rates.emptyTitle')}>
                  {t('rates.emptyText')}
                </Empty>
              ) : (
                <Rates placement={placement} hourTypes={items} refresh={refresh} />
              )}
            </Panel>
            <RateForm placement={placement} hourTypes={offered(items)} refresh={refresh} />
          </>
        )}
      </Loaded>
    </div>
  );

  /** Hour types in use that pay or bill anything and that the client allows. */
  function offered(items: HourTypeRecord[]) {
    const allowed = client?.hourTypeIds ?? [];
    return items.filter(
      ({ id, isActive, billShareBp, payShareBp }) =>
        isActive && (billShareBp > 0 || payShareBp > 0) && (allowed.length === 0 || allowed.includes(id)),
    );
  }
}

function Rates(props: { placement: Placement; hourTypes: HourTypeRecord[]; refresh: () => Promise<unknown> }) {
  const { t } = useTranslation(['placements', 'office', 'common']);
  const format = useFormat();
  const { placement, hourTypes, refresh } = props;
  const takeIn = useTakeInRecord();
  const today = calendarDayAt(new Date());
  const [asked, setAsked] = useState<PlacementRate>();
  const takeBack = useMutation({
    mutationFn: (id: string) => call('DELETE /api/placement-rates/:id', { params: { id } }),
    onSuccess: (saved) => takeIn('placement', saved.id, saved),
    onSettled: () => setAsked(undefined),
    onError: (error) => {
      toastProblem(error);
      void refresh();
    },
  });
  const order = new Map(hourTypes.map(({ id }, index) => [id, index]));
  const rates = [...placement.rates].sort(
    (a, b) => (order.get(a.hourTypeId) ?? 0) - (order.get(b.hourTypeId) ?? 0) || (a.validFrom < b.validFrom ? 1 : -1),
  );
  const nameOf = ({ hourTypeId }: PlacementRate) => {
    const type = hourTypes.find(({ id }) => id === hourTypeId);
    return type ? format.nameOf(type) : '–';
  };
  const stateOf = (rate: PlacementRate) => {
    if (rate.validFrom > today) return 'future' as const;
    return rateOnDay(placement.rates, rate.hourTypeId, today)?.id === rate.id ? ('now' as const) : ('past' as const);
  };
  const wordsOf = (rate: PlacementRate) => ({ hourType: nameOf(rate), day: format.day(rate.validFrom) });
  const isFinal = ({ validFrom }: PlacementRate) =>
    placement.finalisedUntil !== null && validFrom <= placement.finalisedUntil;
  const columns: Column<PlacementRate>[] = [
    { id: 'type', header: t('rates.hourType'), cell: nameOf },
    { id: 'from', header: t('rates.from'), cell: ({ validFrom }) => format.day(validFrom) },
    {
      id: 'pay',
      header: t('rates.pay'),
      cell: ({ payCents }) => formatMoney(payCents, format.language),
      isFigure: true,
    },
    {
      id: 'bill',
      header: t('rates.bill'),
      cell: ({ billCents }) => formatMoney(billCents, format.language),
      isFigure: true,
    },
    { id: 'state', header: t('office:right.state'), cell: (rate) => t(`rates.${stateOf(rate)}`) },
    {
      id: 'act',
      header: t('office:form.change'),
      cell: (rate) =>
        !isFinal(rate) && (
          <Button
            variant="default"
            size="xs"
            aria-label={t('rates.takeBackOne', wordsOf(rate))}
            loading={takeBack.isPending && takeBack.variables === rate.id}
            onClick={() => (stateOf(rate) === 'future' ? takeBack.mutate(rate.id) : setAsked(rate))}
          >
            {t('rates.takeBack')}
          </Button>
        ),
      isFigure: true,
    },
  ];
  return (
    <>
      <RecordList label={t('rates.title')} rows={rates} keyOf={({ id }) => id} columns={columns} />
      {asked && (
        <Dialog title={t('rates.takeBackTitle')} onClose={() => setAsked(undefined)}>
          <p>{t('rates.takeBackText', wordsOf(asked))}</p>
          <DialogActions>
            <Button variant="default" onClick={() => setAsked(undefined)}>
              {t('common:action.cancel')}
            </Button>
            <Button
              variant="danger"
              data-autofocus
              loading={takeBack.isPending}
              onClick={() => takeBack.mutate(asked.id)}
            >
              {t('rates.takeBack')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
