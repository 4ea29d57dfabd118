import { PgBoss } from 'pg-boss';
import type { Background } from '#api/kit/background';
import { prune } from './features/accounts/prune.repository.ts';
import { endBrokenOff } from './features/imports/import.service.ts';
import type { MailOutbox } from './features/mail/mail.sender.ts';
import type { Db } from './kit/database.ts';
import type { Log } from './kit/log.ts';

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
  log: Pick<Log, 'error'>;
  /** Does the work, and tells what failed; here is only said when. */
  background: Background;
}

const MAIL = 'mail';
const PRUNE = 'prune';
const IMPORTS = 'imports';
const zone = { tz: 'Europe/Amsterdam' };

/**
 * What happens besides requests, by pg-boss, whose tables are in a schema of their own. The tables of ours are the truth, jobs
 * only say when to look: a wake-up that is lost with a process is made up for within a minute.
 */
export async function startJobs({ url, db, outbox, log, background }: JobOptions): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 2, application_name: 'konnekt-jobs' });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();

  await boss.createQueue(PRUNE, { policy: 'short', retryLimit: 3, retryDelay: 60 });
  await boss.work(PRUNE, { pollingIntervalSeconds: 60 }, () => background.perform('clean-up', () => prune(db)));
  await boss.schedule(PRUNE, '17 3 * * *', null, zone);

  const watchImports = () => background.perform('import-watch', () => endBrokenOff({ db, background }));
  await boss.createQueue(IMPORTS, { policy: 'short', retryLimit: 0, deleteAfterSeconds: 3600 });
  await boss.work(IMPORTS, { pollingIntervalSeconds: 5 }, watchImports);
  await boss.schedule(IMPORTS, '* * * * *', null, zone);
  await boss.send(IMPORTS);

  if (outbox) {
    // One waits at most: whoever looks next finds all that is there.
    await boss.createQueue(MAIL, { policy: 'short', retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3600 });
    const sendDue = async () => {
      await outbox.sendDue();
    };
    await boss.work(MAIL, { pollingIntervalSeconds: 1 }, () => background.perform('mail', sendDue));
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
