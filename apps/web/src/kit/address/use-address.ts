import { longest } from '@konnekt/shared/basics/text-rules';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What a list shows lives in the address: filter, order, search. `read` gives a value or an empty text; `write` changes
 * some and takes empty ones away. A change replaces the entry in the history, so that Back leaves the list.
 */
export function useAddress() {
  const [params, setParams] = useSearchParams();
  const read = useCallback(
    (name: string) => {
      const value = params.get(name) ?? '';
      return name === 'q' ? value.slice(0, longest.search) : value;
    },
    [params],
  );
  const write = useCallback(
    (changes: Record<string, string | undefined>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return useMemo(() => ({ read, write }), [read, write]);
}

/** The value when it is one of a known set; an address can hold anything. */
export const oneOf = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((one) => one === value);
