import { calendarDayAt, eachDay } from '@konnekt/shared/basics/calendar-day';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import type { Warning } from '@konnekt/shared/worksheets/worksheet.warnings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { CellNote } from '../hours/parts/cell-note.tsx';
import { DayFields } from '../hours/parts/day-fields.tsx';
import { EntryFieldsProvider, type HoursPlace, useEntryFields } from '../hours/parts/entry-fields.ts';
import { HourField } from '../hours/parts/hour-field.tsx';
import { type TypedSheet, unitsOf, withRow } from '../hours/parts/sheet.ts';
import { asNumbers, withOwnNumbers } from '../hours/parts/sheet-parts.ts';
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

/** The whole period: a number for each hour type, with what more there is to it. */
function PeriodFields({ row, registration, typed, problems, onChange, disabled }: HoursFieldsProps) {
  const { t } = useTranslation('registration');
  const { hourTypes, nameOf, unitOf } = useEntryFields();
  const client = organisationRules(registration, row.placement.organisationId);
  const all = [...hourTypes.keys()].filter((id) => allows(client, id));
  // Beside days only what stands there: it can be taken away.
  const used = Object.entries(typed.cells).flatMap(([key, { hours }]) =>
    dateOfKey(key) === null && hours.trim() !== '' ? [hourTypeOfKey(key)] : [],
  );
  const types = typed.perDay ? [...new Set(used)] : [...new Set([...all, ...used])];
  if (types.length === 0) return null;
  return (
    <table className={classes.table}>
      <caption className={typed.perDay ? classes.caption : 'unseen'}>
        {t(typed.perDay ? 'entry.wholePeriod' : 'entry.fields')}
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('entry.hourType')}</th>
          <th scope="col">{t('entry.fields')}</th>
        </tr>
      </thead>
      <tbody>
        {types.map((id) => {
          const key = hoursKey(id, null);
          const label = typed.perDay ? `${nameOf(id)}, ${t('entry.wholePeriod')}` : nameOf(id);
          return (
            <tr key={id}>
              <th scope="row">{nameOf(id)}</th>
              <td>
                <HourField
                  large
                  data-key={key}
                  enterKeyHint="send"
                  unit={unitOf(id)}
                  ofDay={false}
                  label={label}
                  text={textAt(typed, key)}
                  problem={problems.find((one) => one.key === key && one.field === 'hours')?.code}
                  disabled={disabled ?? false}
                  onType={(text) => onChange({ ...withText(typed, key, text), perDay: typed.perDay ?? false })}
                />
              </td>
              <td className={classes.note}>
                {/* Of several lines each has its own: they are typed by day. */}
                {!typed.cells[key]?.of && <CellNote cellKey={key} by="hours" label={label} large />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Brings somebody to the field that is wrong. */
export function focusField(form: HTMLElement | null, key: string): void {
  const at = CSS.escape(key);
  const field =
    form?.querySelector<HTMLElement>(`[data-key="${at}"], [data-cell="${at}"][aria-invalid]`) ??
    form?.querySelector<HTMLElement>(`[data-cell="${at}"], [data-note="${at}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
