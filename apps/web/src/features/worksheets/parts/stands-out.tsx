import type { MissingRate } from '@konnekt/shared/placements/rate.schema';
import { accountedMinutes, type StandOutCode } from '@konnekt/shared/worksheets/worksheet.stands-out';
import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import {
  IconAdjustments,
  IconAlertTriangle,
  IconArrowDownRight,
  IconArrowUpRight,
  IconCalendarTime,
  IconCirclePlus,
  IconCornerUpLeft,
  IconCurrencyEuroOff,
  IconHash,
  IconPlayerPlay,
  IconPlayerStop,
  IconReceiptOff,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import classes from './stands-out.module.css';
import { useMissingRate } from './use-missing-rate.ts';

const looks = {
  correction: { icon: IconAdjustments, tone: 'warn' },
  'added-later': { icon: IconCirclePlus, tone: 'warn' },
  'over-legal-maximum': { icon: IconAlertTriangle, tone: 'bad' },
  'more-than-planned': { icon: IconArrowUpRight, tone: 'warn' },
  'less-than-planned': { icon: IconArrowDownRight, tone: 'warn' },
  'more-than-previous': { icon: IconTrendingUp, tone: 'warn' },
  'clashes-elsewhere': { icon: IconAlertTriangle, tone: 'bad' },
  'sent-as-declined': { icon: IconCornerUpLeft, tone: 'warn' },
  'days-ahead': { icon: IconCalendarTime, tone: 'warn' },
  'no-budget-number': { icon: IconHash, tone: 'warn' },
  'no-rate': { icon: IconCurrencyEuroOff, tone: 'bad' },
  'no-receipt': { icon: IconReceiptOff, tone: 'warn' },
  'first-period': { icon: IconPlayerPlay, tone: 'plain' },
  'last-period': { icon: IconPlayerStop, tone: 'plain' },
} as const satisfies Record<StandOutCode, unknown>;

export type Compared = Pick<
  WorksheetRow,
  | 'standsOut'
  | 'periodWorkedMinutes'
  | 'workedMinutes'
  | 'totalMinutes'
  | 'minutesByKind'
  | 'plannedMinutes'
  | 'previousMinutes'
  | 'period'
> &
  Partial<Pick<WorksheetRow, 'missingRates' | 'placementId'>>;

/** What sets a worksheet apart from normal, in words: how much more or less than planned, more than the period before. */
export function StandsOut({ row }: { row: Compared }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  if (row.standsOut.length === 0) return null;
  const worked = row.periodWorkedMinutes ?? row.workedMinutes;
  const hours: Partial<Record<StandOutCode, number>> = {
    'more-than-planned': worked - row.plannedMinutes,
    'less-than-planned': row.plannedMinutes - accountedMinutes(row),
    'more-than-previous': worked - (row.previousMinutes ?? 0),
  };
  return (
    <ul className={classes.list}>
      {(Object.keys(looks) as StandOutCode[])
        .filter((code) => row.standsOut.includes(code))
        .map((code) => {
          const { icon: Icon, tone } = looks[code];
          if (code === 'no-rate' && row.missingRates?.length)
            return row.missingRates.map((missing) => (
              <MissingRateMark key={missing.code} missing={missing} placementId={row.placementId} />
            ));
          return (
            <li key={code} className={classes.mark} data-tone={tone}>
              <Icon size={14} stroke={2} aria-hidden />
              {t(`standsOut.${code}`, {
                hours: format.hours(hours[code] ?? 0),
                difference: row.totalMinutes === 0 ? '' : `: ${format.hoursDifference(row.totalMinutes)}`,
                period: t(`standsOut.previous.${row.period.type}`),
                length: t(`standsOut.length.${row.period.type}`),
              })}
            </li>
          );
        })}
    </ul>
  );
}

/** Which hours have no rate, on what day; leads to where it is set. */
function MissingRateMark({ missing, placementId }: { missing: MissingRate; placementId: string | undefined }) {
  const { icon: Icon, tone } = looks['no-rate'];
  const text = useMissingRate()(missing);
  return (
    <li className={classes.mark} data-tone={tone} data-long>
      <Icon size={14} stroke={2} aria-hidden />
      {placementId ? <Link to={paths.placementRates(placementId)}>{text}</Link> : text}
    </li>
  );
}
