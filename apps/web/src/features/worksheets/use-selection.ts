import { useCallback, useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';
import { nothingTicked, type Selection } from './selection.ts';

/**
 * The ticks of one list, kept in this tab for this account: they are still there after opening a worksheet and coming
 * back, and on the worksheet's own page. They hold ids, versions and minutes, no names.
 */
export function useSelection(list: string): [Selection, (change: (before: Selection) => Selection) => void] {
  const { accountId } = useMe();
  const name = `ticks.${list}`;
  const [selection, setSelection] = useState(
    () => readKept<Selection>(sessionStorage, accountId, name) ?? nothingTicked,
  );
  const change = useCallback(
    (next: (before: Selection) => Selection) =>
      setSelection((before) => {
        const after = next(before);
        if (after !== before) keep(sessionStorage, accountId, name, after);
        return after;
      }),
    [accountId, name],
  );
  return [selection, change];
}
