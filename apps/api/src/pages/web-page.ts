import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type SessionHint, sessionHint } from '@konnekt/shared/accounts/session-hint';
import type { Agency } from '@konnekt/shared/agency/agency.contract';
import type { Language } from '@konnekt/shared/basics/actor';

/** As the build of the screens writes it (apps/web/scripts/screen-files.ts). */
interface ScreenFiles {
  path: string;
  isOwn: boolean;
  asks: string[];
  files: string[];
  texts: Record<Language, string[]>;
}

interface Visit {
  /** The address that was asked for, as it came. */
  url: string;
  cookies: Record<string, string | undefined>;
  acceptLanguage: string | undefined;
}

/**
 * index.html for an address: with the files of its screen and what that asks of the API first, so that a browser fetches all at once
 * what it would else find out bit by bit, and with what everybody may know of the agency.
 */
export function webPage(webDir: string): (visit: Visit, agency: Agency | undefined) => string {
  const html = readFileSync(path.join(webDir, 'index.html'), 'utf8');
  const file = path.join(webDir, '.vite/screens.json');
  const table: ScreenFiles[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const screens = table.map((screen) => ({ ...screen, pattern: patternOf(screen.path) }));
  // an address that is written out goes before one that takes anything there
  screens.sort((a, b) => a.path.split(':').length - b.path.split(':').length);
  return ({ url, cookies, acceptLanguage }, agency) => {
    const hint = sessionHint((name) => cookies[name]);
    const [address = '', query] = url.split('?');
    const found = screens.map((screen) => ({ screen, match: screen.pattern.exec(address) })).find(({ match }) => match);
    const language = hint.language ?? firstLanguage(acceptLanguage);
    const tags = [
      ...(found ? filesOf(found.screen, language) : []),
      ...(found ? questionsOf(found.screen, hint, found.match?.groups, query !== undefined) : []),
      ...(agency ? [dataTag('agency', agency)] : []),
    ];
    return html
      .replace('<html lang="nl">', `<html lang="${language}">`)
      .replace('</head>', () => `${tags.join('\n')}\n</head>`);
  };
}

/** `/hours/:placementId/:part?` as an expression with a group for each part. */
const patternOf = (address: string): RegExp =>
  new RegExp(
    `^${address.replace(/\/:(\w+)(\?)?/g, (_, name, optional) => (optional ? `(?:/(?<${name}>[\\w-]+))?` : `/(?<${name}>[\\w-]+)`))}/?$`,
  );

const filesOf = ({ files, texts }: ScreenFiles, language: Language): string[] =>
  [...files, ...texts[language]].map((file) =>
    file.endsWith('.css')
      ? `<link rel="stylesheet" crossorigin href="/${file}">`
      : `<link rel="modulepreload" crossorigin href="/${file}">`,
  );

/** Only while the session holds without being renewed first: what is asked for nobody would come back as an error. */
function questionsOf(screen: ScreenFiles, hint: SessionHint, params: Record<string, string> = {}, hasQuery: boolean) {
  if (!screen.isOwn || hint.state !== 'live') return [];
  const asks = ['/api/start', ...(hasQuery ? [] : screen.asks)];
  return asks.map((ask) => {
    const address = ask.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '');
    return `<link rel="preload" as="fetch" crossorigin href="${address.replaceAll('&', '&amp;')}">`;
  });
}

/** Data, not a script: the content security policy lets no script stand in a page. */
const dataTag = (id: string, data: object): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/** As the screens choose it where nobody is known: the first one of the browser that we speak. */
function firstLanguage(accepted = ''): Language {
  const wanted = accepted.split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return wanted.find((one): one is Language => one === 'nl' || one === 'en') ?? 'nl';
}
