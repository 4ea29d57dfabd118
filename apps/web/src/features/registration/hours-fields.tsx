import { eachDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { HolidayMark } from '../hours/parts/holiday-mark.tsx';
import { HourField } from '../hours/parts/hour-field.tsx';
import { type TypedSheet, unitsOf } from '../hours/parts/sheet.ts';
import { wrongText } from '../hours/parts/wrong-text.ts';
import { allows, BudgetLists, budgetListOf, organisationRules } from './client-rules.tsx';
import classes from './hours-fields.module.css';
import {
  dateOfKey,
  hoursKey,
  hourTypeOfKey,
  isOfField,
  perDay,
  type ReadHours,
  type TypedProblem,
  textAt,
  withoutDays,
  withText,
} from './typed-hours.ts';

export interface HoursFieldsProps {
  row: RegistrationRow;
  registration: Pick<Registration, 'period' | 'hourTypes' | 'organisations'>;
  typed: TypedSheet;
  read: ReadHours;
  /** What is wrong and may be said. */
  problems: readonly TypedProblem[];
  onChange: (typed: TypedSheet) => void;
  disabled?: boolean;
  /** What there is to say under the total. */
  below?: ReactNode;
}

/** Hours per hour type for the period, or per day; budget number and remark. */
export function RegistrationFields(props: HoursFieldsProps) {
  const { t } = useTranslation('registration');
  const { t: words } = useTranslation('hours');
  const format = useFormat();
  const { row, registration, typed, read, problems, onChange, disabled } = props;
  const { period } = registration;
  const problemOf = (key: string) => problems.find((one) => one.key === key)?.code;
  const client = organisationRules(registration, row.placement.organisationId);
  const budgetProblem = problemOf('budgetNumber');
  const remarkProblem = problemOf('remark');
  const canLeaveDays = !typed.perDay || !read.problems.some(isOfField);
  return (
    <div className={classes.fields}>
      <fieldset className={classes.per} disabled={disabled}>
        <legend>{t('entry.per')}</legend>
        <label>
          <input
            type="radio"
            name={`per-${row.placement.id}`}
            checked={!typed.perDay}
            disabled={!canLeaveDays}
            onChange={() => onChange(withoutDays(typed, format.language, unitsOf(registration.hourTypes)))}
          />
          {t(`entry.perPeriod.${period.type}`)}
        </label>
        <label>
          <input
            type="radio"
            name={`per-${row.placement.id}`}
            checked={typed.perDay === true}
            onChange={() => onChange(perDay(typed, format.language, unitsOf(registration.hourTypes)))}
          />
          {t('entry.perDay')}
        </label>
      </fieldset>
      <HoursTable {...props} />
      <p className={classes.total}>
        <span>{t('entry.total')}</span>
        <strong className="figures">{format.hoursLong(read.totalMinutes)}</strong>
        {row.plannedMinutes > 0 && (
          <span className={classes.quiet}>{t('entry.planned', { hours: format.hours(row.plannedMinutes) })}</span>
        )}
      </p>
      {props.below}
      <div className={classes.below}>
        <TextField
          label={t('entry.budgetNumber')}
          description={row.needsBudgetNumber ? t('entry.budgetNeeded') : undefined}
          error={budgetProblem && words(wrongText(budgetProblem))}
          name="budgetNumber"
          data-key="budgetNumber"
          autoComplete="off"
          list={budgetListOf(client)}
          maxLength={longest.budgetNumber}
          required={row.needsBudgetNumber}
          disabled={disabled}
          value={typed.budgetNumber ?? ''}
          onChange={(event) => onChange({ ...typed, budgetNumber: event.currentTarget.value })}
        />
        <BudgetLists clients={[client]} />
        <TextAreaField
          label={t('entry.remark')}
          error={remarkProblem && words(wrongText(remarkProblem))}
          data-key="remark"
          rows={2}
          limit={longest.sheetRemark}
          counts
          disabled={disabled}
          value={typed.remark}
          onChange={(event) => onChange({ ...typed, remark: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

function HoursTable({ row, registration, typed, read, problems, onChange, disabled }: HoursFieldsProps) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const unitOf = unitsOf(registration.hourTypes);
  const named = registration.hourTypes.map((type) => ({
    id: type.id,
    name: format.language === 'nl' ? type.nameNl : type.nameEn,
  }));
  const client = organisationRules(registration, row.placement.organisationId);
  const known = named.filter(({ id }) => allows(client, id));
  // An hour type that went out of use or is not allowed here any more, in hours that were saved before.
  const gone = [...new Set(Object.keys(typed.cells).map(hourTypeOfKey))]
    .filter((id) => !known.some((type) => type.id === id))
    .map((id) => named.find((type) => type.id === id) ?? { id, name: '–' });
  const types = [...known, ...gone];
  const days = typed.perDay ? daysOf(row, typed) : [];
  const hasWhole = types.some(({ id }) => textAt(typed, hoursKey(id, null)).trim() !== '');
  const field = (type: { id: string; name: string }, date: string | null) => {
    const key = hoursKey(type.id, date);
    const label = date === null ? type.name : t('entry.cell', { hourType: type.name, day: format.dayInWords(date) });
    return (
      <HourField
        large
        data-key={key}
        enterKeyHint="send"
        unit={unitOf(type.id)}
        ofDay={date !== null}
        label={label}
        text={textAt(typed, key)}
        problem={problems.find((one) => one.key === key)?.code}
        disabled={disabled ?? false}
        onType={(text) => onChange({ ...withText(typed, key, text), perDay: typed.perDay ?? false })}
      />
    );
  };
  if (!typed.perDay) {
    return (
      <table className={classes.table}>
        <caption className="unseen">{t('entry.fields')}</caption>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('entry.hourType')}</th>
            <th scope="col">{t('entry.fields')}</th>
          </tr>
        </thead>
        <tbody>
          {types.map((type) => (
            <tr key={type.id}>
              <th scope="row">{type.name}</th>
              <td>{field(type, null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  }
  const dates = hasWhole ? [null, ...days] : days;
  const isLong = registration.period.type !== 'week';
  const minutesOfWeek = (date: string) =>
    read.lines.reduce(
      (sum, line) => (line.date && isoWeekOf(line.date).week === isoWeekOf(date).week ? sum + line.minutes : sum),
      0,
    );
  return (
    // A wide table scrolls by itself; its fields take focus, so it needs no stop of its own.
    <div className={classes.scroll} data-long={isLong || undefined}>
      <table className={classes.table} data-days>
        <caption className="unseen">{t('entry.fields')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('entry.day')}</th>
            {types.map((type) => (
              <th key={type.id} scope="col">
                {type.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dates.map((date, at) => (
            <Fragment key={date ?? 'period'}>
              {isLong && date && (at === 0 || weekdayOf(date) === 1) && (
                <tr className={classes.week}>
                  <th scope="row" colSpan={types.length + 1}>
                    {format.period({ type: 'week', number: isoWeekOf(date).week, year: 0, startsOn: date }, false)}{' '}
                    <span className="figures">{format.hours(minutesOfWeek(date))}</span>
                  </th>
                </tr>
              )}
              <tr>
                <th scope="row">
                  {date === null ? (
                    t('entry.wholePeriod')
                  ) : (
                    <>
                      <span className={classes.weekday}>{format.weekday(date)}</span> {format.dayOfMonth(date)}{' '}
                      <HolidayMark holidays={client?.holidays ?? []} day={date} />
                    </>
                  )}
                </th>
                {types.map((type) => (
                  <td key={type.id}>{field(type, date)}</td>
                ))}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The days on which the job runs, and others on which something stands: it can be taken away there. */
function daysOf({ openFrom, openUntil }: RegistrationRow, typed: TypedSheet): string[] {
  const stray = Object.keys(typed.cells).flatMap((key) => dateOfKey(key) ?? []);
  return [...new Set([...eachDay(openFrom, openUntil), ...stray])].sort();
}

/** Brings somebody to the field that is wrong. */
export function focusField(form: HTMLElement | null, key: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
