import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '#api/kit/problem';

/** Of a request: what the browser says of the page that it comes from, and the host that it asked. */
interface Asking {
  headers: IncomingHttpHeaders;
  host: string;
}

/** SameSite=Strict keeps the cookies home; this also stops a browser that does not know it. */
export function refuseForeignOrigin({ headers, host }: Asking, publicUrl: string): void {
  const site = headers['sec-fetch-site'];
  const isOwn = site ? site === 'same-origin' || site === 'none' : isOwnOrigin(headers.origin, host, publicUrl);
  if (!isOwn) throw new Problem('foreign-origin');
}

/**
 * Browsers name the page's origin wherever they say no `Sec-Fetch-Site` (old ones, and all over plain http); what is no browser names
 * none. Ours is where people reach the portal, also when a proxy speaks to it by an address of its own, or else the host that was asked.
 */
function isOwnOrigin(origin: string | undefined, host: string, publicUrl: string): boolean {
  if (origin === undefined || origin === new URL(publicUrl).origin) return true;
  if (!URL.canParse(origin)) return false; // 'null': a file, or a frame that may do nothing
  const { protocol, host: from } = new URL(origin);
  return from === host && (protocol === 'https:' || !isHttps(publicUrl));
}

export const isHttps = (url: string): boolean => new URL(url).protocol === 'https:';
