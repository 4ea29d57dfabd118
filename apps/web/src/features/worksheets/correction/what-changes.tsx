import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import classes from './correction-page.module.css';

/** What a correction takes away and adds, line by line, and in hours. */
export function WhatChanges(props: {
  /** Unknown while something cannot be read. */
  changes: readonly HourLineInput[] | undefined;
  types: ReadonlyMap<string, HourType>;
}) {
  const { t } = useTranslation('corrections');
  const format = useFormat();
  const { changes, types } = props;
  if (!changes) return <p>{t('unreadable')}</p>;
  if (changes.length === 0) return <p>{t('noChanges')}</p>;
  const sum = changes.reduce((minutes, line) => minutes + line.minutes, 0);
  return (
    <>
      <ul className={classes.changes} aria-live="polite">
        {changes.map((line) => {
          const type = types.get(line.hourTypeId);
          const size = line.quantity ?? line.minutes;
          return (
            <li key={JSON.stringify(line)} data-minus={size < 0 || undefined}>
              <span>
                {line.date === null ? t('wholePeriod') : `${format.weekday(line.date)} ${format.dayOfMonth(line.date)}`}
                {', '}
                {type && format.nameOf(type)}
                {line.startsAt && ` ${line.startsAt}–${line.endsAt}`}
                {line.budgetNumber && ` · ${line.budgetNumber}`}
              </span>
              <strong className="figures">{type && format.differenceInUnit(size, type.unit)}</strong>
            </li>
          );
        })}
      </ul>
      <p className={classes.sum}>
        {t('sum')} <strong className="figures">{format.hoursDifference(sum)}</strong>
      </p>
    </>
  );
}
