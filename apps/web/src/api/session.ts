/**
 * What happens at the edges of a session: the app sets how a person is asked to log in again, and tabs tell each other
 * who logged in or out, so that no tab ever acts for somebody else than it shows.
 */
type Asker = () => Promise<boolean>;

let asker: Asker | undefined;
let asking: Promise<boolean> | undefined;

/** The shell sets this while somebody is logged in. It answers whether the same person logged in again. */
export function setAsker(next: Asker | undefined): void {
  asker = next;
}

/** Asks once for all calls that wait. */
export function logInAgain(): Promise<boolean> {
  if (!asker) return Promise.resolve(false);
  asking ??= asker().finally(() => {
    asking = undefined;
  });
  return asking;
}

const channelName = 'konnekt-session';

/** Tells the other tabs who is logged in now; nobody is `null`. */
export function tellOtherTabs(accountId: string | null): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(accountId);
  channel.close();
}

/** Calls back when another tab logged somebody in or out. Returns how to stop. */
export function onOtherTab(callback: (accountId: string | null) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => callback(typeof data === 'string' ? data : null);
  return () => channel.close();
}
