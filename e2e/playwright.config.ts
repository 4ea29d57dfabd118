import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, defineConfig } from '@playwright/test';

// Playwright's own browser where it was installed, else the one that CHROMIUM_PATH names.
const executablePath = existsSync(chromium.executablePath())
  ? undefined
  : (process.env.CHROMIUM_PATH ?? '/usr/bin/chromium');
const isRoot = process.getuid?.() === 0;
// Below the numbers that systems give to outgoing connections, of which one could have it.
const port = Number(process.env.E2E_PORT ?? 14_871);
const root = path.resolve(import.meta.dirname, '..');
// Inherited by every server of these tests: files lie by database in it.
process.env.FILES_URL ??= pathToFileURL(path.join(tmpdir(), 'konnekt-e2e')).href;

/** The whole product, built, on a migrated database filled with the demo. */
export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  reporter: [['list']],
  timeout: 180_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 2,
  retries: 0,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Its pictures of every moment cost a third of the time; what the page held at each step is in it without them.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    // What fades in is looked at when it is there.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node prisma/seed.ts && node apps/api/src/server.ts',
    cwd: root,
    url: `http://localhost:${port}/api/health`,
    reuseExistingServer: false,
    timeout: 120_000,
    env: {
      NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      DATABASE_URL: process.env.TEST_DATABASE_URL ?? '',
      JWT_SECRET: 'end-to-end-secret-of-32-characters-or-more',
      KONNEKT_DEMO: '1',
      PORT: String(port),
      HOST: 'localhost',
      WEB_DIR: path.join(root, 'apps/web/dist'),
      LOG_LEVEL: 'error',
    },
  },
});
