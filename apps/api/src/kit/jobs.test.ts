import { afterEach, describe, expect, it } from 'vitest';
import { background } from '../features/background/background.work.ts';
import { testApp } from '../test/build-app.ts';
import { connect, type Db } from './database.ts';
import { type JobKind, type Jobs, openJobs } from './jobs.ts';
import { sql } from './sql.ts';

const test = testApp();
const opened: { jobs: Jobs; db: Db }[] = [];
afterEach(async () => {
  for (const { jobs, db } of opened.splice(0)) {
    await jobs.stop();
    await db.close();
  }
  await test.db.query(sql`DELETE FROM pgboss.job`);
});

/** The jobs of one process, with a pool of its own. */
function aProcess<Told extends object>(kind: JobKind<Told>) {
  const db = connect(test.url);
  const quiet = { debug: () => {}, info: () => {}, error: () => {} };
  const look = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 };
  const jobs = openJobs({ db, log: quiet, background: background(db, quiet), look });
  opened.push({ jobs, db });
  return { jobs, job: jobs.add(kind) };
}
const waiting = async () => {
  const [row] = await test.db.query<{ n: number }>(
    sql`SELECT count(*)::int AS n FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name NOT LIKE '\\_\\_%'`,
  );
  return row?.n;
};

describe('a job', () => {
  it('is done once, whichever of two processes does it', async () => {
    const done: number[][] = [[], []];
    const both = [0, 1].map((at) =>
      aProcess<{ n: number }>({ name: 'import', atOnce: 3, work: async ({ n }) => void done[at]?.push(n) }),
    );
    for (const { jobs } of both) await jobs.start();
    await test.db.transaction(null, async (tx) => {
      for (let n = 0; n < 50; n++) await both[0]?.job.send(tx, { n });
    });
    await expect.poll(() => done.flat().length, { timeout: 40_000 }).toBe(50);
    await expect.poll(waiting).toBe(0);
    expect(done.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('of a transaction that does not come about is never done', async () => {
    const done: string[] = [];
    const { job } = aProcess<{ what: string }>({ name: 'import', work: async ({ what }) => void done.push(what) });
    const failing = test.db.transaction(null, async (tx) => {
      await job.send(tx, { what: 'undone' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await test.db.transaction(null, (tx) => job.send(tx, { what: 'done' }));
    await expect.poll(() => done, { timeout: 20_000 }).toEqual(['done']);
    await expect.poll(waiting).toBe(0);
    expect(done).toEqual(['done']);
  });

  it('that fails is tried again, and is broken after its last try: told once', async () => {
    const told: string[] = [];
    const { job } = aProcess<{ what: string }>({
      name: 'import',
      retries: 1,
      work: async ({ what }) => {
        told.push(`try ${what}`);
        throw new Error('cannot');
      },
      broken: async ({ what }) => void told.push(`broken ${what}`),
    });
    await test.db.transaction(null, (tx) => job.send(tx, { what: 'this' }));
    await expect.poll(() => told, { timeout: 50_000 }).toEqual(['try this', 'try this', 'broken this']);
  });

  it('that is under way when its process stops is waited for', async () => {
    const done: string[] = [];
    const gate = Promise.withResolvers<void>();
    const { jobs, job } = aProcess<object>({
      name: 'import',
      work: async () => {
        done.push('begun');
        await gate.promise;
        done.push('ended');
      },
    });
    await test.db.transaction(null, (tx) => job.send(tx, {}));
    await expect.poll(() => done, { timeout: 20_000 }).toEqual(['begun']);
    const stopped = jobs.stop().then(() => done.push('stopped'));
    gate.resolve();
    await stopped;
    expect(done).toEqual(['begun', 'ended', 'stopped']);
  });
});

describe('work by the clock', () => {
  it('that two processes plan is done once, later where none was there at its time', async () => {
    let done = 0;
    const plan = () => aProcess({ name: 'clean-up', cron: '17 3 * * *', work: async () => void done++ });
    const first = plan();
    await first.jobs.start();
    await first.jobs.stop();
    expect(done).toBe(0);
    await test.db.query(sql`UPDATE pgboss.schedule SET created_on = now() - interval '3 days'`);
    await test.db.query(sql`UPDATE pgboss.version SET cron_on = now() - interval '2 days'`);
    await Promise.all([plan().jobs.start(), plan().jobs.start()]);
    await expect.poll(() => done, { timeout: 40_000 }).toBe(1);
    await expect.poll(waiting).toBe(0);
    expect(done).toBe(1);
  });
});
