/**
 * What the device keeps for a person is bound to their account and goes when they log out. Keep no names in it.
 * `area` is `localStorage` for what must survive the browser, `sessionStorage` for what belongs to this tab.
 */
const prefixOf = (accountId: string) => `konnekt.account.${accountId}.`;

export function readKept<T>(area: Storage, accountId: string, name: string): T | undefined {
  try {
    const text = area.getItem(prefixOf(accountId) + name);
    return text === null ? undefined : (JSON.parse(text) as T); // only `keep` writes under this prefix
  } catch {
    return undefined;
  }
}

/** Keeps a value, or removes it when undefined. A full or forbidden storage is no reason to stop working. */
export function keep(area: Storage, accountId: string, name: string, value: unknown): void {
  try {
    if (value === undefined) area.removeItem(prefixOf(accountId) + name);
    else area.setItem(prefixOf(accountId) + name, JSON.stringify(value));
  } catch {
    // nothing to be done: the screen still holds it
  }
}

/** Removes everything this device keeps for an account. */
export function forgetAccount(accountId: string): void {
  for (const area of [localStorage, sessionStorage]) {
    for (const key of Object.keys(area)) {
      if (key.startsWith(prefixOf(accountId))) area.removeItem(key);
    }
  }
}
