// The second half of npm test: runs the parts one after the other, all of them whatever becomes of one, and adds up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '../apps/api/src/migrate.ts';
import { findBrowser } from './browser.ts';
import { throwAwayDatabase } from './database.ts';
import { CommandFailed, dataFolder, type Job, root, run, runJob, step, tellProblem } from './job.mjs';
import { CommandProblem } from './problem.mjs';
import { buildWeb } from './set-up.mjs';
import {
  type Counts,
  closingLine,
  failureLines,
  failuresIn,
  type PartResult,
  playwrightCounts,
  problemOf,
  summaryLines,
  vitestCounts,
} from './summary.ts';

async function runTests(job: Job): Promise<number> {
  const parts = chosenParts(process.argv.slice(2));
  mkdirSync(reports, { recursive: true });
  const database = await testDatabase(job, parts);
  const results: PartResult[] = [];
  try {
    for (const part of parts) results.push(await runPart(job, part, database.env));
  } finally {
    await database.release();
  }
  const lines = [...summaryLines(results), '', ...failureLines(results), closingLine(results)];
  console.log(`\n${lines.join('\n')}`);
  return results.some(({ problem }) => problem) ? 1 : 0;
}

type Part = {
  name: string;
  usesDatabase?: boolean;
  /** Runs it, shows what it does, and returns its exit code. */
  run: (job: Job, env: NodeJS.ProcessEnv) => Promise<number>;
  /** Counts the tests of its report, where it has tests. */
  counts?: (report: unknown) => Counts | undefined;
};

const reports = path.join(dataFolder, 'test');

const allParts: Part[] = [
  { name: 'types', run: (job, env) => tool(job, env, ['node_modules/typescript/bin/tsc', '-b', '--pretty']) },
  { name: 'lint', run: lint },
  vitestPart('rules'),
  vitestPart('web'),
  { ...vitestPart('api'), usesDatabase: true },
  { name: 'build', run: build },
  {
    name: 'e2e',
    usesDatabase: true,
    counts: playwrightCounts,
    run: async (job, env) => {
      const browser = await findBrowser(job);
      return tool(
        job,
        { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e'), ...(browser && { CHROMIUM_PATH: browser }) },
        // biome-ignore format: one option a line says less than the command as it would be typed
        ['e2e/node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json', '--forbid-only'],
      );
    },
  },
];

function vitestPart(name: string): Part {
  return {
    name,
    counts: vitestCounts,
    run: (job, env) =>
      tool(job, env, [
        ...['node_modules/vitest/vitest.mjs', 'run', '--project', name, '--allowOnly=false'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(name)}`],
      ]),
  };
}

/** All, or the named ones; the end-to-end tests need the screens built. */
function chosenParts(names: string[]): Part[] {
  const unknown = names.find((name) => !allParts.some((part) => part.name === name));
  if (unknown) {
    throw new CommandProblem(
      'unknown-part',
      `There is no part "${unknown}": choose from ${allParts.map(({ name }) => name).join(', ')}.`,
    );
  }
  const wanted = new Set(names.includes('e2e') ? [...names, 'build'] : names);
  return names.length === 0 ? allParts : allParts.filter(({ name }) => wanted.has(name));
}

/** `TEST_DATABASE_URL` as it is given, else a server for this run alone. Never the database of `DATABASE_URL`. */
async function testDatabase(job: Job, parts: Part[]) {
  const { DATABASE_URL: _, ...env } = process.env;
  if (env.TEST_DATABASE_URL || !parts.some(({ usesDatabase }) => usesDatabase)) return { env, release: async () => {} };
  return step(job, 'Starting a database for the tests', async () => {
    const database = await throwAwayDatabase(job, path.join(dataFolder, 'test/pg'));
    const url = database.url('konnekt_test');
    try {
      await migrate(url, path.join(root, 'prisma/migrations'));
    } catch (error) {
      await database.release();
      throw error;
    }
    return { env: { ...env, TEST_DATABASE_URL: url }, release: database.release };
  });
}

async function runPart(job: Job, part: Part, env: NodeJS.ProcessEnv): Promise<PartResult> {
  console.log(`\n── ${part.name} ${'─'.repeat(60 - part.name.length)}`);
  rmSync(reportOf(part.name), { force: true });
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  try {
    const exitCode = await part.run(job, env);
    if (!part.counts) return { name: part.name, seconds: seconds(), ...withProblem(problemOf(exitCode)) };
    const report = readReport(part.name);
    const counts = part.counts(report);
    const problem = withProblem(problemOf(exitCode, counts ?? 'no report'));
    return { name: part.name, seconds: seconds(), ...(counts && { counts }), ...problem, failures: failuresIn(report) };
  } catch (error) {
    if (job.signal.aborted) throw error;
    tellProblem(error, job);
    return { name: part.name, seconds: seconds(), problem: 'could not run' };
  }
}

async function tool(job: Job, env: NodeJS.ProcessEnv, [script = '', ...args]: string[]): Promise<number> {
  try {
    await run(job, process.execPath, [path.join(root, script), ...args], { env, show: true });
    return 0;
  } catch (error) {
    if (error instanceof CommandFailed) return error.exitCode ?? 1;
    throw error;
  }
}

/** Form and faults, who imports whom, and what nobody does; each is told, whatever the one before found. */
async function lint(job: Job, env: NodeJS.ProcessEnv): Promise<number> {
  const tools = [
    ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
    ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'apps', 'packages', 'e2e', 'scripts', 'prisma'],
    ['node_modules/knip/bin/knip.js'],
  ];
  const codes: number[] = [];
  for (const command of tools) codes.push(await tool(job, env, command));
  return Math.max(...codes);
}

async function build(job: Job, env: NodeJS.ProcessEnv): Promise<number> {
  await buildWeb(job, { node: process.execPath, env });
  // no schema went along, and every style finds its colours
  return tool(job, env, ['apps/web/scripts/check-build.ts']);
}

function reportOf(name: string): string {
  return path.join(reports, `${name}.json`);
}

function readReport(name: string): unknown {
  try {
    return JSON.parse(readFileSync(reportOf(name), 'utf8'));
  } catch {
    return undefined;
  }
}

function withProblem(problem: string | undefined) {
  return problem === undefined ? {} : { problem };
}

await runJob({ log: 'test.log', append: true }, runTests);
