// node scripts/memory.ts <port> <process id of the server> <name of its database>: 20,000 varied requests of lists by three people of the
// demo, and what memory Node and PostgreSQL hold meanwhile (Linux). It has to stay flat.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [port, server, database] = process.argv.slice(2);
const origin = `http://127.0.0.1:${port}`;
const REQUESTS = 20_000;
const words = ['jan', 'de', 'vries', 'an', 'bakker', 'magazijn', 'UB-2026', '1', 'ö', 'lo', 'er', 'st'];
const phases = ['to-fill', 'to-approve', 'to-finalise', 'done'];
const sorts = ['period', 'employee', 'hours', 'organisation'].flatMap((sort) => [sort, `-${sort}`]);
const office = ['employees', 'organisations', 'placements', 'supervisors'].map((name) => `/api/office/${name}`);

const cookies = await Promise.all(['staff', 'supervisor', 'employee'].map(logIn));
const answers = new Map<number, number>();
let asked = 0;
tell();
await Promise.all(Array.from({ length: 6 }, askOn));
console.log([...answers].map(([status, count]) => `${count} × ${status}`).join(', '));

async function askOn(): Promise<void> {
  while (asked < REQUESTS) {
    const n = asked++;
    const response = await fetch(`${origin}${address(n % 3 === 0)}`, { headers: { cookie: cookies[n % 3] ?? '' } });
    await response.arrayBuffer();
    answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
    if ((n + 1) % 4_000 === 0) tell();
  }
}

function address(isOffice: boolean): string {
  const list = isOffice ? pick([...office, '/api/mails', '/api/worksheets', '/api/placements']) : '/api/worksheets';
  const query = new URLSearchParams({ limit: pick(['10', '20', '50']) });
  const choose = (name: string, value: string) => {
    if (Math.random() < 0.4) query.set(name, value);
  };
  choose('q', Array.from({ length: 1 + Math.floor(Math.random() * 5) }, () => pick(words)).join(' '));
  if (list === '/api/worksheets') {
    choose('phase', pick(phases));
    choose('sort', pick(sorts));
    choose('year', '2026');
    choose('period', String(1 + Math.floor(Math.random() * 48)));
  }
  return `${list}?${query}`;
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(Math.random() * from.length)] as T; // never empty
}

async function logIn(who: string): Promise<string> {
  const response = await fetch(`${origin}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: `${who}@konnekt.example`, password: 'konnekt-demo' }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Of PostgreSQL what each process holds for itself alone: its buffers are shared. */
function tell(): void {
  const node = kilobytes(`/proc/${server}/status`, 'VmRSS');
  const pids = execFileSync('pgrep', ['-f', `postgres: .*${database}`], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const postgres = pids.reduce((sum, pid) => sum + kilobytes(`/proc/${pid}/smaps_rollup`, 'Private_Dirty'), 0);
  const megabytes = (size: number) => `${Math.round(size / 1024)} MB`;
  console.log(`${asked}: Node ${megabytes(node)}, PostgreSQL ${megabytes(postgres)} in ${pids.length} processes`);
}

function kilobytes(file: string, name: string): number {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // it ended
  }
}
