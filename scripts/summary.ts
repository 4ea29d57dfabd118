import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How the tests of one part ended. */
export type Counts = { passed: number; failed: number; skipped: number };

/** One part of `npm test`: its name, how long it took, its tests (if it has any), and what is wrong with it. */
export type PartResult = { name: string; seconds: number; counts?: Counts; problem?: string; failures?: string[] };

/**
 * The counts in a report of Vitest's `json` reporter. Undefined for anything else.
 */
export function vitestCounts(report: unknown): Counts | undefined {
  return countsFrom(report, {
    passed: ['numPassedTests'],
    failed: ['numFailedTests'],
    skipped: ['numPendingTests', 'numTodoTests'],
  });
}

/**
 * The counts in a report of Playwright's `json` reporter. Undefined for anything else. A test that passed only on a
 * second try has failed.
 */
export function playwrightCounts(report: unknown): Counts | undefined {
  return countsFrom(asRecord(report)?.stats, {
    passed: ['expected'],
    failed: ['unexpected', 'flaky'],
    skipped: ['skipped'],
  });
}

/** The tests that failed in a report of either runner, each with the beginning of its reason. Empty for anything else. */
export function failuresIn(report: unknown): string[] {
  return [...vitestFailures(report), ...listOf(report, 'suites').flatMap((suite) => playwrightFailures(suite, []))];
}

const vitestFailures = (report: unknown): string[] =>
  listOf(report, 'testResults').flatMap((file) => {
    const failed = listOf(file, 'assertionResults').filter(({ status }) => status === 'failed');
    const told = failed.map((test) => lineOf([nameOfFile(file.name), test.fullName], listed(test.failureMessages)[0]));
    return told.length === 0 && file.status === 'failed' ? [lineOf([nameOfFile(file.name)], file.message)] : told;
  });

function playwrightFailures(suite: Record<string, unknown>, above: unknown[]): string[] {
  const names = [...above, suite.title];
  const specs = listOf(suite, 'specs').filter(({ ok }) => ok === false);
  return [
    ...specs.map((spec) => {
      const results = listOf(spec, 'tests').flatMap((test) => listOf(test, 'results'));
      const error = asRecord(results.find(({ error }) => error)?.error);
      return lineOf([...names, spec.title], error?.message);
    }),
    ...listOf(suite, 'suites').flatMap((inner) => playwrightFailures(inner, names)),
  ];
}

const MOST_LETTERS = 400;
const lineOf = (names: unknown[], reason: unknown): string =>
  `${names.join(' › ')}: ${stripVTControlCharacters(String(reason ?? 'no reason given'))
    .replaceAll(/\s+/g, ' ')
    .slice(0, MOST_LETTERS)}`;
const nameOfFile = (name: unknown): string => path.basename(String(name));
const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const listOf = (value: unknown, field: string): Record<string, unknown>[] =>
  listed(asRecord(value)?.[field]).flatMap<Record<string, unknown>>((one) => asRecord(one) ?? []);

/**
 * What is wrong with a part that ran, undefined if nothing is. A part of tests has to have run at least one, and none
 * of them may be skipped.
 */
export function problemOf(exitCode: number, counts?: Counts | 'no report'): string | undefined {
  if (counts === 'no report') return 'could not run';
  if (counts === undefined) return exitCode === 0 ? undefined : 'failed';
  if (counts.failed > 0) return `${counts.failed} failed`;
  if (exitCode !== 0) return `failed (exit code ${exitCode})`;
  if (counts.skipped > 0) return `${counts.skipped} skipped`;
  if (counts.passed === 0) return 'ran no test';
  return undefined;
}

/** The table at the end, a line per part. */
export function summaryLines(results: PartResult[]): string[] {
  const rows = results.map(({ name, seconds, counts, problem }) => [
    problem ? '✗' : '✓',
    name,
    `${seconds.toFixed(1)} s`,
    counts ? `${counts.passed} passed` : '',
    problem ?? 'ok',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => {
    const [mark = '', name = '', seconds = '', passed = '', outcome = ''] = row;
    const [, nameWidth = 0, secondsWidth = 0, passedWidth = 0] = widths;
    return `${mark} ${name.padEnd(nameWidth)}  ${seconds.padStart(secondsWidth)}  ${passed.padStart(passedWidth)}  ${outcome}`;
  });
}

/** The tests that failed, a line for each, so that the end of a long output says which. */
export const failureLines = (results: PartResult[]): string[] =>
  results.flatMap(({ name, failures = [] }) => failures.map((failure) => `✗ ${name}: ${failure}`));

/**
 * The very last line: all tests of all parts. A part that failed without a failing test (types, a crash, a skipped
 * test) counts as one failure, so that the line never reads well when the command failed.
 */
export function closingLine(results: PartResult[]): string {
  const passed = sum(results.map(({ counts }) => counts?.passed ?? 0));
  const failed = sum(results.map(({ counts, problem }) => counts?.failed || (problem ? 1 : 0)));
  return `${passed} passed, ${failed} failed`;
}

function countsFrom(source: unknown, fields: Record<keyof Counts, string[]>): Counts | undefined {
  const record = asRecord(source);
  const total = (names: string[]) => sum(names.map((name) => Number(record?.[name] ?? Number.NaN)));
  const counts = { passed: total(fields.passed), failed: total(fields.failed), skipped: total(fields.skipped) };
  return Object.values(counts).every(Number.isInteger) ? counts : undefined;
}

function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
