import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '#api/test/build-app';
import { createPerson, type Person, testPassword } from '#api/test/factories';
import { sql } from '../kit/sql.ts';

const webDir = mkdtempSync(path.join(tmpdir(), 'konnekt-web-'));
const texts = (...names: string[]) => ({
  nl: names.map((name) => `assets/${name}-nl.js`),
  en: names.map((name) => `assets/${name}-en.js`),
});
const own = { isOwn: true, files: ['assets/shell.js', 'assets/shell.css'], texts: texts('base') };
const table = [
  { path: '/login', isOwn: false, asks: [], files: ['assets/login.js'], texts: texts('base') },
  { ...own, path: '/', asks: ['/api/home'] },
  { ...own, path: '/things/:id', asks: ['/api/things/:id?in=:id'], files: ['assets/thing.js'] },
  { ...own, path: '/things/new', asks: [], files: ['assets/new.js'] },
  { ...own, path: '/hours/:placementId/:part?', asks: ['/api/hours/:placementId'] },
];
mkdirSync(path.join(webDir, '.vite'));
writeFileSync(path.join(webDir, '.vite/screens.json'), JSON.stringify(table));
writeFileSync(path.join(webDir, 'index.html'), '<!doctype html><html lang="nl"><head><title>K</title></head></html>');
afterAll(() => rmSync(webDir, { recursive: true }));

const test = testApp({ webDir, isDemo: true });
let person: Person;
beforeAll(async () => {
  person = await createPerson(test.db, { role: 'staff' });
});

const page = async (url: string, cookies: Record<string, string> = {}, languages = 'nl-NL,nl;q=0.9,en;q=0.8') =>
  (await test.app.inject({ url, cookies, headers: { 'accept-language': languages } })).body;
const named = (html: string) => [...html.matchAll(/<link rel="[^"]+"[^>]* href="([^"]+)"/g)].map(([, href]) => href);
const signedIn = { konnekt_session: 'en', konnekt_fresh: '1' };

describe('the page of a screen', () => {
  it('names the files of the screen and of its texts', async () => {
    const html = await page('/login');
    expect(named(html)).toEqual(['/assets/login.js', '/assets/base-nl.js']);
    expect(html).toContain('<link rel="modulepreload" crossorigin href="/assets/login.js">');
    expect(named(await page('/login', {}, 'de,en;q=0.5,nl;q=0.1'))).toContain('/assets/base-en.js');
    expect(await page('/')).toContain('<link rel="stylesheet" crossorigin href="/assets/shell.css">');
  });

  it('names what it asks of the API, for somebody who is logged in', async () => {
    expect(named(await page('/', signedIn))).toEqual([
      ...['/assets/shell.js', '/assets/shell.css', '/assets/base-en.js'],
      ...['/api/start', '/api/home'],
    ]);
    expect(named(await page('/things/7', signedIn))).toContain('/api/things/7?in=7');
    expect(named(await page('/hours/p1', signedIn))).toContain('/api/hours/p1');
    expect(named(await page('/hours/p1/x2', signedIn))).toContain('/api/hours/p1');
    expect(named(await page('/things/new', signedIn))).toContain('/assets/new.js');
  });

  it('asks nothing for who is not, whose session has to be renewed first, or where the address asks for something else', async () => {
    for (const cookies of [undefined, { konnekt_session: 'none' }, { konnekt_session: 'nl' }])
      expect(await page('/', cookies)).not.toContain('/api/');
    expect(named(await page('/?x=1', signedIn)).filter((href) => href?.startsWith('/api'))).toEqual(['/api/start']);
  });

  it('is not made of what an address says', async () => {
    const html = await page(`/things/${encodeURIComponent('"><script>')}`, signedIn);
    expect(html).not.toContain('"><script>');
    expect(await page('/things/%E0%A4%A', signedIn)).toBeDefined();
  });

  it('is plain at an address of no screen', async () => {
    expect(named(await page('/nothing', signedIn))).toEqual([]);
  });

  it('knows the agency, and nothing of it ends the page', async () => {
    await test.db.query(sql`UPDATE agency SET name = '</script><b>Bureau'`);
    const html = await page('/login');
    const [, text = ''] = /<script type="application\/json" id="agency">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(text)).toMatchObject({ name: '</script><b>Bureau', demo: { accounts: expect.anything() } });
  });
});

describe('the hint of a session', () => {
  const login = { login: '', password: testPassword };
  it('is set with the session’s cookies, readable, and says the language', async () => {
    const payload = { ...login, login: person.email };
    const { cookies } = await test.app.inject({ method: 'POST', url: '/api/auth/login', payload });
    const hint = cookies.find(({ name }) => name === 'konnekt_session');
    const fresh = cookies.find(({ name }) => name === 'konnekt_fresh');
    expect(hint).toMatchObject({ value: 'nl', path: '/' });
    expect(hint).not.toHaveProperty('httpOnly');
    expect(fresh).toMatchObject({ value: '1', path: '/', maxAge: 600 });

    const changed = await test.app.inject({
      ...{ method: 'PATCH', url: '/api/me', payload: { language: 'en' } },
      cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
    });
    expect(changed.cookies).toMatchObject([{ name: 'konnekt_session', value: 'en' }]);
  });

  it('says that there is none after logging out, and where a renewal failed', async () => {
    for (const url of ['/api/auth/logout', '/api/auth/refresh']) {
      const { cookies } = await test.app.inject({ method: 'POST', url });
      expect(cookies.find(({ name }) => name === 'konnekt_session')?.value).toBe('none');
      expect(cookies.find(({ name }) => name === 'konnekt_fresh')?.value).toBe('');
    }
  });
});
