import { lawLimits } from '@konnekt/shared/worksheets/working-time.limits';
import type { HourLineInput, WorksheetEntry } from '@konnekt/shared/worksheets/worksheet.schema';
import { worksheetWarnings } from '@konnekt/shared/worksheets/worksheet.warnings';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import type { ReadSheet } from './week-sheet.ts';
import classes from './week-warnings.module.css';

/** What the working-time law would ask about these hours, while they are typed. Blocks nothing: they were worked. */
export function WeekWarnings({ entry, read }: { entry: WorksheetEntry; read: ReadSheet }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const warnings = useMemo(() => warningsOf(entry, read), [entry, read]);
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn">
      <ul className={classes.list}>
        {warnings.map(({ code, date, foundMinutes, limitMinutes }) => {
          const text = t(`warning.${code}`, { found: format.clock(foundMinutes), limit: format.clock(limitMinutes) });
          const isOfDay = date !== undefined && code !== 'week-too-long' && code !== 'weekly-rest-too-short';
          return (
            <li key={`${code} ${date}`}>
              {isOfDay ? t('warning.on', { day: format.dayInWords(date), text }) : t('warning.bare', { text })}
            </li>
          );
        })}
      </ul>
      <p className={classes.note}>{t('warning.note')}</p>
    </Notice>
  );
}

function warningsOf(entry: WorksheetEntry, read: ReadSheet) {
  const isWorked = new Set(entry.hourTypes.filter((type) => type.isWorked).map(({ id }) => id));
  const lines = asWorked(read.lines).filter(({ hourTypeId }) => isWorked.has(hourTypeId));
  return worksheetWarnings(
    {
      lines,
      period: entry.period,
      previousWeekMinutes: entry.earlierWeekMinutes,
      elsewhere: asWorked(entry.elsewhere),
    },
    { ...lawLimits, ...entry.warningLimits },
  );
}

const asWorked = (lines: readonly HourLineInput[]) =>
  lines.map((line) => ({ ...line, start: line.startsAt, end: line.endsAt }));
