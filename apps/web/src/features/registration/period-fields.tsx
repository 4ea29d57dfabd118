import type { Registration, RegistrationRow } from '@konnekt/shared/registration/registration.contract';
import { useTranslation } from 'react-i18next';
import { CellNote } from '../hours/parts/cell-note.tsx';
import { useEntryFields } from '../hours/parts/entry-fields.ts';
import { HourField } from '../hours/parts/hour-field.tsx';
import type { TypedSheet } from '../hours/parts/sheet.ts';
import { allows, organisationRules } from './client-rules.tsx';
import classes from './hours-fields.module.css';
import { dateOfKey, hoursKey, hourTypeOfKey, textAt, withText } from './typed-hours.ts';
import type { TypedProblem } from './typed-problems.ts';

export interface PeriodFieldsProps {
  row: RegistrationRow;
  registration: Pick<Registration, 'period' | 'hourTypes' | 'organisations'>;
  typed: TypedSheet;
  /** What is wrong and may be said. */
  problems: readonly TypedProblem[];
  onChange: (typed: TypedSheet) => void;
  disabled?: boolean;
}

/** The whole period: a number for each hour type, with what more there is to it. */
export function PeriodFields({ row, registration, typed, problems, onChange, disabled }: PeriodFieldsProps) {
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
