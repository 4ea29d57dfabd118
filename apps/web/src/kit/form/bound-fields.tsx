import { type ComponentProps, createContext, type ReactNode, useContext } from 'react';
import { TextAreaField, TextField } from '../../ui/field.tsx';
import { CheckField, CheckGroup, SelectInput, type SelectOption } from '../../ui/form-fields.tsx';
import { DayField } from './day-field.tsx';
import type { Values } from './record-draft.ts';
import type { RecordFormState } from './use-record-form.ts';
import { useWrongText } from './use-wrong-text.ts';

const Context = createContext<RecordFormState<Values> | undefined>(undefined);

/** The form that the fields below it belong to. */
export function FormProvider<V extends Values>(props: { form: RecordFormState<V>; children: ReactNode }) {
  // Fields below name only what is in V: the form of each screen says so.
  return <Context.Provider value={props.form as unknown as RecordFormState<Values>}>{props.children}</Context.Provider>;
}

function useBound(name: string) {
  const form = useContext(Context);
  const wrongText = useWrongText();
  if (!form) throw new Error('No form around this field');
  const problem = form.problemOf(name);
  return {
    value: form.values[name],
    error: problem && wrongText(problem),
    change: (value: Values[string]) => form.change({ [name]: value }),
  };
}

type Bound<T> = Omit<T, 'name' | 'value' | 'onChange' | 'error'> & { name: string; wide?: boolean };

export function BoundText({ name, wide, ...rest }: Bound<ComponentProps<typeof TextField>>) {
  const { value, error, change } = useBound(name);
  return (
    <Place wide={wide}>
      <TextField
        autoComplete="off"
        {...rest}
        name={name}
        error={error}
        value={String(value ?? '')}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </Place>
  );
}

export function BoundTextArea({ name, wide, ...rest }: Bound<ComponentProps<typeof TextAreaField>>) {
  const { value, error, change } = useBound(name);
  return (
    <Place wide={wide}>
      <TextAreaField
        rows={2}
        {...rest}
        name={name}
        error={error}
        value={String(value ?? '')}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
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
  const { value, error, change } = useBound(name);
  return (
    <Place wide={wide}>
      <SelectInput
        {...rest}
        name={name}
        error={error}
        value={String(value ?? '')}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
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
      <CheckGroup {...rest} name={name} error={error} value={Array.isArray(value) ? value : []} onChange={change} />
    </Place>
  );
}

const Place = ({ wide, children }: { wide?: boolean | undefined; children: ReactNode }) => (
  <div data-wide={wide || undefined}>{children}</div>
);
