import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CommandFailed, type Job, root, run, step } from './job.mjs';
import { CommandProblem } from './problem.mjs';

/**
 * The Chromium for the end-to-end tests: the one of `CHROMIUM_PATH`, else Playwright's own (then undefined, Playwright
 * finds it), else the system's; as root on Debian one is installed where there is none. Otherwise a `CommandProblem`.
 */
export async function findBrowser(job: Job): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (hasOwnBrowser()) return undefined;
  const present = systemBrowser();
  if (present) return present;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await installBrowser(job);
  const installed = systemBrowser();
  if (installed) return installed;
  throw new CommandProblem(
    'no-browser',
    'There is no Chromium for the end-to-end tests: install one with `npx playwright install --with-deps chromium`, or give its path in CHROMIUM_PATH.',
  );
}

/** Chromium without windows, as Playwright's own is: the same pages for two thirds of the work. */
const withoutWindows = 'chromium-headless-shell';

const systemBrowsers = [
  `/usr/bin/${withoutWindows}`,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function systemBrowser(): string | undefined {
  return systemBrowsers.find((file) => existsSync(file));
}

function hasOwnBrowser(): boolean {
  const playwright = createRequire(path.join(root, 'e2e/package.json')).resolve('@playwright/test');
  const { chromium }: { chromium: { executablePath: () => string } } = createRequire(playwright)(playwright);
  return existsSync(chromium.executablePath());
}

async function installBrowser(job: Job): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(job, 'Installing Chromium', async () => {
    try {
      await run(job, 'apt-get', ['update'], { env });
      const isOffered = await run(job, 'apt-cache', ['show', withoutWindows], { env }).then(
        () => true,
        () => false,
      );
      // the fonts are only recommended by Debian, but pages look and measure otherwise without
      const packages = [isOffered ? withoutWindows : 'chromium', 'fonts-liberation'];
      await run(job, 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      throw new CommandProblem(
        'no-browser',
        `Chromium could not be installed: the reason stands at the end of ${job.logFile}.`,
        error.output,
      );
    }
  });
}
