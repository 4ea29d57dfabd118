import { longest, longestTyped } from '@konnekt/shared/basics/text-rules';
import { type ChangeEvent, type ComponentProps, createContext, type ReactNode, useContext } from 'react';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { CheckField, CheckGroup, SelectInput, type SelectOption } from '../../ui/form-fields.tsx';
import { DayField } from './day-field.tsx';
import { isRow, type Values } from './record-draft.ts';
import type { RecordFormState } from './use-record-form.ts';
import { useWrongText } from './use-wrong-text.ts';

type Fields = Pick<RecordFormState<Values>, 'values' | 'problemOf' | 'change'>;
const Context = createContext<Fields | undefined>(undefined);

/** The fields below are of a row of the form. */
export const RowProvider = Context.Provider;

export function useFields(): Fields {
  const form = useContext(Context);
  if (!form) throw new Error('No form around this field');
  return form;
}

/** The form that the fields below it belong to. */
export function FormProvider<V extends Values>(props: { form: RecordFormState<V>; children: ReactNode }) {
  // Fields below name only what is in V: the form of each screen says so.
  return <Context.Provider value={props.form as unknown as RecordFormState<Values>}>{props.children}</Context.Provider>;
}

function useBound(name: string) {
  const form = useFields();
  const wrongText = useWrongText();
  const problem = form.problemOf(name);
  return {
    value: form.values[name],
    error: problem && wrongText(problem),
    change: (value: Values[string]) => form.change({ [name]: value }),
  };
}

/** What is typed or chosen as text. */
function useBoundText(name: string) {
  const { value, error, change } = useBound(name);
  return {
    name,
    error,
    value: String(value ?? ''),
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      change(currentTarget.value),
  };
}

type Bound<T> = Omit<T, 'name' | 'value' | 'onChange' | 'error'> & { name: string; wide?: boolean };

/** With which keys it is typed, and how long it may be. */
const typing = {
  email: { inputMode: 'email', maxLength: longest.email },
  phone: { inputMode: 'tel', maxLength: longest.phone },
  share: { inputMode: 'decimal', maxLength: longestTyped.share },
  hours: { inputMode: 'decimal', maxLength: longestTyped.hours },
  amount: { inputMode: 'decimal', maxLength: longestTyped.amount },
  cell: { inputMode: 'decimal', maxLength: longestTyped.cell },
  days: { inputMode: 'numeric', maxLength: longestTyped.days },
  order: { inputMode: 'numeric', maxLength: longestTyped.order },
  // With a colon, which a keypad of digits lacks.
  clock: { maxLength: longestTyped.clock },
} as const;

/** One line of text; `typed` says what is typed there, where that is more than words. */
export function BoundText(props: Bound<ComponentProps<typeof TextField>> & { typed?: keyof typeof typing }) {
  const { name, wide, typed, ...rest } = props;
  return (
    <Place wide={wide}>
      <TextField autoComplete="off" {...(typed && typing[typed])} {...rest} {...useBoundText(name)} />
    </Place>
  );
}

export function BoundTextArea({ name, wide, ...rest }: Bound<ComponentProps<typeof TextAreaField>>) {
  return (
    <Place wide={wide}>
      <TextAreaField rows={2} {...rest} {...useBoundText(name)} />
    </Place>
  );
}

export function BoundDay({ name, wide, ...rest }: Bound<ComponentProps<typeof DayField>>) {
  const { value, error, change } = useBound(name);
  return (
    <Place wide={wide}>
      <DayField {...rest} name={name} error={error} value={String(value ?? '')} onChange={change} />
    </Place>
  );
}

export function BoundSelect({ name, wide, ...rest }: Bound<ComponentProps<typeof SelectInput>>) {
  return (
    <Place wide={wide}>
      <SelectInput {...rest} {...useBoundText(name)} />
    </Place>
  );
}

export function BoundCheck({ name, wide, ...rest }: Bound<ComponentProps<typeof CheckField>>) {
  const { value, error, change } = useBound(name);
  return (
    <Place wide={wide}>
      <CheckField
        {...rest}
        name={name}
        error={error}
        checked={value === true}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
    </Place>
  );
}

export function BoundChecks(props: {
  name: string;
  label: string;
  description?: string;
  options: readonly SelectOption[];
  wide?: boolean;
}) {
  const { name, wide, ...rest } = props;
  const { value, error, change } = useBound(name);
  return (
    <Place wide={wide}>
      <CheckGroup {...rest} name={name} error={error} value={choicesIn(value)} onChange={change} />
    </Place>
  );
}

const choicesIn = (value: Values[string] | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => !isRow(one)) : [];

const Place = ({ wide, children }: { wide?: boolean | undefined; children: ReactNode }) => (
  <div data-wide={wide || undefined}>{children}</div>
);
