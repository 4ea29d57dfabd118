import type { WorkName } from '@konnekt/shared/background/background.words';
import { type Background, WorkFailed } from '#api/kit/background';
import type { Log } from '#api/kit/log';
import type { Db } from '../../kit/database.ts';
import { errorWords } from '../../plugins/log-words.ts';
import { recordFailure } from './background.repository.ts';

/** Work that takes longer stands in the log at its usual level, what is quicker only at `debug`. */
const WORTH_TELLING_MS = 1000;

export function background(db: Db, log: Pick<Log, 'debug' | 'info' | 'error'>): Background {
  const running = new Set<Promise<void>>();

  async function tell(work: WorkName, error: unknown, subject?: string, tookMs = 0): Promise<void> {
    log.error({ work, tookMs, err: error }, 'work failed');
    const { type, message } = errorWords(error);
    const words = error instanceof WorkFailed ? message : `${type}: ${message}`;
    // Without the database nobody sees it but who reads the log.
    await recordFailure(db, { work, subject, error: words, tookMs }).catch((err: unknown) =>
      log.error({ work, err }, 'the failure could not be stored'),
    );
  }

  function perform(work: WorkName, task: () => Promise<void>, subject?: string): Promise<void> {
    const start = performance.now();
    const tookMs = () => Math.round(performance.now() - start);
    const done = Promise.resolve()
      .then(task)
      .then(
        () => log[tookMs() < WORTH_TELLING_MS ? 'debug' : 'info']({ work, tookMs: tookMs() }, 'work done'),
        async (error: unknown) => {
          await tell(work, error, subject, tookMs());
          throw error;
        },
      )
      .finally(() => running.delete(done));
    running.add(done);
    return done;
  }

  return {
    run(work, task, subject) {
      perform(work, () => new Promise(setImmediate).then(task), subject).catch(() => {});
    },
    perform,
    tell,
    async finished() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}
