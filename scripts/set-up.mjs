// From a clean clone to something that can run: a fit Node, the packages, the Prisma client, the web build. What is
// there already and up to date is left alone, so that the second time takes no time.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { CommandFailed, dataFolder, root, run, step } from './job.mjs';
import { isFitNode, nodePackage } from './node-version.mjs';
import { CommandProblem, commonProblem, networkProblem } from './problem.mjs';
import { unlessDone } from './stamp.mjs';

const pnpmVersion = '12.21.0';

/** Impatient enough to say within half a minute that there is no network, patient enough for a hiccup. */
const networkPatience = { 'fetch-retries': 2, 'fetch-retry-mintimeout': 1000, 'fetch-retry-maxtimeout': 5000 };

/**
 * Prepares everything but the web build. Returns the Node to run with and an environment in which it is `node`.
 *
 * @param {import('./job.mjs').Job} job
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>}
 */
export async function setUp(job) {
  mkdirSync(dataFolder, { recursive: true });
  const node = await fitNode(job);
  const env = environmentOf(node);
  await installPackages(job, node, env);
  await generateClient(job, node, env);
  return { node, env };
}

/**
 * Builds the web application into apps/web/dist, unless it is there and nothing changed.
 *
 * @param {import('./job.mjs').Job} job
 * @param {{ node: string, env: NodeJS.ProcessEnv }} tools
 */
export async function buildWeb(job, { node, env }) {
  const web = path.join(root, 'apps/web');
  await unlessDone(
    {
      file: stampFile('web'),
      inputs: [web, inRoot('packages/shared'), inRoot('pnpm-lock.yaml'), inRoot('tsconfig.base.json')],
      outputs: [path.join(web, 'dist/index.html')],
    },
    () =>
      attempt(job, 'Building the screens', 'The screens could not be built', () =>
        run(job, node, [path.join(web, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: web, env }),
      ),
  );
}

/** @param {import('./job.mjs').Job} job */
async function fitNode(job) {
  if (isFitNode(process.version)) return process.execPath;
  const wanted = nodePackage(process.platform, process.arch);
  const installIt = `Node ${process.version} is too old: install Node 24 from https://nodejs.org, then try again.`;
  if (!wanted) throw new CommandProblem('node-too-old', installIt);
  const folder = path.join(dataFolder, 'node');
  const node = path.join(folder, 'node_modules', wanted.name, wanted.binary);
  await unlessDone(
    { file: stampFile('node'), inputs: [], outputs: [node], also: `${wanted.name}@${wanted.version}` },
    () =>
      attempt(
        job,
        `Fetching Node ${wanted.version} (this one is ${process.version})`,
        'Node could not be fetched',
        async () => {
          await npmInstall(job, folder, `${wanted.name}@${wanted.version}`);
          // an Alpine or an old system gets a Node that does not start there
          await run(job, node, ['--version']).catch((error) => {
            if (!(error instanceof CommandFailed) && !error.code) throw error;
            throw commonProblem('', root) ?? new CommandProblem('node-too-old', installIt, String(error));
          });
        },
      ),
  );
  return node;
}

/**
 * @param {import('./job.mjs').Job} job
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function installPackages(job, node, env) {
  const stamp = {
    file: path.join(root, 'node_modules/.set-up-stamp'),
    inputs: [
      ...['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'e2e/package.json'],
      ...['apps/api/package.json', 'apps/web/package.json', 'packages/shared/package.json'],
    ].map(inRoot),
    outputs: [inRoot('node_modules'), inRoot('apps/api/node_modules'), inRoot('apps/web/node_modules')],
    also: `${process.platform}-${process.arch}`,
  };
  await unlessDone(stamp, async () => {
    const pnpm = await fitPnpm(job, node);
    const patience = Object.entries(networkPatience).map(([name, value]) => `--config.${name}=${value}`);
    await attempt(job, 'Installing the packages', 'The packages could not be installed', () =>
      // CI: no questions, for nobody may be there to answer
      run(job, pnpm.command, [...pnpm.args, 'install', '--frozen-lockfile', ...patience], {
        env: { ...env, CI: 'true' },
      }),
    );
  });
}

/**
 * The pnpm of the machine where it is one of the right generation, else one of our own.
 *
 * @param {import('./job.mjs').Job} job
 * @param {string} node
 * @returns {Promise<{ command: string, args: string[] }>}
 */
async function fitPnpm(job, node) {
  if (process.platform !== 'win32') {
    const version = await run(job, 'pnpm', ['--version'], {
      env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
    }).catch(() => '');
    if (version.trim().startsWith(`${pnpmVersion.split('.')[0]}.`)) return { command: 'pnpm', args: [] };
  }
  const folder = path.join(dataFolder, 'pnpm');
  const script = path.join(folder, 'node_modules/pnpm/bin/pnpm.mjs');
  await unlessDone({ file: stampFile('pnpm'), inputs: [], outputs: [script], also: pnpmVersion }, () =>
    attempt(job, `Fetching pnpm ${pnpmVersion}`, 'pnpm could not be fetched', () =>
      npmInstall(job, folder, `pnpm@${pnpmVersion}`),
    ),
  );
  return { command: node, args: [script] };
}

/**
 * @param {import('./job.mjs').Job} job
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
async function generateClient(job, node, env) {
  const stamp = {
    file: stampFile('prisma'),
    inputs: ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts', 'pnpm-lock.yaml'].map(inRoot),
    outputs: [inRoot('apps/api/src/generated/prisma/client.ts')],
  };
  await unlessDone(stamp, () =>
    attempt(job, 'Generating the database client', 'The database client could not be generated', () =>
      run(job, node, [inRoot('node_modules/prisma/build/index.js'), 'generate'], { env }),
    ),
  );
}

/**
 * @param {import('./job.mjs').Job} job
 * @param {string} folder
 * @param {string} wanted `name@version`
 */
async function npmInstall(job, folder, wanted) {
  mkdirSync(folder, { recursive: true });
  const patience = Object.entries(networkPatience).map(([name, value]) => `--${name}=${value}`);
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', ...patience, wanted];
  // npm tells the programs it starts where it is itself; under another package manager it is looked for
  const npm = process.env.npm_execpath;
  if (npm && path.basename(npm) === 'npm-cli.js' && existsSync(npm)) return run(job, process.execPath, [npm, ...args]);
  return run(job, process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/**
 * A step whose failure is told in one sentence.
 *
 * @template T
 * @param {import('./job.mjs').Job} job
 * @param {string} title
 * @param {string} failure
 * @param {() => Promise<T>} work
 */
async function attempt(job, title, failure, work) {
  try {
    return await step(job, title, work);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    throw (
      commonProblem(error.output, root) ??
      networkProblem(error.output) ??
      new CommandProblem('set-up', `${failure}: the reason stands at the end of ${job.logFile}.`, error.output)
    );
  }
}

/**
 * The environment of a child: this Node is its `node`.
 *
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
function environmentOf(node) {
  const { NODE_ENV: _, ...env } = process.env;
  const pathKey = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [pathKey]: [path.dirname(node), env[pathKey]].join(path.delimiter) };
}

/** @param {string} name */
function stampFile(name) {
  return path.join(dataFolder, 'stamps', name);
}

/** @param {string} file */
function inRoot(file) {
  return path.join(root, file);
}
