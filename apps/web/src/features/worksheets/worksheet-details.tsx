import { clockChangeWithin } from '@konnekt/shared/basics/local-time';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { IconMessage2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { ReceiptLink } from '../hours/parts/receipt-link.tsx';
import type { ComparedLine } from './submission-diff.ts';
import classes from './worksheet-hours.module.css';

export type ShownLine = ComparedLine & { budgetNumber: string | null };

export const isDetailed = (line: ShownLine) =>
  Boolean(line.startsAt || line.breakMinutes || line.budgetNumber || line.remark || line.receipt);

/** Times, breaks, budget numbers, remarks and receipts of a day. */
export function Details({ lines, lacking }: { lines: ShownLine[]; lacking: ReadonlySet<ShownLine | undefined> }) {
  const { t } = useTranslation('worksheets');
  return lines.map((line, index) => {
    const { date, startsAt, endsAt, breakMinutes, budgetNumber, remark, receipt } = line;
    const clock = date && startsAt && endsAt ? clockChangeWithin(date, startsAt, endsAt) : undefined;
    const facts = [
      startsAt && endsAt && `${startsAt} – ${endsAt}${endsAt <= startsAt ? ` (${t('sheet.nextDay')})` : ''}`,
      clock && t(`sheet.clock.${clock}`),
      breakMinutes && `${t('field.break').toLowerCase()} ${t('sheet.breakMinutes', { count: breakMinutes })}`,
      budgetNumber && `${t('field.budgetNumber').toLowerCase()} ${budgetNumber}`,
    ].filter(Boolean);
    const lacksReceipt = lacking.has(line);
    if (facts.length === 0 && !remark && !receipt && !lacksReceipt) return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a sent version have no identity and never move
      <span key={index} className={classes.detail}>
        {facts.length > 0 && <span className="figures">{facts.join(', ')}</span>}
        {receipt && <ReceiptLink receipt={receipt} />}
        {lacksReceipt && <span className={classes.lacks}>{t('sheet.noReceipt')}</span>}
        {remark && (
          <span className={classes.remark}>
            <IconMessage2 size={14} stroke={1.75} aria-hidden /> {remark}
          </span>
        )}
      </span>
    );
  });
}

export function Size({ size, unit }: { size: number; unit: HourType['unit'] }) {
  const format = useFormat();
  return size === 0 ? <span className={classes.nothing}>–</span> : format.inUnit(size, unit);
}
