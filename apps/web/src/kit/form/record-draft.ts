/** One of several that a form lists: its fields as texts. */
export type Row = Readonly<Record<string, string>>;

/** The fields of a form as texts, ticks, choices and rows, by the name that the API gives each. */
export type Values = Record<string, string | boolean | readonly string[] | readonly Row[]>;

export const isRow = (one: string | Row): one is Row => typeof one !== 'string';

/** The rows of a list; none where the field holds something else. */
export const rowsIn = (value: Values[string] | undefined): readonly Row[] =>
  Array.isArray(value) ? value.filter(isRow) : [];

/**
 * Whether there is a field for what is wrong to stand at: of the form (`/city`; also one that is named by its way, `/numbers/invoice`), or
 * of one of its rows (`/contacts/1/name`).
 */
export function hasField(values: Values, pointer: string): boolean {
  const name = pointer.slice(1);
  if (Object.hasOwn(values, name)) return true;
  const [list = '', index, field] = name.split('/');
  const row = index !== undefined && Object.hasOwn(values, list) ? rowsIn(values[list])[Number(index)] : undefined;
  return row !== undefined && field !== undefined && Object.hasOwn(row, field);
}

/** A field that was typed in here and changed by somebody else meanwhile, with what it is now. */
export interface Clash {
  name: string;
  theirs: Values[string];
}

const isSame = (one: Values[string] | undefined, other: Values[string] | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const isSameForm = (one: Values, other: Values): boolean =>
  Object.keys({ ...one, ...other }).every((name) => isSame(one[name], other[name]));

/**
 * What is typed, over what is stored now instead of what it was typed over (`base`): fields that nobody touched here follow, what
 * was typed stays. Where both changed the same field to something else, it is named.
 */
export function rebase<V extends Values>(base: V, typed: V, stored: V): { values: V; clashes: Clash[] } {
  const values: Values = { ...stored };
  const clashes: Clash[] = [];
  for (const [name, mine] of Object.entries(typed)) {
    if (isSame(mine, base[name])) continue;
    values[name] = mine;
    const theirs = stored[name];
    if (theirs !== undefined && !isSame(theirs, base[name]) && !isSame(theirs, mine)) clashes.push({ name, theirs });
  }
  // Only keys of V went in, each with a value of V.
  return { values: values as V, clashes };
}
