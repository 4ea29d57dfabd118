import type { WorkName } from '@konnekt/shared/background/background.words';
import { PgBoss, type Queue } from 'pg-boss';
import type { Background } from './background.ts';
import type { Db, Transaction } from './database.ts';
import type { Log } from './log.ts';

/**
 * Work that outlives the request, and the process: a job is stored with what causes it, done by any process, and by one at a time. Jobs
 * start with the server, or where none was started at the first job that is sent.
 */
export interface Jobs {
  /** Says what is done, and when; once for each name, before the start. */
  add<Told extends object>(kind: JobKind<Told>): Job<Told>;
  /** Takes up the jobs that are there, from here on. */
  start(): Promise<void>;
  /** Takes up no more, and waits for what is under way; what is not done by then is taken up by another process. */
  stop(): Promise<void>;
}

export interface Job<Told extends object> {
  /** Stores a job: it is done after the transaction, and never when that does not come about. */
  send(tx: Transaction, told: Told): Promise<void>;
  /** Has looked at once for what is to be done: for work that finds that out by itself. */
  wake(): void;
}

export interface JobKind<Told extends object> {
  name: WorkName;
  /** What it throws is told to the office, and it is tried again. */
  work(told: Told): Promise<void>;
  /** Called once, when the last try failed or its process was killed. */
  broken?(told: Told): Promise<void>;
  /** Tries after the first one. One whose process was killed is tried again as well: the work has to bear that. */
  retries?: number;
  /** Jobs of this kind that one process does at the same time. */
  atOnce?: number;
  /** By the clock of Amsterdam, as cron has it; done once later where no process was there. */
  cron?: string;
  /** Whoever looks finds all there is to do: one waits at most. */
  findsItsWork?: boolean;
}

interface Runs {
  db: Db;
  background: Background;
  log: Pick<Log, 'error'>;
  /** Tests look more often than `LOOK`. */
  look?: typeof LOOK;
}

/** A job without a sign of life for so long was broken off with its process; it is looked for as often. Seconds. */
const LIFE_SIGN = 12;
/** What a job was told goes an hour after it was done. */
const [LONGEST, KEPT] = [4 * 3600, 3600];
/** With all that is under way, less than a server waits at its stop. */
const STOP_PATIENCE_MS = 10_000;
/** Jobs are told of (NOTIFY); this often is looked for what was missed, and for retries. Seconds. */
const LOOK = { pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 10 };

/** By pg-boss, whose tables are in a schema of their own, on three connections (docs/decisions/0031-jobs-outlive-the-process.md). */
export function openJobs({ db, background, log, look = LOOK }: Runs): Jobs {
  const boss = new PgBoss({
    ...(db.pool.options.connectionString && { connectionString: db.pool.options.connectionString }),
    application_name: 'konnekt-jobs',
    max: 2,
    useListenNotify: true,
    superviseIntervalSeconds: LIFE_SIGN,
    monitorIntervalSeconds: LIFE_SIGN,
    maintenanceIntervalSeconds: KEPT,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  const kinds: JobKind<object>[] = [];
  let started: Promise<void> | undefined;
  let isStopped = false;

  async function start(): Promise<void> {
    await boss.start();
    for (const kind of kinds) await take(boss, kind, background, look);
  }
  function whenStarted(): Promise<void> {
    if (isStopped) return Promise.reject(new Error('The jobs are stopped'));
    started ??= start().catch((error: unknown) => {
      started = undefined;
      throw error;
    });
    return started;
  }

  return {
    add(kind) {
      kinds.push(kind as JobKind<object>);
      return {
        send: async (tx, told) => {
          await whenStarted();
          await boss.send(kind.name, told, { db: within(tx) });
        },
        wake: () => {
          whenStarted()
            .then(() => boss.send(kind.name))
            .catch((error: unknown) => log.error({ err: error, work: kind.name }, 'waits for the next look'));
        },
      };
    },
    start: whenStarted,
    stop: async () => {
      isStopped = true;
      await started?.catch(() => {});
      if (started) await boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS });
    },
  };
}

async function take(boss: PgBoss, kind: JobKind<object>, background: Background, look: typeof LOOK): Promise<void> {
  const { name, work, broken, cron, atOnce = 1 } = kind;
  const brokenName = `${name}-broken`;
  if (broken) await makeQueue(boss, { name: brokenName, retryLimit: 5 });
  await makeQueue(boss, {
    name,
    retryLimit: kind.retries ?? 0,
    policy: kind.findsItsWork ? 'short' : 'standard',
    ...(broken && { deadLetter: brokenName }),
  });
  /** Whoever has done one looks at once for the next. */
  const takeUp = async (queue: string, task: (told: object) => Promise<void>) => {
    const worker: string = await boss.work<object | null>(queue, look, ([job]) =>
      background.perform(name, () => task(job?.data ?? {})).finally(() => boss.notifyWorker(worker)),
    );
  };
  if (broken) await takeUp(brokenName, broken);
  for (let n = 0; n < atOnce; n++) await takeUp(name, work);
  if (cron) await boss.schedule(name, cron, null, { tz: 'Europe/Amsterdam', missed: 'once' });
  if (kind.findsItsWork) await boss.send(name);
}

/** One that is there already is brought up to what this version asks of it. */
async function makeQueue(boss: PgBoss, { name, policy = 'standard', ...asked }: Queue): Promise<void> {
  const options = {
    notify: true,
    heartbeatSeconds: LIFE_SIGN,
    // 2 to 4 seconds after the first try, then twice as long each time.
    retryDelay: 2,
    retryBackoff: true,
    expireInSeconds: LONGEST,
    deleteAfterSeconds: KEPT,
    ...asked,
  };
  await boss.createQueue(name, { policy, ...options });
  await boss.updateQueue(name, options);
}

/** The caller's transaction, as pg-boss asks for it. Its statements differ with the queue: none stays prepared. */
const within = (tx: Transaction) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({ rows: await tx.query({ text, values }, 'once') }),
});
