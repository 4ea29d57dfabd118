/** The fields of a form as texts, ticks and choices, by the name that the API gives each. */
export type Values = Record<string, string | boolean | readonly string[]>;

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
