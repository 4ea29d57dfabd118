import { useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { keep, readKept } from '../../kit/storage/account-storage.ts';

/** Yes or no, as this person chose it last on this device. */
export function useKeptChoice(name: string, byDefault: boolean): [boolean, (on: boolean) => void] {
  const { accountId } = useMe();
  const [isOn, setIsOn] = useState(() => readKept<boolean>(localStorage, accountId, name) ?? byDefault);
  return [
    isOn,
    (on) => {
      setIsOn(on);
      keep(localStorage, accountId, name, on === byDefault ? undefined : on);
    },
  ];
}
