/**
 * What the device keeps for a person is bound to their account and goes when they log out. Keep no names in it.
 * `area` is `localStorage` for what must survive the browser, `sessionStorage` for what belongs to this tab.
 */
const prefixOf = (accountId: string) => `konnekt.account.${accountId}.`;

export function readKept<T>(area: Storage, accountId: string, name: string): T | undefined {
  try {
    return parse<T>(area.getItem(prefixOf(accountId) + name));
  } catch {
    return undefined;
  }
}

function parse<T>(text: string | null): T | undefined {
  return text === null ? undefined : (JSON.parse(text) as T); // only `keep` writes under this prefix
}

/**
 * Keeps a value, or removes it when undefined. A full or forbidden storage is no reason to stop working: the answer
 * says whether it was kept.
 */
export function keep(area: Storage, accountId: string, name: string, value: unknown): boolean {
  try {
    if (value === undefined) area.removeItem(prefixOf(accountId) + name);
    else area.setItem(prefixOf(accountId) + name, JSON.stringify(value));
    return true;
  } catch {
    return false; // the screen still holds it
  }
}

/** The names under which something is kept that begin so. */
export const keptNames = (area: Storage, accountId: string, beginning: string): string[] =>
  Object.keys(area)
    .filter((key) => key.startsWith(prefixOf(accountId) + beginning))
    .map((key) => key.slice(prefixOf(accountId).length));

/** Calls back with the name of whatever another window of this browser kept or removed, and what stood there before. Returns how to stop. */
export function onKeptElsewhere<T>(accountId: string, callback: (name: string, before: T | undefined) => void) {
  const prefix = prefixOf(accountId);
  const listener = ({ key, oldValue }: StorageEvent) => {
    if (key?.startsWith(prefix)) callback(key.slice(prefix.length), parse<T>(oldValue));
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}

/** Removes everything this device keeps for an account. */
export function forgetAccount(accountId: string): void {
  for (const area of [localStorage, sessionStorage]) {
    for (const key of Object.keys(area)) {
      if (key.startsWith(prefixOf(accountId))) area.removeItem(key);
    }
  }
}
