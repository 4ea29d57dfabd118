import { longest } from '@konnekt/shared/basics/text-rules';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What a list shows lives in the address: filter, order, search. `names` are those that it holds. `read` gives a value or an empty text. `write` changes some and takes
 * empty ones away: a step that Back takes back. `rewrite` does the same in place, for what changes with every key that is pressed.
 */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const read = useCallback(
    (name: string) => {
      const value = params.get(name) ?? '';
      return name === 'q' ? searchIn(value) : value;
    },
    [params],
  );
  // A change that comes before the last one is drawn adds to it: a filter that is chosen right after a search was typed.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  });
  const change = useCallback(
    (changes: Changes, replace: boolean) => {
      latest.current = changed(latest.current, changes);
      setParams(latest.current, { replace, preventScrollReset: true });
    },
    [setParams],
  );
  const write = useCallback((changes: Changes) => change(changes, false), [change]);
  const rewrite = useCallback((changes: Changes) => change(changes, true), [change]);
  const names = useMemo(() => [...new Set(params.keys())], [params]);
  return useMemo(() => ({ names, read, write, rewrite }), [names, read, write, rewrite]);
}

export type Address = ReturnType<typeof useAddress>;
type Changes = Record<string, string | undefined>;

function changed(before: URLSearchParams, changes: Changes): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value) after.set(name, value);
    else after.delete(name);
  }
  return after;
}

/** What can be searched for: not too long, on one line, and nothing that is no character. */
export const searchIn = (value: string): string =>
  value
    .slice(0, longest.search)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');

/** The value when it is one of a known set; an address can hold anything. */
export const oneOf = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((one) => one === value);

/** What an address can hold under a name: one of these words, or what a test takes. */
export type Known = Record<string, readonly string[] | ((value: string) => boolean)>;

/** The values that mean nothing where `known` holds all that an address can say: of its own names and of any other. */
export const unknownIn = (
  { names, read }: Pick<Address, 'names' | 'read'>,
  known: Known,
): { name: string; value: string }[] =>
  names.flatMap((name) => {
    const value = read(name);
    const takes = (Object.hasOwn(known, name) && known[name]) || [];
    const isKnown = value === '' || (typeof takes === 'function' ? takes(value) : takes.includes(value));
    return isKnown ? [] : { name, value };
  });

/** A name that takes any text, as a search does. */
export const anyText = () => true;

/** An id, or nothing where the text is none. */
export const idIn = (value: string): string | undefined => (isId(value) ? value : undefined);

/** The text of an id. */
export const isId = (value: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
