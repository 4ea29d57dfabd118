import { lawLimits } from '@konnekt/shared/worksheets/working-time.limits';
import { type Warning, worksheetWarnings } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { WorksheetEntry } from '@konnekt/shared/worksheets/worksheet-entry.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import classes from './hours-warnings.module.css';
import { asWorked } from './read-sheet.ts';

type Around = Pick<WorksheetEntry, 'hourTypes' | 'period'> &
  Partial<Pick<WorksheetEntry, 'earlierWeekMinutes' | 'elsewhere' | 'holidays' | 'warningLimits'>>;

/** What the working-time law would ask about these hours, while they are typed. Blocks nothing: they were worked. */
export function warningsOf(lines: readonly HourLineInput[], around: Around): Warning[] {
  const isWorked = new Set(around.hourTypes.filter((type) => type.isWorked).map(({ id }) => id));
  return worksheetWarnings(
    {
      lines: lines.map(asWorked).filter(({ hourTypeId }) => isWorked.has(hourTypeId)),
      period: around.period,
      previousWeekMinutes: around.earlierWeekMinutes ?? [],
      elsewhere: (around.elsewhere ?? []).map(asWorked),
      holidays: around.holidays ?? [],
    },
    { ...lawLimits, ...around.warningLimits },
  );
}

/** One of a period, its week or its rest belongs to no day. */
const isOfDay = ({ code, date }: Warning): boolean =>
  date !== undefined && code !== 'week-too-long' && code !== 'weekly-rest-too-short';

/** Names a warning: told once, it need not be told again. */
const warningKey = ({ code, date, foundMinutes }: Warning): string => `${code} ${date ?? ''} ${foundMinutes}`;

/** Warnings as lines; beside their day (`bare`) without its name. */
export function WarningLines({ warnings, bare }: { warnings: readonly Warning[]; bare?: boolean }) {
  const { t } = useTranslation('hours');
  const format = useFormat();
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.list}>
      {warnings.map((warning) => {
        const { code, date, foundMinutes, limitMinutes } = warning;
        const text = t(`warning.${code}`, { found: format.clock(foundMinutes), limit: format.clock(limitMinutes) });
        return (
          <li key={warningKey(warning)}>
            {isOfDay(warning) && date && !bare
              ? t('warning.on', { day: format.dayInWords(date), text })
              : t('warning.bare', { text })}
          </li>
        );
      })}
    </ul>
  );
}

export function HoursWarnings({ warnings }: { warnings: readonly Warning[] }) {
  const { t } = useTranslation('hours');
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn">
      <WarningLines warnings={warnings} />
      <p className={classes.note}>{t('warning.note')}</p>
    </Notice>
  );
}

/** Those of one day, beside it. */
export function DayWarnings({ warnings, day }: { warnings: readonly Warning[]; day: string }) {
  const own = warnings.filter((warning) => warning.date === day && isOfDay(warning));
  if (own.length === 0) return null;
  return (
    <div className={classes.day}>
      <WarningLines warnings={own} bare />
    </div>
  );
}

/** Which warnings were not told yet: each is asked about once, and those of what was sent before not again. */
export function useNewWarnings(known: readonly Pick<Warning, 'code' | 'foundMinutes'>[]) {
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const before = new Set(known.map(codeAndSize));
  return {
    isNew: (warning: Warning) => !told.has(warningKey(warning)) && !before.has(codeAndSize(warning)),
    tell: (warnings: readonly Warning[]) => setTold(new Set([...told, ...warnings.map(warningKey)])),
  };
}

const codeAndSize = ({ code, foundMinutes }: Pick<Warning, 'code' | 'foundMinutes'>) => `${code} ${foundMinutes}`;
