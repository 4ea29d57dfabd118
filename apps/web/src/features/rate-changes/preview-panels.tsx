import type { AskedRateChange, RatePreview, RateSet } from '@konnekt/shared/rate-changes/rate-change.contract';
import { useQuery } from '@tanstack/react-query';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSizes } from '../payroll/parts/use-sizes.ts';
import { DifferenceList } from './difference-list.tsx';
import { ratePreview } from './rate-change-queries.ts';
import classes from './rate-changes.module.css';

type Worker = RatePreview['workers'][number];

/** So many are shown at first, so that accepting is not a long way down. */
const fewest = 10;

/** What a change comes to: in all, by client, by employee; and line by line where one is pressed. */
export function PreviewPanels({ change, preview }: { change: AskedRateChange; preview: RatePreview }) {
  const { t } = useTranslation('rateChanges');
  const format = useFormat();
  const { moneyDifference } = useSizes();
  const [worker, setWorker] = useState<Worker>();
  const figures = <R extends { lines: number; payCents: number; billCents: number }>(): Column<R>[] => [
    { id: 'lines', header: t('sum.lines'), cell: ({ lines }) => format.count(lines), isFigure: true, rank: 1 },
    { id: 'pay', header: t('kind.pay'), cell: ({ payCents }) => moneyDifference(payCents), isFigure: true },
    { id: 'bill', header: t('kind.bill'), cell: ({ billCents }) => moneyDifference(billCents), isFigure: true },
  ];
  const organisations: Column<RatePreview['organisations'][number]>[] = [
    { id: 'name', header: t('sum.organisation'), cell: ({ name }) => <strong>{name}</strong> },
    ...figures(),
  ];
  const workers: Column<Worker>[] = [
    {
      id: 'name',
      header: t('sum.employee'),
      cell: (row) => (
        <button type="button" className={classes.open} onClick={() => setWorker(row)}>
          {row.employeeName}
        </button>
      ),
    },
    { id: 'where', header: t('sum.organisation'), cell: ({ organisationName }) => organisationName, rank: 2 },
    ...figures(),
  ];
  return (
    <>
      <Notice tone="info" role="status" title={t('preview.title', { count: preview.placements })}>
        {preview.lines === 0
          ? t('preview.nothing')
          : t('preview.text', {
              count: preview.lines,
              lines: format.count(preview.lines),
              pay: moneyDifference(preview.payCents),
              bill: moneyDifference(preview.billCents),
            })}
      </Notice>
      {preview.set.length > 0 && <RatesSet set={preview.set} />}
      {preview.organisations.length > 1 && (
        <section className={classes.section}>
          <h2>{t('preview.organisations')}</h2>
          <RecordList
            label={t('preview.organisations')}
            rows={preview.organisations}
            keyOf={({ id }) => id}
            columns={organisations}
          />
        </section>
      )}
      {preview.workers.length > 0 && (
        <section className={classes.section}>
          <h2>{t('preview.workers')}</h2>
          <ShortList
            label={t('preview.workers')}
            all={(count) => t('preview.all', { count })}
            rows={preview.workers}
            keyOf={({ employeeId, organisationId }) => `${employeeId} ${organisationId}`}
            columns={workers}
          />
        </section>
      )}
      {worker && <WorkerLines key={worker.employeeId} change={change} worker={worker} />}
    </>
  );
}

/** The first rows of a list, and the rest where one asks for it. */
function ShortList<Row>({ all, ...list }: ComponentProps<typeof RecordList<Row>> & { all: (count: number) => string }) {
  const [isWhole, setIsWhole] = useState(false);
  const isShort = !isWhole && list.rows.length > fewest + 5;
  return (
    <>
      <RecordList {...list} rows={isShort ? list.rows.slice(0, fewest) : list.rows} />
      {isShort && (
        <Button variant="subtle" size="xs" onClick={() => setIsWhole(true)}>
          {all(list.rows.length)}
        </Button>
      )}
    </>
  );
}

/** Each rate as it is and as it becomes, of all placements that have it: also where nothing was paid yet. */
function RatesSet({ set }: { set: RatePreview['set'] }) {
  const { t } = useTranslation('rateChanges');
  const format = useFormat();
  const { money } = useSizes();
  const change = (before: number | null, after: number) =>
    before === null
      ? money(after)
      : before === after
        ? t('preview.same', { rate: money(after) })
        : `${money(before)} → ${money(after)}`;
  const columns: Column<RateSet>[] = [
    {
      id: 'type',
      header: t('preview.hourType'),
      cell: ({ hourTypeNl, hourTypeEn }) => <strong>{format.language === 'nl' ? hourTypeNl : hourTypeEn}</strong>,
    },
    { id: 'from', header: t('field.validFrom'), cell: ({ validFrom }) => format.day(validFrom), rank: 2 },
    {
      id: 'pay',
      header: t('kind.pay'),
      cell: ({ oldPayCents, payCents }) => change(oldPayCents, payCents),
      isFigure: true,
    },
    {
      id: 'bill',
      header: t('kind.bill'),
      cell: ({ oldBillCents, billCents }) => change(oldBillCents, billCents),
      isFigure: true,
    },
    {
      id: 'count',
      header: t('list.placements'),
      cell: ({ placements }) => format.count(placements),
      isFigure: true,
      rank: 1,
    },
  ];
  return (
    <section className={classes.section}>
      <h2>{t('preview.rates')}</h2>
      <ShortList
        label={t('preview.rates')}
        all={(count) => t('preview.allRates', { count })}
        rows={set}
        keyOf={(row) => Object.values(row).join(' ')}
        columns={columns}
      />
    </section>
  );
}

function WorkerLines({ change, worker }: { change: AskedRateChange; worker: Worker }) {
  const { t } = useTranslation('rateChanges');
  const query = useQuery(ratePreview(change, worker.employeeId));
  const title = t('preview.linesOf', { name: worker.employeeName });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={classes.section}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
        {({ differences }) => <DifferenceList rows={differences} label={title} />}
      </Loaded>
    </section>
  );
}
