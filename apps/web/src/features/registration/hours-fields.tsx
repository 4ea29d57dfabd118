import { eachDay, weekdayOf } from '@konnekt/shared/basics/calendar-day';
import { formatClock, parseHours } from '@konnekt/shared/basics/minutes';
import { longest } from '@konnekt/shared/basics/text-rules';
import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import hourField from '../worksheets/parts/hour-field.module.css';
import { allows, BudgetLists, budgetListOf, organisationRules } from './client-rules.tsx';
import classes from './hours-fields.module.css';
import {
  hoursKey,
  hourTypeOfKey,
  perDay,
  type ReadHours,
  type TypedHours,
  type TypedProblem,
  withoutDays,
} from './typed-hours.ts';
import { wrongHoursText } from './wrong-text.ts';

export interface HoursFieldsProps {
  row: RegistrationRow;
  registration: Pick<Registration, 'period' | 'hourTypes' | 'organisations'>;
  typed: TypedHours;
  read: ReadHours;
  /** What is wrong and may be said. */
  problems: readonly TypedProblem[];
  onChange: (typed: TypedHours) => void;
  disabled?: boolean;
}

/** Hours per hour type for the period, or per day; budget number and remark. */
export function RegistrationFields(props: HoursFieldsProps) {
  const { t } = useTranslation('registration');
  const format = useFormat();
  const { row, registration, typed, read, problems, onChange, disabled } = props;
  const { period } = registration;
  const problemOf = (key: string) => problems.find((one) => one.key === key)?.code;
  const client = organisationRules(registration, row.placement.organisationId);
  const budgetProblem = problemOf('budgetNumber');
  const remarkProblem = problemOf('remark');
  const canLeaveDays = typed.by === 'period' || !read.problems.some(({ key }) => key.includes('@'));
  return (
    <div className={classes.fields}>
      <fieldset className={classes.per} disabled={disabled}>
        <legend>{t('entry.per')}</legend>
        <label>
          <input
            type="radio"
            name={`per-${row.placement.id}`}
            checked={typed.by === 'period'}
            disabled={!canLeaveDays}
            onChange={() => onChange(withoutDays(typed, format.language))}
          />
          {t(`entry.perPeriod.${period.type}`)}
        </label>
        <label>
          <input
            type="radio"
            name={`per-${row.placement.id}`}
            checked={typed.by === 'days'}
            onChange={() => onChange(perDay(typed, format.language))}
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
      <div className={classes.below}>
        <TextField
          label={t('entry.budgetNumber')}
          description={row.needsBudgetNumber ? t('entry.budgetNeeded') : undefined}
          error={budgetProblem && t(wrongHoursText(budgetProblem))}
          name="budgetNumber"
          data-key="budgetNumber"
          autoComplete="off"
          list={budgetListOf(client)}
          maxLength={longest.budgetNumber}
          required={row.needsBudgetNumber}
          disabled={disabled}
          value={typed.budgetNumber}
          onChange={(event) => onChange({ ...typed, budgetNumber: event.currentTarget.value })}
        />
        <BudgetLists clients={[client]} />
        <TextAreaField
          label={t('entry.remark')}
          error={remarkProblem && t(wrongHoursText(remarkProblem))}
          data-key="remark"
          rows={2}
          limit={longest.sheetRemark}
          disabled={disabled}
          value={typed.remark}
          onChange={(event) => onChange({ ...typed, remark: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

function HoursTable({ row, registration, typed, problems, onChange, disabled }: HoursFieldsProps) {
  const { t } = useTranslation('registration');
  const format = useFormat();
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
  const days = typed.by === 'days' ? eachDay(row.openFrom, row.openUntil) : [];
  const hasWhole = types.some(({ id }) => (typed.cells[hoursKey(id, null)] ?? '').trim() !== '');
  const field = (type: { id: string; name: string }, date: string | null) => {
    const key = hoursKey(type.id, date);
    const label = date === null ? type.name : t('entry.cell', { hourType: type.name, day: format.dayInWords(date) });
    return (
      <HourField
        fieldKey={key}
        label={label}
        text={typed.cells[key] ?? ''}
        problem={problems.find((one) => one.key === key)?.code}
        disabled={disabled}
        onChange={(text) => onChange({ ...typed, cells: { ...typed.cells, [key]: text } })}
      />
    );
  };
  if (typed.by === 'period') {
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
  return (
    // A wide table scrolls by itself; its fields take focus, so it needs no stop of its own.
    <div className={classes.scroll}>
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
          {dates.map((date) => (
            <tr key={date ?? 'period'} data-monday={(date && weekdayOf(date) === 1) || undefined}>
              <th scope="row">
                {date === null ? (
                  t('entry.wholePeriod')
                ) : (
                  <>
                    <span className={classes.weekday}>{format.weekday(date)}</span> {format.dayOfMonth(date)}
                  </>
                )}
              </th>
              {types.map((type) => (
                <td key={type.id}>{field(type, date)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Hours as people write them; says back what was understood, and what is wrong once somebody is done typing. */
function HourField(props: {
  fieldKey: string;
  label: string;
  text: string;
  problem: string | undefined;
  disabled: boolean | undefined;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation('registration');
  const [isBusy, setIsBusy] = useState(false);
  const id = useId();
  const problem = isBusy ? undefined : props.problem;
  const echo = problem ? undefined : echoOf(props.text);
  return (
    <div className={hourField.cell} data-large>
      <input
        type="text"
        inputMode="decimal"
        enterKeyHint="send"
        autoComplete="off"
        className={hourField.input}
        data-key={props.fieldKey}
        aria-label={props.label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem || echo ? id : undefined}
        disabled={props.disabled}
        value={props.text}
        onChange={(event) => {
          setIsBusy(true);
          props.onChange(event.currentTarget.value);
        }}
        onBlur={() => setIsBusy(false)}
        onKeyDown={({ key }) => key === 'Enter' && setIsBusy(false)}
        onFocus={(event) => event.currentTarget.select()}
      />
      {(problem || echo) && (
        <span id={id} className={problem ? hourField.problem : hourField.echo}>
          {problem ? t(wrongHoursText(problem)) : `= ${echo}`}
        </span>
      )}
    </div>
  );
}

function echoOf(text: string): string | undefined {
  const read = parseHours(text);
  if ('error' in read) return undefined;
  const clock = formatClock(read.minutes);
  return clock === text.trim() || /^\d+([.,]00)?$/.test(text.trim()) ? undefined : clock;
}

/** Brings somebody to the field that is wrong. */
export function focusField(form: HTMLElement | null, key: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
