// What the commands of this folder share: a log, lines of progress, child processes that never outlive them, and one
// way to end. Plain JavaScript without dependencies, for it runs before anything is installed.
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandProblem, commonProblem, Stopped } from './problem.mjs';

/** The checkout. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Everything that is made on this machine and can be made again, and the embedded database. */
export const dataFolder = path.join(root, '.data');

/**
 * @typedef {object} Job
 * @property {AbortSignal} signal tells that the command has to end
 * @property {(text: string) => void} log writes into the command's log; never fails
 * @property {string} logFile
 */

/**
 * Runs a command and sets the exit code: 0 done (or what `work` returns), 1 with one sentence on a problem, 130 when it
 * was stopped.
 *
 * @param {{ log: string, append?: boolean }} options name of the log inside `.data`
 * @param {(job: Job) => Promise<number | void>} work
 */
export async function runJob(options, work) {
  const logFile = path.join(dataFolder, options.log);
  const log = openLog(logFile, options.append ?? false);
  /** @type {Job} */
  const job = { signal: stopSignal(), log, logFile };
  try {
    process.exitCode = (await work(job)) ?? 0;
  } catch (error) {
    process.exitCode = job.signal.aborted ? 130 : 1;
    if (!job.signal.aborted) tellProblem(error, job);
  }
}

/**
 * Prints a problem as one sentence and puts the rest in the log.
 *
 * @param {unknown} error
 * @param {Job} job
 */
export function tellProblem(error, job) {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const known = error instanceof CommandProblem ? error : commonProblem(stack, root);
  job.log(`${stack}\n${known?.details ?? ''}\n`);
  const shortened = error instanceof Error ? error.message.split('\n')[0] : String(error);
  console.error(`\n${known?.message ?? `Something unexpected happened (${shortened}): see ${job.logFile}.`}`);
}

/**
 * Shows a line with the seconds while the work goes on, and how long it took in the end.
 *
 * @template T
 * @param {Job} job
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(job, title, work) {
  if (job.signal.aborted) throw new Stopped();
  job.log(`\n--- ${title}\n`);
  const live = process.stdout.isTTY;
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  const show = () => process.stdout.write(live ? `\r\x1b[K  ${title} … ${seconds()}` : `  ${title} … ${seconds()}\n`);
  const end = (/** @type {string} */ mark) =>
    process.stdout.write(`${live ? '\r\x1b[K' : ''}${mark} ${title} (${seconds()})\n`);
  if (live) show();
  else process.stdout.write(`  ${title} …\n`);
  // in a log file a line every ten seconds shows that it is alive
  const timer = setInterval(show, live ? 1000 : 10_000);
  try {
    const result = await work();
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** A child process ended with another code than 0. */
export class CommandFailed extends Error {
  /**
   * @param {string} command
   * @param {number | null} exitCode
   * @param {string} output the last of what it printed
   */
  constructor(command, exitCode, output) {
    super(`${command} ended with ${exitCode ?? 'a signal'}`);
    this.exitCode = exitCode;
    this.output = output;
  }
}

/**
 * Runs a program to its end and returns what it printed (the last 100 kB). When the job is stopped, the program and
 * all that it started are ended first.
 *
 * @param {Job} job
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, uid?: number, gid?: number, untilItEnds?: boolean }} [options]
 *   `show` prints what it prints instead of logging it; `untilItEnds` does not end it when the job is stopped
 * @returns {Promise<string>}
 */
export async function run(job, command, args, options = {}) {
  const { show, untilItEnds, ...rest } = options;
  if (job.signal.aborted && !untilItEnds) throw new Stopped();
  job.log(`$ ${[command, ...args].join(' ')}\n`);
  const child = startProcess(command, args, { cwd: root, ...rest, stdio: show ? 'inherit' : 'pipe' });
  let output = '';
  for (const stream of [child.process.stdout, child.process.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output = (output + text).slice(-100_000);
      job.log(text);
    });
  }
  const stop = () => void child.stop();
  if (!untilItEnds) job.signal.addEventListener('abort', stop, { once: true });
  try {
    const exitCode = await child.ended;
    if (job.signal.aborted && !untilItEnds) throw new Stopped();
    if (exitCode !== 0) throw new CommandFailed(path.basename(command), exitCode, output);
    return output;
  } finally {
    job.signal.removeEventListener('abort', stop);
    // whatever the program left behind in its group
    if (job.signal.aborted && !untilItEnds) await child.stop();
  }
}

/**
 * Runs the second half of a command, a TypeScript program under the fit Node, to its end, and returns its exit code. It
 * shows and tells everything itself; when this process is stopped it is asked to stop, and given the time it needs.
 *
 * @param {Job} job
 * @param {{ node: string, env: NodeJS.ProcessEnv }} tools
 * @param {string} script in this folder
 * @param {string[]} [args]
 */
export async function handOver(job, { node, env }, script, args = []) {
  const second = startProcess(
    node,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'scripts', script), ...args],
    {
      cwd: root,
      env,
      // over the channel it notices when this process is gone
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const stop = () => second.process.kill('SIGTERM');
  job.signal.addEventListener('abort', stop);
  if (job.signal.aborted) stop();
  const exitCode = await second.ended;
  if (exitCode === null) {
    await second.stop();
    throw new CommandProblem('killed', 'Konnekt was ended by force, perhaps for want of memory: try again.');
  }
  return exitCode;
}

/**
 * Starts a program in a process group of its own: Ctrl-C in the terminal does not reach it, `stop` ends it with all
 * its children, first kindly, after `patience` milliseconds for good. With `withParent` it shares the group of this
 * process, and is ended with it when that is how this process ends.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, uid?: number, gid?: number, patience?: number, withParent?: boolean }} options
 */
export function startProcess(command, args, options) {
  const { patience = 5000, stdio = 'pipe', withParent = false, ...rest } = options;
  const ownGroup = process.platform !== 'win32' && !withParent;
  const child = spawn(command, args, {
    ...rest,
    stdio: stdio === 'pipe' || stdio === 'inherit' ? ['ignore', stdio, stdio] : stdio,
    detached: ownGroup,
    windowsHide: true,
  });
  /** @type {Promise<void>} */
  const exited = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  ended.catch(() => {}); // who waits for it gets the error; nobody has to wait
  const signalGroup = (/** @type {NodeJS.Signals} */ name) => {
    if (child.pid === undefined) return;
    try {
      if (ownGroup) process.kill(-child.pid, name);
      else child.kill(name);
    } catch {
      // gone already
    }
  };
  const stop = async () => {
    signalGroup('SIGTERM');
    const timer = setTimeout(() => signalGroup('SIGKILL'), patience);
    await exited;
    clearTimeout(timer);
    signalGroup('SIGKILL');
  };
  return { process: child, ended, stop };
}

/**
 * Aborted by Ctrl-C, by a request to end, and when the process that started this one is gone: npm passes a request to
 * end only to the shell between it and the script, which ends without a word.
 */
function stopSignal() {
  const controller = new AbortController();
  const stop = () => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
  process.on('disconnect', stop);
  process.channel?.unref();
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref();
  return controller.signal;
}

/**
 * @param {string} file
 * @param {boolean} append
 * @returns {(text: string) => void}
 */
function openLog(file, append) {
  /** @type {number | undefined} */
  let descriptor;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    descriptor = openSync(file, append ? 'a' : 'w', 0o600);
    process.once('exit', () => descriptor !== undefined && closeSync(descriptor));
  } catch {
    // no log is no reason to stop: the step that needs the disk will say what is wrong with it
  }
  return (text) => {
    if (descriptor === undefined) return;
    try {
      writeSync(descriptor, text);
    } catch {
      // a full disk: the same
    }
  };
}
