import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

/** What of the commands needs a PostgreSQL. */
const scriptsOnDatabase = 'scripts/database.test.ts';

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'rules',
          include: ['packages/shared/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [scriptsOnDatabase],
          // Functions that keep nothing: there is nothing to keep apart.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts', scriptsOnDatabase],
          globalSetup: 'apps/api/src/test/template-database.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each waits for PostgreSQL half of its time: three keep two cores busy.
          maxWorkers: 3,
          // Each file makes its app and its database, and no module keeps anything of either.
          isolate: false,
        },
      },
      // Those that need a page say so in their first line: making one takes longer than most tests.
      { test: { name: 'web', include: ['apps/web/src/**/*.test.{ts,tsx}'], testTimeout: 60_000 } },
    ],
  },
});
