import { sessionHint as read, type SessionHint } from '@konnekt/shared/accounts/session-hint';
import { keptLanguage } from './kept-language.ts';

/**
 * What the browser knows of its session without asking. Where the server left no word, a device that nobody ever used has no session;
 * on another there may be one from before the server said so.
 */
export function readSessionHint(): SessionHint {
  const hint = read(cookie);
  return hint.state === 'unknown' && keptLanguage() === undefined ? { ...hint, state: 'none' } : hint;
}

const cookie = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1);
