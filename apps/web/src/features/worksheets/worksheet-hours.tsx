import { eachDay } from '@konnekt/shared/basics/calendar-day';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { linesWithoutReceipt } from '@konnekt/shared/worksheets/worksheet.receipts';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { type Changes, diffCellsOf, diffKey, sizeOf } from './submission-diff.ts';
import { Details, isDetailed, type ShownLine, Size } from './worksheet-details.tsx';
import classes from './worksheet-hours.module.css';

/** The exact hours: a row per day, a column per hour type, with times, breaks and remarks at the day; what is no time after their total. */
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
  const changed = [...(changes?.sizesBefore.keys() ?? [])];
  const types = props.hourTypes.filter(
    ({ id }) => lines.some(({ hourTypeId }) => hourTypeId === id) || changed.some((key) => key.endsWith(` ${id}`)),
  );
  const days = daysToShow(period, lines, changed);
  const sum = (some: readonly ShownLine[]) => some.reduce((total, { minutes }) => total + minutes, 0);
  const ofTime = types.filter(({ unit }) => unit === 'hours');
  const others = types.filter(({ unit }) => unit !== 'hours');
  const hasTotal = ofTime.length > 1;
  const isFew = types.length <= 2 || undefined;

  if (days.length === 0 || types.length === 0) return <p className={classes.none}>{t('sheet.noHours')}</p>;
  return (
    // A wide table scrolls by itself, also by key.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={classes.frame} data-few={isFew} tabIndex={0} aria-label={t('sheet.hours')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('field.day')}</th>
            <Names types={ofTime} />
            {hasTotal && (
              <th scope="col" className={`${classes.figure} ${classes.total}`}>
                {t('field.total')}
              </th>
            )}
            <Names types={others} />
          </tr>
        </thead>
        <tbody>
          {days.map((day) => {
            const ofDay = lines.filter(({ date }) => date === day);
            const lacking = new Set(linesWithoutReceipt(ofDay, types).map((at) => ofDay[at]));
            const hasDetails = lacking.size > 0 || ofDay.some(isDetailed);
            return (
              <Fragment key={day ?? 'period'}>
                <tr data-empty={ofDay.length === 0 || undefined} data-detailed={hasDetails || undefined}>
                  <th
                    scope="row"
                    rowSpan={hasDetails ? 2 : 1}
                    data-changed={changes?.otherwise.has(day ?? 'period') || undefined}
                  >
                    {day === null ? (
                      t('sheet.wholePeriod')
                    ) : (
                      <span className={classes.day}>
                        <span>{format.weekday(day)}</span> {format.dayOfMonth(day)}
                      </span>
                    )}
                  </th>
                  <Sizes types={ofTime} day={day} cells={cells} changes={changes} />
                  {hasTotal && (
                    <td className={`${classes.figure} ${classes.total}`}>
                      <Size size={sum(ofDay)} unit="hours" />
                    </td>
                  )}
                  <Sizes types={others} day={day} cells={cells} changes={changes} />
                </tr>
                {hasDetails && (
                  <tr>
                    <td className={classes.details} colSpan={types.length + (hasTotal ? 1 : 0)}>
                      <Details lines={ofDay} lacking={lacking} />
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
            <Totals types={ofTime} lines={lines} />
            {hasTotal && <td className={`${classes.figure} ${classes.total}`}>{format.hours(sum(lines))}</td>}
            <Totals types={others} lines={lines} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Names({ types }: { types: readonly HourType[] }) {
  const { nameOf } = useFormat();
  return types.map((type) => (
    <th key={type.id} scope="col" className={classes.figure}>
      {nameOf(type)}
    </th>
  ));
}

/** What a day holds of each hour type, and what it was before. */
function Sizes(props: {
  types: readonly HourType[];
  day: string | null;
  cells: ReadonlyMap<string, number>;
  changes: Changes | undefined;
}) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  return props.types.map(({ id, unit }) => {
    const key = diffKey(props.day, id);
    const before = props.changes?.sizesBefore.get(key);
    return (
      <td key={id} className={classes.figure} data-changed={before !== undefined || undefined}>
        <Size size={props.cells.get(key) ?? 0} unit={unit} />
        {before !== undefined && (
          <small>{before === 0 ? t('sheet.added') : t('sheet.changed', { before: format.inUnit(before, unit) })}</small>
        )}
      </td>
    );
  });
}

function Totals({ types, lines }: { types: readonly HourType[]; lines: readonly ShownLine[] }) {
  const format = useFormat();
  return types.map(({ id, unit }) => (
    <td key={id} className={classes.figure}>
      {format.inUnit(
        lines.filter(({ hourTypeId }) => hourTypeId === id).reduce((sum, line) => sum + sizeOf(line), 0),
        unit,
      )}
    </td>
  ));
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
