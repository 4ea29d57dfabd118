import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { SelectField, type SelectOptions } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import classes from './column-rows.module.css';

/** A column of a file: its title, and what stands in it: a field, or the same text in every row. */
interface Column {
  title: string;
  field: string | null;
  text: string;
}

interface Words {
  title: (number: number) => string;
  field: (number: number) => string;
  text: (number: number) => string;
  up: (number: number) => string;
  remove: (number: number) => string;
  headTitle: string;
  headText: string;
  add: string;
}

/** The columns of a file in their order: added, moved up, taken away; one stays. */
export function ColumnRows<C extends Column>(props: {
  rows: readonly C[];
  /** What a column may hold; one without a value is a fixed text. */
  options: SelectOptions;
  fields: readonly C['field'][];
  blank: C;
  words: Words;
  longest: { title: number; text: number };
  most: number;
  onChange: (rows: readonly C[]) => void;
}) {
  const { rows, words, longest, blank, onChange } = props;
  const at = (index: number): C => rows[index] ?? blank;
  const change = (index: number, part: Partial<Column>) => onChange(rows.with(index, { ...at(index), ...part }));
  return (
    <>
      <ol className={classes.rows}>
        {rows.map((row, index) => {
          const number = index + 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <li key={index} className={classes.row}>
              <input
                className={field.input}
                aria-label={words.title(number)}
                placeholder={words.headTitle}
                value={row.title}
                maxLength={longest.title}
                onChange={({ currentTarget: { value } }) => change(index, { title: value })}
              />
              <SelectField
                label={words.field(number)}
                value={row.field ?? ''}
                options={props.options}
                onChange={(value) => change(index, { field: props.fields.find((one) => one === value) ?? null })}
              />
              {row.field === null && (
                <input
                  className={field.input}
                  aria-label={words.text(number)}
                  placeholder={words.headText}
                  value={row.text}
                  maxLength={longest.text}
                  onChange={({ currentTarget: { value } }) => change(index, { text: value })}
                />
              )}
              <span className={classes.acts}>
                {index > 0 && (
                  <IconButton
                    icon={IconArrowUp}
                    label={words.up(number)}
                    onClick={() => onChange(rows.with(index - 1, row).with(index, at(index - 1)))}
                  />
                )}
                {rows.length > 1 && (
                  <IconButton
                    icon={IconTrash}
                    label={words.remove(number)}
                    onClick={() => onChange(rows.toSpliced(index, 1))}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {rows.length < props.most && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
          onClick={() => onChange([...rows, blank])}
        >
          {words.add}
        </Button>
      )}
    </>
  );
}
