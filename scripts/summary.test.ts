import { expect, it } from 'vitest';
import {
  closingLine,
  failureLines,
  failuresIn,
  type PartResult,
  playwrightCounts,
  problemOf,
  summaryLines,
  vitestCounts,
} from './summary.ts';

const counts = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped });

it('counts the tests of both runners', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, success: false };
  expect(vitestCounts(vitest)).toEqual(counts(5, 1, 3));
  expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual(counts(4, 2));
  expect([vitestCounts(undefined), vitestCounts({}), playwrightCounts({ stats: {} })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('accepts a part only if it ran, ran a test, and skipped and failed none', () => {
  expect(problemOf(0, counts(3))).toBeUndefined();
  expect(problemOf(0)).toBeUndefined();
  expect(problemOf(1)).toBe('failed');
  expect(problemOf(0, 'no report')).toBe('could not run');
  expect(problemOf(0, counts(0))).toBe('ran no test');
  expect(problemOf(0, counts(3, 0, 1))).toBe('1 skipped');
  expect(problemOf(1, counts(3, 2))).toBe('2 failed');
  expect(problemOf(1, counts(3))).toBe('failed (exit code 1)');
});

it('adds up all parts, and never reports zero failures when a part failed', () => {
  const results: PartResult[] = [
    { name: 'types', seconds: 1 },
    { name: 'rules', seconds: 2, counts: counts(40) },
    { name: 'api', seconds: 10, counts: counts(30, 2), problem: '2 failed' },
    { name: 'e2e', seconds: 0, problem: 'could not run' },
  ];
  expect(closingLine(results)).toBe('70 passed, 3 failed');
  expect(closingLine(results.slice(0, 2))).toBe('40 passed, 0 failed');
  expect(summaryLines(results)[2]).toBe('✗ api    10.0 s  30 passed  2 failed');
});

it('names the tests of both runners that failed, each in one line with the beginning of its reason', () => {
  const vitest = {
    testResults: [
      {
        name: '/somewhere/hours.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'is whole' },
          {
            status: 'failed',
            fullName: 'hours are whole',
            failureMessages: ['\u001b[31mAssertionError\u001b[39m: 1\n  is 2'],
          },
        ],
      },
      { name: '/somewhere/broken.test.ts', status: 'failed', assertionResults: [], message: 'Cannot find it' },
    ],
  };
  const playwright = {
    suites: [
      {
        title: 'week.spec.ts',
        specs: [{ title: 'is sent', ok: true, tests: [] }],
        suites: [
          {
            title: 'On a phone',
            specs: [{ title: 'is typed', ok: false, tests: [{ results: [{}, { error: { message: 'Timed out' } }] }] }],
          },
        ],
      },
    ],
  };
  expect(failuresIn(vitest)).toEqual([
    'hours.test.ts › hours are whole: AssertionError: 1 is 2',
    'broken.test.ts: Cannot find it',
  ]);
  expect(failuresIn(playwright)).toEqual(['week.spec.ts › On a phone › is typed: Timed out']);
  expect(failuresIn(undefined)).toEqual([]);
  expect(
    failureLines([
      { name: 'api', seconds: 1, failures: ['a'] },
      { name: 'web', seconds: 1 },
    ]),
  ).toEqual(['✗ api: a']);
});
