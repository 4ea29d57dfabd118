import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RowProvider, useFields } from './bound-fields.tsx';
import classes from './bound-rows.module.css';
import { type Row, rowsIn, type Values } from './record-draft.ts';

/** Several of the same in a form, each with the same fields: added, and taken away. What is wrong stands at the field of its row. */
export function BoundRows(props: {
  name: string;
  /** What a new row begins with. */
  blank: Row;
  most: number;
  words: { one: (number: number) => string; remove: (number: number) => string; add: string };
  children: ReactNode;
}) {
  const { name, words } = props;
  const form = useFields();
  const list = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const rows = rowsIn(form.values[name]);
  // Drawn at once: focus goes to what is there then.
  const change = (next: readonly Row[]) => flushSync(() => form.change({ [name]: next }));

  function add() {
    change([...rows, props.blank]);
    list.current?.lastElementChild?.querySelector('input')?.focus();
  }
  function remove(index: number) {
    change(rows.toSpliced(index, 1));
    addButton.current?.focus();
  }
  const fieldsOf = (row: Row, index: number) => ({
    values: row,
    problemOf: (field: string) => form.problemOf(`${name}/${index}/${field}`),
    // A row holds texts alone.
    change: (part: Partial<Values>) =>
      form.change(
        { [name]: rows.with(index, { ...row, ...(part as Row) }) },
        Object.keys(part).map((field) => `${name}/${index}/${field}`),
      ),
  });

  return (
    <div data-wide>
      <div ref={list} className={classes.rows}>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <fieldset key={index} className={classes.row}>
            <legend className={classes.legend}>{words.one(index + 1)}</legend>
            <span className={classes.remove}>
              <IconButton icon={IconTrash} label={words.remove(index + 1)} onClick={() => remove(index)} />
            </span>
            <RowProvider value={fieldsOf(row, index)}>{props.children}</RowProvider>
          </fieldset>
        ))}
      </div>
      {rows.length < props.most && (
        <Button
          ref={addButton}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} stroke={2} aria-hidden />}
          onClick={add}
        >
          {words.add}
        </Button>
      )}
    </div>
  );
}
