import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useMediaQuery } from '../../../ui/use-media-query.ts';
import { DayCards } from './day-cards.tsx';
import { useEntryFields } from './entry-fields.ts';
import { ShiftDays } from './shift-days.tsx';

/** A desk shows a table; a phone does without its code. */
const tables = () => import('./week-tables.tsx');
const LongTable = lazy(async () => ({ default: (await tables()).LongTable }));
const WeekTable = lazy(async () => ({ default: (await tables()).WeekTable }));
/** The fields in the form that fits: times by day, or a table on a desk and cards on a phone. */
export function DayFields() {
  const { entry, sheet } = useEntryFields();
  const isWide = useMediaQuery('(min-width: 75em)');
  const hasTimes = entry.placement.entryMode === 'times' || Object.values(sheet.cells).some(({ by }) => by === 'times');
  if (hasTimes) return <ShiftDays />;
  if (!isWide) return <DayCards />;
  return (
    <>
      <ClosedDays />
      <Suspense fallback={<Skeleton rows={4} height={44} />}>
        {entry.period.type === 'week' ? <WeekTable /> : <LongTable />}
      </Suspense>
    </>
  );
}

/** Why some days of the table cannot be typed in. */
function ClosedDays() {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { entry } = useEntryFields();
  const { period, openFrom, openUntil } = entry;
  const reasons = [
    openFrom > period.startsOn && t('closedBefore', { day: format.dayInWords(openFrom) }),
    openUntil < period.endsOn && t('closedAfter', { day: format.dayInWords(openUntil) }),
  ].filter(Boolean);
  return reasons.length > 0 && <Notice tone="info">{reasons.join(' ')}</Notice>;
}
