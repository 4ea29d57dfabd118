import type { FastifyBaseLogger } from 'fastify';
import { PgBoss } from 'pg-boss';
import { prune } from './features/accounts/prune.repository.ts';
import type { MailOutbox } from './features/mail/mail.sender.ts';
import type { Db } from './plugins/database.ts';

export interface Jobs {
  /** Has the outbox sent within a moment; without an outbox nothing happens. */
  wakeMail: () => void;
  stop(): Promise<void>;
}

interface JobOptions {
  url: string;
  db: Db;
  /** None where mail is only read in the product itself. */
  outbox: MailOutbox | undefined;
  log: Pick<FastifyBaseLogger, 'error'>;
}

const MAIL = 'mail';
const PRUNE = 'prune';
const zone = { tz: 'Europe/Amsterdam' };

/**
 * What happens besides requests, by pg-boss, whose tables are in a schema of their own. The tables of ours are the truth, jobs
 * only say when to look: a wake-up that is lost with a process is made up for within a minute.
 */
export async function startJobs({ url, db, outbox, log }: JobOptions): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'konnekt-jobs' });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();

  await boss.createQueue(PRUNE, { policy: 'short', retryLimit: 3, retryDelay: 60 });
  await boss.work(PRUNE, { pollingIntervalSeconds: 60 }, () => prune(db));
  await boss.schedule(PRUNE, '17 3 * * *', null, zone);

  if (outbox) {
    // One waits at most: whoever looks next finds all that is there.
    await boss.createQueue(MAIL, { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3600 });
    await boss.work(MAIL, { pollingIntervalSeconds: 1 }, async () => {
      await outbox.sendDue();
    });
    await boss.schedule(MAIL, '* * * * *', null, zone);
    await boss.send(MAIL);
  }

  return {
    wakeMail: () => {
      if (outbox)
        boss.send(MAIL).catch((error: unknown) => log.error({ err: error }, 'mail waits for the next minute'));
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 10_000 });
      outbox?.close();
    },
  };
}
