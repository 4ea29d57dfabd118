import { SelectField } from '../../ui/field.tsx';
import { type Address, oneOf } from '../address/use-address.ts';

/** One of a few words that a list is narrowed down to, or none of them; it stands in the address under `name`. */
export function ChoiceFilter<Word extends string>(props: {
  address: Pick<Address, 'read' | 'write'>;
  name: string;
  label: string;
  /** What is said where none is chosen. */
  all: string;
  words: readonly Word[];
  labelOf: (word: Word) => string;
}) {
  const { address, name, label, all, words, labelOf } = props;
  return (
    <SelectField
      label={label}
      value={oneOf(words, address.read(name)) ?? ''}
      onChange={(word) => address.write({ [name]: word })}
      options={[{ value: '', label: all }, ...words.map((value) => ({ value, label: labelOf(value) }))]}
    />
  );
}
