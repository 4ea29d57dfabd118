import { prune } from './features/accounts/prune.repository.ts';
import type { MailOutbox } from './features/mail/mail.sender.ts';
import type { Db } from './kit/database.ts';
import { clearFiles, findLeftBehind } from './kit/file-clearing.ts';
import type { Jobs } from './kit/jobs.ts';

/** None where mail is only read in the product itself. */
type Outbox = Pick<MailOutbox, 'sendDue'> | undefined;

/**
 * What happens by the clock. The tables of ours are the truth, jobs only say when to look: a wake-up that is lost is made up for within
 * a minute. Answers what has the outbox sent within a moment.
 */
export function addClockwork(jobs: Jobs, db: Db, outbox: Outbox): { wakeMail: () => void } {
  jobs.add({ name: 'clean-up', cron: '17 3 * * *', retries: 5, work: () => prune(db) });
  jobs.add({ name: 'files', cron: '* * * * *', findsItsWork: true, work: () => clearFiles(db) });
  jobs.add({ name: 'files-left', cron: '41 3 * * *', retries: 5, work: () => findLeftBehind(db) });
  if (!outbox) return { wakeMail: () => {} };
  const mail = jobs.add({
    name: 'mail',
    cron: '* * * * *',
    findsItsWork: true,
    work: async () => {
      await outbox.sendDue();
    },
  });
  return { wakeMail: mail.wake };
}
