import type { PayrollRunDetail } from '@konnekt/shared/payroll/payroll.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { Column } from '../../kit/list/column.ts';
import { RecordList, recordQuiet } from '../../kit/list/record-list.tsx';
import { sizeIn, useSizes } from './parts/use-sizes.ts';
import classes from './payroll.module.css';

type TypeSum = PayrollRunDetail['byHourType'][number];

/** What it comes to by hour type, beside the run before. */
export function RunTotals({ run }: { run: PayrollRunDetail }) {
  const { t } = useTranslation('payroll');
  const { nameOf, hours } = useFormat();
  const { written, difference, money } = useSizes();
  const columns: Column<TypeSum>[] = [
    {
      id: 'type',
      header: t('totals.hourType'),
      cell: ({ code, nameNl, nameEn, linesWithoutRate }) => (
        <>
          <strong>{nameOf({ nameNl, nameEn })}</strong> <span className={classes.code}>{code}</span>
          {linesWithoutRate > 0 && (
            <span className={recordQuiet}>{t('totals.withoutRate', { count: linesWithoutRate })}</span>
          )}
        </>
      ),
    },
    {
      id: 'now',
      header: t('totals.now'),
      cell: (sum) => <strong>{written(sum.unit, sizeIn(sum.unit, sum))}</strong>,
      isFigure: true,
    },
    {
      id: 'previous',
      header: run.previous ? t('totals.previous', { number: run.previous.number }) : t('totals.noPrevious'),
      cell: (sum) => (run.previous ? written(sum.unit, sizeBefore(sum)) : '–'),
      isFigure: true,
      rank: 2,
    },
    {
      id: 'difference',
      header: t('totals.difference'),
      cell: (sum) => (run.previous ? difference(sum.unit, sizeIn(sum.unit, sum) - sizeBefore(sum)) : '–'),
      isFigure: true,
    },
    { id: 'pay', header: t('totals.pay'), cell: ({ payCents }) => money(payCents), isFigure: true, rank: 1 },
  ];
  const pay = run.byHourType.reduce((sum, { payCents }) => sum + payCents, 0);
  return (
    <section className={classes.section} aria-labelledby="run-totals">
      <header className={classes.head}>
        <h2 id="run-totals">{t('totals.title')}</h2>
        <span className="figures">
          {t('totals.all')}: {hours(run.totalMinutes)} · {t('totals.pay')}: {money(pay)}
        </span>
      </header>
      {run.byHourType.length === 0 ? (
        <p className={classes.quiet}>{t('totals.empty')}</p>
      ) : (
        <RecordList
          label={t('totals.title')}
          rows={run.byHourType}
          keyOf={({ hourTypeId }) => hourTypeId}
          columns={columns}
        />
      )}
    </section>
  );
}

const sizeBefore = ({ unit, previousMinutes, previousQuantity }: TypeSum): number =>
  sizeIn(unit, { minutes: previousMinutes, quantity: previousQuantity });
