import type { Language } from '../basics/actor.ts';

/**
 * What a browser may know of its session without asking, from two cookies that scripts can read and that prove nothing. They are set and
 * cleared together with those that do. The second lives as long as an access token: an end in the browser's own time,
 * whatever its clock says.
 */
export const SESSION_HINT_COOKIE = 'konnekt_session';
export const FRESH_HINT_COOKIE = 'konnekt_fresh';
/** Instead of a language, where there is no session: so that one from before these cookies is told from none. */
export const NO_SESSION = 'none';

export interface SessionHint {
  /** `none`: nobody is logged in. `expired`: to be renewed first. `unknown`: only asking tells. */
  state: 'none' | 'live' | 'expired' | 'unknown';
  language: Language | undefined;
}

export function sessionHint(read: (cookie: string) => string | undefined): SessionHint {
  const value = read(SESSION_HINT_COOKIE);
  if (value === NO_SESSION) return { state: 'none', language: undefined };
  if (value !== 'nl' && value !== 'en') return { state: 'unknown', language: undefined };
  return { state: read(FRESH_HINT_COOKIE) ? 'live' : 'expired', language: value };
}
