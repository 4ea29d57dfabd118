import { calendarDayAt, eachDay } from '@konnekt/shared/basics/calendar-day';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { DayFields } from '../hours/parts/day-fields.tsx';
import { EntryFieldsProvider, type HoursPlace } from '../hours/parts/entry-fields.ts';
import { type TypedSheet, unitsOf, withRow } from '../hours/parts/sheet.ts';
import { asNumbers, withOwnNumbers } from '../hours/parts/sheet-parts.ts';
import { wrongText } from '../hours/parts/wrong-text.ts';
import { allows, BudgetLists, budgetListOf, organisationRules } from './client-rules.tsx';
import classes from './hours-fields.module.css';
import { PeriodFields, type PeriodFieldsProps } from './period-fields.tsx';
import { perDay, withoutDays } from './typed-days.ts';
import type { ReadHourSheet } from './typed-hours.ts';
import { isOfField } from './typed-problems.ts';

interface HoursFieldsProps extends PeriodFieldsProps {
  read: ReadHourSheet;
  warnings?: readonly Warning[];
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
  const unitOf = unitsOf(registration.hourTypes);
  const fields = {
    entry: placeOf(registration, row, typed, client),
    days: eachDay(period.startsOn, period.endsOn),
    today: calendarDayAt(new Date()),
    sheet: typed,
    read,
    problems: [...problems],
    warnings: props.warnings ?? [],
    change: (update: (sheet: TypedSheet) => TypedSheet) => onChange(withOwnNumbers(update(typed))),
  };
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
            onChange={() => onChange(withoutDays(asNumbers(typed, unitOf, format.language), format.language, unitOf))}
          />
          {t(`entry.perPeriod.${period.type}`)}
        </label>
        <label>
          <input
            type="radio"
            name={`per-${row.placement.id}`}
            checked={typed.perDay === true}
            onChange={() => onChange(withFirstRow(perDay(typed, format.language, unitOf), fields.entry.hourTypes))}
          />
          {t('entry.perDay')}
        </label>
      </fieldset>
      <EntryFieldsProvider value={fields}>
        <PeriodFields {...props} />
        {typed.perDay && (
          <fieldset className={classes.days} disabled={disabled}>
            <DayFields />
          </fieldset>
        )}
      </EntryFieldsProvider>
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

/** Where the hours are typed: a line begins with the budget number of the job, unless one for all of them stands below. */
function placeOf(
  registration: HoursFieldsProps['registration'],
  row: RegistrationRow,
  typed: TypedSheet,
  client: Registration['organisations'][number] | undefined,
): HoursPlace {
  const used = new Set(typed.rows.map(({ hourTypeId }) => hourTypeId));
  return {
    placement: { ...row.placement, budgetNumber: typed.budgetNumber ? null : row.placement.budgetNumber },
    period: registration.period,
    openFrom: row.openFrom,
    openUntil: row.openUntil,
    // One that went out of use or is not allowed here any more stands in hours that were saved before.
    hourTypes: registration.hourTypes.filter(({ id }) => allows(client, id) || used.has(id)),
    needsBudgetNumber: row.needsBudgetNumber || row.placement.budgetNumber !== null,
    budgetNumbers: client?.budgetNumbers ?? [],
    holidays: client?.holidays ?? [],
  };
}

/** There is a row to type in, of normal hours where they are known. */
function withFirstRow(sheet: TypedSheet, hourTypes: readonly HourType[]): TypedSheet {
  const first = hourTypes.find(({ kind }) => kind === 'normal') ?? hourTypes[0];
  return sheet.rows.length > 0 || !first ? sheet : withRow(sheet, first.id).sheet;
}
