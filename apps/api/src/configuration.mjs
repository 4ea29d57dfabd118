// What a production start asks of its environment. Plain JavaScript without dependencies: `npm start` asks it before anything
// is installed, the server itself again.

/**
 * Everything that is missing or wrong in the environment of a production start, as sentences; none when it is fit.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {string[]}
 */
export function configurationFaults(env) {
  const faults = [
    databaseFault(env),
    secretFault(env.JWT_SECRET),
    publicUrlFault(env.PUBLIC_URL),
    smtpFault(env.SMTP_URL),
    filesFault(env.FILES_URL),
    proxyFault(env.TRUST_PROXY),
  ];
  if (env.KONNEKT_DEMO === '1') faults.push('KONNEKT_DEMO is 1: the demo never runs in production');
  return faults.filter((fault) => fault !== undefined);
}

/**
 * Production is what is not the demo; said to be production it is never the demo.
 *
 * @param {Record<string, string | undefined>} env
 */
export const isProduction = (env) => env.NODE_ENV === 'production' || env.KONNEKT_DEMO !== '1';

/** @param {Record<string, string | undefined>} env */
function databaseFault({ DATABASE_URL: url }) {
  if (!url) return 'DATABASE_URL is missing: the PostgreSQL to use, postgresql://user:password@host:5432/konnekt';
  return isAddress(url, ['postgres:', 'postgresql:']) ? undefined : 'DATABASE_URL is no postgresql:// address';
}

/** @param {string | undefined} secret */
function secretFault(secret) {
  if (!secret) return 'JWT_SECRET is missing: a long random text, such as that of `openssl rand -hex 32`';
  if (secret.length < 32) return 'JWT_SECRET is shorter than 32 characters';
  const isRepeated = /^(.+?)\1+$/s.test(secret) || new Set(secret).size < 8;
  const isWords = /secret|password|change|example|konnekt|openssl|known to everybody|12345678|abcdefgh/i.test(secret);
  return isRepeated || isWords ? 'JWT_SECRET is easy to guess: take that of `openssl rand -hex 32`' : undefined;
}

/** @param {string | undefined} url */
function publicUrlFault(url) {
  if (!url)
    return 'PUBLIC_URL is missing: where people reach the portal, https://uren.example.nl; links in mails begin with it';
  if (!isAddress(url, ['http:', 'https:'])) return 'PUBLIC_URL is no https:// address';
  const { protocol, hostname } = new URL(url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || isHere
    ? undefined
    : 'PUBLIC_URL begins with http://: it must be https:// outside this machine';
}

/** @param {string | undefined} url */
function smtpFault(url) {
  if (!url) return 'SMTP_URL is missing: the server that sends mail, smtps://user:password@mail.example.nl';
  return isAddress(url, ['smtp:', 'smtps:']) ? undefined : 'SMTP_URL is no smtp:// or smtps:// address';
}

/** @param {string | undefined} url */
function filesFault(url) {
  if (!url) return undefined;
  if (URL.canParse(url) && new URL(url).protocol === 'file:') return undefined;
  if (!isAddress(url, ['s3:', 's3+http:'])) return 'FILES_URL is no file:///… or s3://key:secret@host/bucket address';
  const { username, password, pathname } = new URL(url);
  const isWhole = username && password && /^\/[^/]+\/?$/.test(pathname);
  return isWhole ? undefined : 'FILES_URL lacks a key, a secret or a bucket: s3://key:secret@host/bucket';
}

/** @param {string | undefined} proxies */
function proxyFault(proxies) {
  if (proxies === undefined || /^[0-9]$/.test(proxies)) return undefined;
  return 'TRUST_PROXY is no number of reverse proxies from 0 to 9: 1 where one stands before it';
}

/**
 * @param {string} url
 * @param {string[]} protocols
 */
function isAddress(url, protocols) {
  // The Node that starts `npm start` may be too old for `URL.parse`.
  if (!URL.canParse(url)) return false;
  const address = new URL(url);
  return protocols.includes(address.protocol) && address.hostname !== '';
}
