import { calendarDayAt } from '@konnekt/shared/basics/calendar-day';
import { periodContaining } from '@konnekt/shared/periods/period';
import type { PeriodRecord } from '@konnekt/shared/periods/period.contract';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { recordKeys } from '../../kit/form/record-keys.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import layout from '../../ui/form-layout.module.css';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast, toastProblem } from '../../ui/toast.tsx';
import { periodRecords } from './period-queries.ts';

export { PeriodsPage as Component };

const types = ['week', 'four-weeks', 'month'] as const;

/** The periods of a year, and closing them: no hours of a closed one are entered or sent any more. */
function PeriodsPage() {
  const { t } = useTranslation(['settings', 'office', 'common']);
  const format = useFormat();
  const queryClient = useQueryClient();
  const address = useAddress();
  const { read, write } = address;
  const type = oneOf(types, read('type')) ?? 'week';
  const today = calendarDayAt(new Date());
  const thisYear = periodContaining(type, today).year;
  const years = [2, 1, 0, -1, -2].map((offset) => String(thisYear + offset));
  const year = Number(oneOf(years, read('year')) ?? thisYear);
  const query = useQuery(periodRecords({ type, year }));
  const [closing, setClosing] = useState<PeriodRecord>();
  const turn = useMutation({
    mutationFn: ({ id, act }: { id: string; act: 'close' | 'reopen' }) =>
      call(`POST /api/periods/:id/${act}`, { params: { id } }),
    onSuccess: (period, { act }) =>
      toast({ tone: 'good', message: t(`periods.done.${act}`, { period: format.period(period) }) }),
    onError: toastProblem,
    onSettled: (_, error) => {
      setClosing(undefined);
      const asked = queryClient.invalidateQueries({ queryKey: [...recordKeys.all, 'periods'] });
      return error ? undefined : asked;
    },
  });
  const columns: Column<PeriodRecord>[] = [
    {
      id: 'period',
      header: t('periods.period'),
      cell: (period) => (
        <>
          <strong>{format.period(period, false)}</strong>
          {period.startsOn <= today && today <= period.endsOn && ` · ${t('periods.current')}`}
          <span className={recordQuiet}>
            {format.day(period.startsOn)} – {format.day(period.endsOn)}
          </span>
        </>
      ),
    },
    {
      id: 'worksheets',
      header: t('periods.worksheets'),
      cell: ({ worksheets }) => format.count(worksheets),
      isFigure: true,
    },
    {
      id: 'unfinished',
      header: t('periods.unfinished'),
      cell: ({ unfinished }) => format.count(unfinished),
      isFigure: true,
    },
    {
      id: 'state',
      header: t('office:right.state'),
      cell: ({ closedAt }) =>
        closedAt ? (
          <Badge icon={IconLock} tone="quiet">
            {t('periods.closedOn', { moment: format.moment(closedAt) })}
          </Badge>
        ) : (
          <Badge icon={IconLockOpen} tone="good">
            {t('periods.open')}
          </Badge>
        ),
    },
    {
      id: 'act',
      header: t('office:form.change'),
      cell: (period) => {
        const act = period.closedAt ? 'reopen' : 'close';
        return (
          <Button
            variant="default"
            size="xs"
            aria-label={t(`periods.${act}One`, { period: format.period(period) })}
            loading={turn.isPending && turn.variables.id === period.id}
            onClick={() => (act === 'close' ? setClosing(period) : turn.mutate({ id: period.id, act }))}
          >
            {t(`periods.${act}`)}
          </Button>
        );
      },
      isFigure: true,
    },
  ];
  return (
    <Page
      title={t('periods.title')}
      lead={<span className={layout.quiet}>{t('periods.text')}</span>}
      actions={
        <>
          <SelectField
            label={t('periods.type')}
            value={type}
            onChange={(value) => write({ type: value })}
            options={types.map((value) => ({ value, label: t(`periods.types.${value}`) }))}
          />
          <SelectField
            label={t('periods.year')}
            value={String(year)}
            onChange={(value) => write({ year: value })}
            options={years.map((value) => ({ value, label: value }))}
          />
        </>
      }
    >
      <UnknownValues address={address} known={{ type: types, year: years }} />
      <Loaded query={query} skeleton={<Skeleton rows={10} height={32} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconLock} title={t('periods.emptyTitle')}>
              {t('periods.emptyText')}
            </Empty>
          ) : (
            <RecordList
              label={t('periods.title')}
              // The newest on top: those are the ones to close.
              rows={items.toReversed()}
              keyOf={({ id }) => id}
              columns={columns}
              isLoading={query.isPlaceholderData}
            />
          )
        }
      </Loaded>
      {closing && (
        <Dialog title={t('periods.closeOne', { period: format.period(closing) })} onClose={() => setClosing(undefined)}>
          <p>
            {closing.unfinished > 0
              ? t('periods.closeUnfinished', { count: closing.unfinished, number: format.count(closing.unfinished) })
              : t('periods.closeText')}
          </p>
          <DialogActions>
            <Button variant="default" onClick={() => setClosing(undefined)}>
              {t('common:action.cancel')}
            </Button>
            <Button
              data-autofocus
              loading={turn.isPending}
              onClick={() => turn.mutate({ id: closing.id, act: 'close' })}
            >
              {t('periods.close')}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </Page>
  );
}
