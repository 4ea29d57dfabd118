import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';

/**
 * Two hundred streams of events on one API process while fifty requests a second run, on a database of the demo (DATABASE_URL): what the
 * process holds in memory, how long answers take, and how soon a message is told of.
 */
const [STREAMS, EACH, A_SECOND, SECONDS] = [200, 5, 50, 15];
const port = process.env.PORT ?? '3999';
const base = `http://127.0.0.1:${port}`;
const databaseUrl = process.env.DATABASE_URL ?? '';

const server = spawn(process.execPath, ['apps/api/src/server.ts'], {
  env: { ...process.env, PORT: port, KONNEKT_DEMO: '1', LOG_LEVEL: 'error', JWT_SECRET: randomUUID() + randomUUID() },
  stdio: 'inherit',
});
try {
  await until(async () => (await fetch(`${base}/api/health`)).ok);
  const cookies = await Promise.all((await people(STREAMS / EACH)).map(logIn));
  const before = await memory();
  const heard: number[] = [];
  const streams: ReturnType<typeof listen>[] = [];
  // Some at a time: a server that two hundred come to at the same moment tells the last of them to come back.
  for (const cookie of cookies) {
    const ofOne = Array.from({ length: EACH }, () => listen(cookie, () => heard.push(Date.now())));
    await Promise.all(ofOne.map(({ open }) => open));
    streams.push(...ofOne);
  }
  const open = await memory();
  const times = await load(cookies);
  const loaded = await memory();
  heard.length = 0;
  const sent = Date.now();
  await fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { cookie: await logIn('employee@konnekt.example'), 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), title: 'Hoe snel', body: 'Nu' }),
  });
  await until(async () => heard.length > 0);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0);
  process.stdout.write(`${STREAMS} streams, ${times.length} requests in ${SECONDS} s
memory: ${before} MB before, ${open} MB with the streams, ${loaded} MB after the load
answers: ${at(0.5)} ms in the middle, ${at(0.99)} ms for 99 of 100
a message was told of after ${Math.min(...heard) - sent} ms\n`);
  for (const { stop } of streams) stop();
} finally {
  server.kill();
}

async function people(count: number): Promise<string[]> {
  const db = new pg.Client(databaseUrl);
  await db.connect();
  const { rows } = await db.query<{ email: string }>(
    `SELECT email FROM account WHERE status = 'active' ORDER BY role IN ('staff', 'admin') DESC, email LIMIT ${count}`,
  );
  await db.end();
  return rows.map(({ email }) => email);
}

async function logIn(login: string): Promise<string> {
  const answer = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'konnekt-demo' }),
  });
  if (!answer.ok) throw new Error(`${login}: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

function listen(cookie: string, hear: () => void) {
  const stop = new AbortController();
  const open = fetch(`${base}/api/live`, {
    headers: { cookie, accept: 'text/event-stream' },
    signal: stop.signal,
  }).then((answer) => {
    if (!answer.ok) throw new Error(`A stream was refused: ${answer.status}`);
    void (async () => {
      for await (const _ of answer.body ?? []) hear();
    })().catch(() => {});
  });
  return { open, stop: () => stop.abort() };
}

/** So many requests a second, whether those before were answered or not. */
async function load(cookies: string[]): Promise<number[]> {
  const paths = ['/api/home', '/api/messages', '/api/messages/counts', '/api/notices'];
  const asked: Promise<number>[] = [];
  for (let n = 0; n < A_SECOND * SECONDS; n++) {
    asked.push(time(`${base}${paths[n % paths.length]}`, cookies[n % cookies.length] ?? ''));
    await pause(1000 / A_SECOND);
  }
  return Promise.all(asked);
}

async function time(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  await answer.arrayBuffer();
  return performance.now() - began;
}

async function memory(): Promise<number> {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 200; n++) {
    if (await isSo().catch(() => false)) return;
    await pause(50);
  }
  throw new Error('It did not come about');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
