import { useEntryFields } from './entry-fields.ts';
import { HourField } from './hour-field.tsx';
import type { TypedCell } from './sheet.ts';
import { tidyTime } from './tidy-time.ts';

type TypedField = 'hours' | 'start' | 'end' | 'pause';

/** A field of the week: of hours in the unit of its hour type, of a time or a break. */
export function CellInput(props: {
  cellKey: string;
  field: TypedField;
  by: TypedCell['by'];
  label: string;
  /** Its place for the keys, `row:column`. */
  at: string;
  disabled?: boolean;
  large?: boolean;
}) {
  const { cellKey, field, by, label, at, disabled, large } = props;
  const { sheet, problemOf, unitOfKey, type } = useEntryFields();
  return (
    <HourField
      label={label}
      text={sheet.cells[cellKey]?.[field] ?? ''}
      problem={problemOf(cellKey, field)}
      {...(field === 'hours' && { unit: unitOfKey(cellKey) })}
      {...((field === 'start' || field === 'end') && { tidy: tidyTime })}
      {...(large && { large })}
      {...(disabled && { disabled })}
      enterKeyHint="next"
      data-at={at}
      data-cell={cellKey}
      data-field={field}
      onType={(text) => type(cellKey, by, { [field]: text })}
    />
  );
}
