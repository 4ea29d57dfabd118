import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';
import { sql } from './kit/sql.ts';
import { ask, testApp } from './test/build-app.ts';

const test = testApp({ isDemo: true });

describe('the API', () => {
  it('describes itself as OpenAPI 3.1, with every body and answer', async () => {
    const { body } = await ask(test.app, undefined, 'GET', '/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const approve = body.paths['/api/worksheets/approve'].post;
    expect(approve.requestBody.content['application/json'].schema.properties.items.maxItems).toBe(500);
    expect(approve.responses['200'].content['application/json'].schema.required).toEqual(['done', 'refused']);
    const errors = approve.responses.default.content['application/problem+json'].schema;
    expect(errors.properties.code.enum).toContain('worksheet-changed');
    expect([approve.description, approve.security]).toEqual(['For: supervisor.', [{ session: [] }]]);
    expect(Object.keys(body.paths['/api/auth/logout'].post.responses)).toEqual(['204', 'default']);
  });

  it('has a page to read it that loads nothing from outside', async () => {
    const page = await test.app.inject({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/(src|href)="https?:/);
    expect((await test.app.inject({ url: '/api/docs/static/swagger-ui-bundle.js' })).statusCode).toBe(200);
  });

  it('answers what it does not know as a problem', async () => {
    const { status, body, headers } = await ask(test.app, undefined, 'GET', '/api/nothing');
    expect([status, body.code]).toEqual([404, 'not-found']);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('answers an address that is no address as a problem too', async () => {
    for (const url of ['/api/worksheets/%E0%A4%A', `/api/worksheets/${'x'.repeat(200)}`]) {
      const { status, body, headers } = await ask(test.app, undefined, 'GET', url);
      expect([status, body.code]).toEqual([404, 'not-found']);
      expect(headers['content-type']).toContain('application/problem+json');
    }
  });

  it('answers broken JSON, a wrong type and a body that is too large as problems, with no detail of the inside', async () => {
    const post = (payload: string, type = 'application/json') =>
      test.app.inject({ method: 'POST', url: '/api/auth/login', payload, headers: { 'content-type': type } });
    expect((await post('{')).json()).toMatchObject({ status: 400, code: 'invalid-input' });
    expect((await post('login=x', 'text/plain')).json()).toMatchObject({ status: 400, code: 'invalid-input' });
    expect((await post(JSON.stringify({ login: 'x'.repeat(600_000) }))).json()).toMatchObject({
      status: 413,
      code: 'too-large',
    });
    expect((await post('{"login":"","password":5}')).json().errors).toEqual([
      { pointer: '/login', code: 'required' },
      { pointer: '/password', code: 'required' },
    ]);
  });

  it('shows the demo accounts in demo mode only', async () => {
    const { body } = await ask(test.app, undefined, 'GET', '/api/agency');
    expect(body.demo.accounts).toHaveLength(5);
  });
});

describe('outside demo mode', () => {
  const production = testApp();
  it('shows no demo accounts', async () => {
    expect((await ask(production.app, undefined, 'GET', '/api/agency')).body.demo).toBeNull();
  });
});

describe('the screens', () => {
  const webDir = mkdtempSync(path.join(tmpdir(), 'konnekt-web-'));
  writeFileSync(path.join(webDir, 'index.html'), '<!doctype html>');
  afterAll(() => rmSync(webDir, { recursive: true }));
  mkdirSync(path.join(webDir, 'assets'));
  writeFileSync(path.join(webDir, 'assets/app.css'), 'a{}');
  const served = testApp({ webDir, publicUrl: 'https://uren.bureau.example' });

  it('say what a browser must refuse: pages and answers all of it, files no more than speaks of files', async () => {
    const guardsOf = async (url: string) => {
      const { headers } = await served.app.inject({ url });
      return guards.filter((name) => headers[name] !== undefined);
    };
    for (const url of ['/', '/api/agency', '/api/nothing', '/assets.html'])
      expect(await guardsOf(url), url).toEqual(guards);
    expect(await guardsOf('/assets/app.css')).toEqual(guards.slice(0, 3));
  });

  it('are one page at every address that is not the API’s, and nothing outside their folder', async () => {
    for (const url of ['/', '/uren/2026-W47', '/%25', '/..%252f..%252fetc%252fpasswd']) {
      const { statusCode, headers } = await served.app.inject({ url });
      expect([url, statusCode, headers['content-type']]).toEqual([url, 200, 'text/html; charset=utf-8']);
    }
    for (const url of ['/api/nothing', '/assets/nothing.js', '/assets/..%2f..%2f..%2fetc%2fpasswd']) {
      expect((await served.app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
    }
  });
});

const guards = [
  'x-content-type-options',
  'cross-origin-resource-policy',
  'strict-transport-security',
  'content-security-policy',
  'cross-origin-opener-policy',
  'referrer-policy',
  'x-frame-options',
];

describe('behind reverse proxies', () => {
  const apps = { none: testApp(), one: testApp({ proxies: 1 }), two: testApp({ proxies: 2 }) };
  it('a client is where the nearest of them say, whatever it says itself', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.1, 198.51.100.2, 192.0.2.3' };
    const seen = [];
    for (const { app, db } of Object.values(apps)) {
      const payload = { login: 'nobody@bureau.example', password: 'x' };
      await app.inject({ method: 'POST', url: '/api/auth/login', payload, headers });
      seen.push(
        ...(await db.query<{ address: string }>(sql`SELECT address FROM audit_event WHERE address IS NOT NULL`)),
      );
    }
    expect(seen.map(({ address }) => address)).toEqual(['127.0.0.1', '192.0.2.3', '198.51.100.2']);
  });
});

describe('the configuration', () => {
  const fit = {
    DATABASE_URL: 'postgresql://konnekt@db/konnekt',
    JWT_SECRET: '8f1c5e0b7d3a964e2b6c0f9d1a7e4835',
    PUBLIC_URL: 'https://uren.bureau.example',
    SMTP_URL: 'smtps://user:secret@mail.bureau.example',
  };

  it('names everything that is missing or wrong at once', () => {
    expect(() => readEnv({ JWT_SECRET: 'short', PORT: 'x' })).toThrow(/DATABASE_URL is missing.*JWT_SECRET.*PORT/);
    expect(() => readEnv({})).toThrow(
      /DATABASE_URL is missing.*JWT_SECRET is missing.*PUBLIC_URL is missing.*SMTP_URL is missing/,
    );
  });

  it('is taken when it is complete', () => {
    expect(readEnv(fit)).toMatchObject({ KONNEKT_DEMO: '0', PORT: 3000, PUBLIC_URL: fit.PUBLIC_URL });
    expect(readEnv({ ...fit, PUBLIC_URL: 'http://localhost:3000' }).PUBLIC_URL).toBe('http://localhost:3000');
  });

  it('refuses a secret that can be guessed', () => {
    const weak = [
      'a'.repeat(40),
      'abc123'.repeat(8),
      '11111111111111112222222222222222',
      'my-very-long-secret-for-production-use',
      'openssl rand -hex 32 openssl rand -hex 32',
    ];
    for (const JWT_SECRET of weak)
      expect(() => readEnv({ ...fit, JWT_SECRET }), JWT_SECRET).toThrow(/JWT_SECRET is easy to guess/);
  });

  it('refuses links that could be read on the way', () => {
    expect(() => readEnv({ ...fit, PUBLIC_URL: 'http://uren.bureau.example' })).toThrow(/https/);
    expect(() => readEnv({ ...fit, PUBLIC_URL: 'uren.bureau.example' })).toThrow(/PUBLIC_URL is no https/);
    expect(() => readEnv({ ...fit, SMTP_URL: 'mail.bureau.example' })).toThrow(/SMTP_URL is no smtp/);
  });

  it('asks where files lie, if not beside the embedded database', () => {
    expect(readEnv(fit).FILES_URL).toBeUndefined();
    for (const FILES_URL of ['file:///srv/files', 's3://key:a%2Fb@s3.bureau.example/files?region=nl'])
      expect(readEnv({ ...fit, FILES_URL }).FILES_URL).toBe(FILES_URL);
    for (const FILES_URL of [
      '/srv/files',
      'https://s3.bureau.example',
      's3://s3.bureau.example/files',
      's3://a:b@host/',
    ])
      expect(() => readEnv({ ...fit, FILES_URL }), FILES_URL).toThrow(/FILES_URL (is no|lacks)/);
  });

  it('asks how many reverse proxies there are', () => {
    expect(readEnv(fit).TRUST_PROXY).toBe(0);
    expect(readEnv({ ...fit, TRUST_PROXY: '1' }).TRUST_PROXY).toBe(1);
    for (const TRUST_PROXY of ['true', '-1', '', '1.5', '99'])
      expect(() => readEnv({ ...fit, TRUST_PROXY }), TRUST_PROXY).toThrow(
        /TRUST_PROXY is no number of reverse proxies/,
      );
  });

  it('never starts the demo in production', () => {
    expect(() => readEnv({ ...fit, NODE_ENV: 'production', KONNEKT_DEMO: '1' })).toThrow(
      /the demo never runs in production/,
    );
    const demo = {
      DATABASE_URL: fit.DATABASE_URL,
      JWT_SECRET: 'known to everybody, but long enough',
      KONNEKT_DEMO: '1',
    };
    expect(readEnv(demo).KONNEKT_DEMO).toBe('1');
  });
});
