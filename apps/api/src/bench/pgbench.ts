import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Scenario } from './scenarios.ts';
import { type Measured, measure } from './statistics.ts';

const run = promisify(execFile);

/** Runs the bare SQL of a task by pgbench (prepared statements): each transaction takes the next batch. */
export async function pgbench(
  url: string,
  scenario: Scenario,
  clients: number,
  transactions: number,
  person: string,
): Promise<Measured> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'konnekt-bench-'));
  try {
    const script = path.join(folder, 'script.sql');
    await writeFile(script, scriptOf(scenario, person));
    const each = String(Math.ceil(transactions / clients));
    const { stdout } = await run(
      'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(clients),
        '-j',
        '1',
        '-t',
        each,
        '-f',
        script,
        '-l',
        '--log-prefix',
        path.join(folder, 'log'),
        url,
      ],
      { maxBuffer: 1 << 26 },
    );
    const logs = (await readdir(folder)).filter((name) => name.startsWith('log'));
    const lines = (await Promise.all(logs.map((name) => readFile(path.join(folder, name), 'utf8'))))
      .join('')
      .trim()
      .split('\n');
    const milliseconds = lines.map((line) => Number(line.split(' ')[2]) / 1000);
    const measured = measure(milliseconds, 1);
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    return { ...measured, perSecond };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Parameters become sub-queries on the table of batches, since pgbench has no arrays. */
function scriptOf(scenario: Scenario, person: string): string {
  const column = (name: string) => `(SELECT ${name} FROM bench_batch WHERE scenario = '${scenario.name}' AND n = :n)`;
  const statements = scenario.sql.map((text) =>
    text
      .replaceAll('$1', column('ids'))
      .replaceAll('$2', column('versions'))
      .replaceAll('$3', `'${person}'`)
      .replace(/\s+/g, ' '),
  );
  return `SELECT nextval('bench_next') AS n \\gset\n${statements.map((text) => `${text};`).join('\n')}\n`;
}
