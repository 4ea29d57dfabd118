import { eachDay } from '@konnekt/shared/basics/calendar-day';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { IconMessage2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { type Changes, type ComparedLine, diffCellsOf, diffKey } from './submission-diff.ts';
import classes from './worksheet-hours.module.css';

type ShownLine = ComparedLine & { budgetNumber: string | null };

/** The exact hours: a row per day, a column per hour type, with times, breaks and remarks at the day. */
export function WorksheetHours(props: {
  period: Worksheet['period'];
  hourTypes: readonly HourType[];
  lines: readonly ShownLine[];
  /** What changed since the version before. */
  changes?: Changes;
}) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { period, lines, changes } = props;
  const cells = diffCellsOf(lines);
  const changed = [...(changes?.minutesBefore.keys() ?? [])];
  const types = props.hourTypes.filter(
    ({ id }) => lines.some(({ hourTypeId }) => hourTypeId === id) || changed.some((key) => key.endsWith(` ${id}`)),
  );
  const days = daysToShow(period, lines, changed);
  const sum = (some: readonly ShownLine[]) => some.reduce((total, { minutes }) => total + minutes, 0);
  const nameOf = (type: HourType) => (format.language === 'nl' ? type.nameNl : type.nameEn);

  if (days.length === 0 || types.length === 0) return <p className={classes.none}>{t('page.noHours')}</p>;
  return (
    // A wide table scrolls by itself, also by key.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={classes.frame} tabIndex={0} aria-label={t('page.hours')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.day')}</th>
            {types.map((type) => (
              <th key={type.id} scope="col" className={classes.figure}>
                {nameOf(type)}
              </th>
            ))}
            {types.length > 1 && (
              <th scope="col" className={classes.figure}>
                {t('field.total')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => {
            const ofDay = lines.filter(({ date }) => date === day);
            const hasDetails = ofDay.some(isDetailed);
            return (
              <Fragment key={day ?? 'period'}>
                <tr data-empty={ofDay.length === 0 || undefined} data-detailed={hasDetails || undefined}>
                  <th
                    scope="row"
                    rowSpan={hasDetails ? 2 : 1}
                    data-changed={changes?.otherwise.has(day ?? 'period') || undefined}
                  >
                    {day === null ? (
                      t('page.wholePeriod')
                    ) : (
                      <span className={classes.day}>
                        <span>{format.weekday(day)}</span> {format.dayOfMonth(day)}
                      </span>
                    )}
                  </th>
                  {types.map((type) => {
                    const key = diffKey(day, type.id);
                    const before = changes?.minutesBefore.get(key);
                    return (
                      <td key={type.id} className={classes.figure} data-changed={before !== undefined || undefined}>
                        <Hours minutes={cells.get(key) ?? 0} />
                        {before !== undefined && (
                          <small>
                            {before === 0 ? t('page.added') : t('page.changed', { before: format.hours(before) })}
                          </small>
                        )}
                      </td>
                    );
                  })}
                  {types.length > 1 && (
                    <td className={classes.figure}>
                      <Hours minutes={sum(ofDay)} />
                    </td>
                  )}
                </tr>
                {hasDetails && (
                  <tr>
                    <td className={classes.details} colSpan={types.length + (types.length > 1 ? 1 : 0)}>
                      <Details lines={ofDay} />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('field.total')}</th>
            {types.map((type) => (
              <td key={type.id} className={classes.figure}>
                {format.hours(sum(lines.filter(({ hourTypeId }) => hourTypeId === type.id)))}
              </td>
            ))}
            {types.length > 1 && <td className={classes.figure}>{format.hours(sum(lines))}</td>}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const isDetailed = (line: ShownLine) => Boolean(line.startsAt || line.breakMinutes || line.budgetNumber || line.remark);

/** Times, breaks, budget numbers and remarks of a day. */
function Details({ lines }: { lines: ShownLine[] }) {
  const { t } = useTranslation('worksheets');
  return lines.map(({ startsAt, endsAt, breakMinutes, budgetNumber, remark }, index) => {
    const facts = [
      startsAt && endsAt && `${startsAt} – ${endsAt}${endsAt <= startsAt ? ` (${t('page.nextDay')})` : ''}`,
      breakMinutes && `${t('field.break').toLowerCase()} ${t('page.breakMinutes', { count: breakMinutes })}`,
      budgetNumber && `${t('field.budgetNumber').toLowerCase()} ${budgetNumber}`,
    ].filter(Boolean);
    if (facts.length === 0 && !remark) return null;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines of a sent version have no identity and never move
      <span key={index} className={classes.detail}>
        {facts.length > 0 && <span className="figures">{facts.join(', ')}</span>}
        {remark && (
          <span className={classes.remark}>
            <IconMessage2 size={14} stroke={1.75} aria-hidden /> {remark}
          </span>
        )}
      </span>
    );
  });
}

function Hours({ minutes }: { minutes: number }) {
  const format = useFormat();
  return minutes === 0 ? <span className={classes.nothing}>–</span> : format.hours(minutes);
}

/** A week shows each of its days; a longer period those that hold something. Hours without a day come first. */
function daysToShow(period: Worksheet['period'], lines: readonly ShownLine[], changed: string[]): (string | null)[] {
  const used = new Set<string | null>(lines.map(({ date }) => date));
  for (const key of changed) {
    const [day = 'period'] = key.split(' ');
    used.add(day === 'period' ? null : day);
  }
  const hasDays = [...used].some((day) => day !== null);
  const days = eachDay(period.startsOn, period.endsOn).filter(
    (day) => used.has(day) || (period.type === 'week' && hasDays),
  );
  return used.has(null) ? [null, ...days] : days;
}
