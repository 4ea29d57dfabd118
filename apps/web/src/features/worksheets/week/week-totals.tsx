import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { useEntryFields } from '../../hours/parts/entry-fields.ts';
import classes from './week-totals.module.css';

/** The sums of what was typed: per hour type, and of everything against what was agreed. */
export function WeekTotals({ planned }: { planned: number }) {
  const { t } = useTranslation('week');
  const format = useFormat();
  const { sheet, nameOf, amountOfType, unitOf, total } = useEntryFields();
  const id = useId();
  const used = [...new Set(sheet.rows.map((row) => row.hourTypeId))].filter((id) => amountOfType(id) > 0);
  const lineOf = (id: string) => (
    <div key={id} className={classes.line}>
      <dt>{nameOf(id)}</dt>
      <dd>{format.inUnit(amountOfType(id), unitOf(id))}</dd>
    </div>
  );
  const difference = total - planned;
  return (
    <section className={classes.totals} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {t('totals')}
      </h2>
      <dl className={classes.list}>
        {used.filter((id) => unitOf(id) === 'hours').map(lineOf)}
        <div className={classes.line} data-total>
          <dt>{t('total')}</dt>
          <dd>{format.hours(total)}</dd>
        </div>
        {planned > 0 && (
          <>
            <div className={classes.line} data-quiet>
              <dt>{t('plannedWord')}</dt>
              <dd>{format.hours(planned)}</dd>
            </div>
            {total > 0 && difference !== 0 && (
              <div className={classes.line} data-quiet>
                <dt>{t('difference')}</dt>
                <dd>{format.hoursDifference(difference)}</dd>
              </div>
            )}
          </>
        )}
        {/* What is no time of the day is no part of the total. */}
        {used.filter((id) => unitOf(id) !== 'hours').map(lineOf)}
      </dl>
    </section>
  );
}
