import type { HourType } from '@konnekt/shared/hour-types/hour-type.schema';
import { formatInUnit } from '@konnekt/shared/hour-types/quantity';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { SelectInput } from '../../../ui/form-fields.tsx';
import type { DraftRow, RowField } from './correction-draft.ts';
import classes from './correction-page.module.css';

/** A row for each line of the period: how it is, and how it should have been. */
export function CorrectionRows(props: {
  rows: readonly DraftRow[];
  types: ReadonlyMap<string, HourType>;
  wrong: ReadonlyMap<number, { field: RowField; text: string }>;
  days: readonly string[];
  /** Hours of this placement are typed as times. */
  isTimed: boolean;
  budgetNumber: string;
  onChange: (rows: DraftRow[]) => void;
}) {
  const { t } = useTranslation('corrections');
  const { rows, types, days, onChange } = props;
  const change = (key: number, part: Partial<DraftRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const [firstType] = types.values();
  const [firstDay] = days;
  const hasWholePeriod = rows.some(({ date }) => date === null);
  const add = () =>
    onChange([
      ...rows,
      {
        key: Math.max(-1, ...rows.map(({ key }) => key)) + 1,
        asIs: null,
        date: hasWholePeriod ? null : (firstDay ?? null),
        hourTypeId: firstType?.id ?? '',
        budgetNumber: rows.at(-1)?.budgetNumber ?? props.budgetNumber,
        isTimed: isTimedType(firstType, props.isTimed),
        ...{ amount: '', start: '', end: '', pause: '' },
      },
    ]);
  return (
    <>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <li key={row.key}>
            <Line {...props} row={row} hasWholePeriod={hasWholePeriod} change={(part) => change(row.key, part)} />
          </li>
        ))}
      </ul>
      <div className={classes.add}>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={add}
        >
          {t('add')}
        </Button>
      </div>
    </>
  );
}

const isTimedType = (type: HourType | undefined, isTimed: boolean) =>
  isTimed && type?.unit === 'hours' && type.isWorked;

function Line(props: {
  row: DraftRow;
  types: ReadonlyMap<string, HourType>;
  wrong: ReadonlyMap<number, { field: RowField; text: string }>;
  days: readonly string[];
  hasWholePeriod: boolean;
  isTimed: boolean;
  change: (part: Partial<DraftRow>) => void;
}) {
  const { t } = useTranslation('corrections');
  const format = useFormat();
  const { row, types, change } = props;
  const nameOf = (type: HourType) => format.nameOf(type);
  const type = types.get(row.hourTypeId);
  const dayName = (day: string | null) =>
    day === null ? t('wholePeriod') : `${format.weekday(day)} ${format.dayOfMonth(day)}`;
  const of = `${dayName(row.date)}, ${type ? nameOf(type) : ''}`;
  const field = (name: RowField, label: string) => (
    <TextField
      label={label}
      aria-label={`${label}, ${of}`}
      autoComplete="off"
      value={row[name]}
      error={props.wrong.get(row.key)?.field === name && props.wrong.get(row.key)?.text}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      {row.asIs ? (
        <span className={classes.what}>
          <strong>{of}</strong>
          <span>
            {t('asIs')} {type && asText(row.asIs, type, format.language)}
            {row.budgetNumber && ` · ${row.budgetNumber}`}
          </span>
        </span>
      ) : (
        <span className={classes.choose}>
          <SelectInput
            label={t('day')}
            value={row.date ?? ''}
            options={[...(props.hasWholePeriod ? [null] : []), ...props.days].map((day) => ({
              value: day ?? '',
              label: dayName(day),
            }))}
            onChange={({ currentTarget }) => change({ date: currentTarget.value || null })}
          />
          <SelectInput
            label={t('hourType')}
            value={row.hourTypeId}
            options={[...types.values()].map((one) => ({ value: one.id, label: nameOf(one) }))}
            onChange={({ currentTarget: { value } }) =>
              change({ hourTypeId: value, isTimed: isTimedType(types.get(value), props.isTimed) })
            }
          />
          <TextField
            label={t('budgetNumber')}
            autoComplete="off"
            value={row.budgetNumber}
            onChange={({ currentTarget }) => change({ budgetNumber: currentTarget.value })}
          />
        </span>
      )}
      <span className={classes.fields}>
        {row.isTimed ? (
          <>
            {field('start', t('start'))}
            {field('end', t('end'))}
            {field('pause', t('pause'))}
          </>
        ) : (
          field('amount', t(`amount.${type?.unit ?? 'hours'}`))
        )}
      </span>
    </>
  );
}

/** What a line holds: `7:00–15:30`, or `8,00`. */
function asText({ startsAt, endsAt, ...line }: NonNullable<DraftRow['asIs']>, type: HourType, language: 'nl' | 'en') {
  const size = formatInUnit(line, type.unit, language);
  return startsAt && endsAt ? `${startsAt}–${endsAt} (${size})` : size;
}
