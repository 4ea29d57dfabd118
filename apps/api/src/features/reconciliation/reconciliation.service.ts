import type { DataCheck } from '@konnekt/shared/reconciliation/reconciliation.contract';
import { findBrokenRules, ruleNames } from '#api/features/data-check/data-check.service';
import { WorkFailed } from '#api/kit/background';
import type { Author } from '#api/kit/database';
import { checkFiles } from '#api/kit/file-check';
import type { Services } from '#api/kit/services';
import * as checks from './reconciliation.repository.ts';

/** The check of the whole database, as a job: every night, and when somebody asks. What it finds broken is a failure that the office sees. */
export function addChecks({ db, jobs }: Pick<Services, 'db' | 'jobs'>) {
  const work = async ({ id }: { id: string }) => {
    const broken = await findBrokenRules(db, (rulesDone) => checks.recordProgress(db, id, rulesDone));
    const { missing, wrong } = await checkFiles(db);
    await checks.endCheck(db, id, broken);
    const said = broken.map(({ rule, count }) => `${rule}: ${count}`);
    if (missing.length > 0) said.push(`files whose bytes are gone: ${missing.length}`);
    if (wrong.length > 0) said.push(`files whose bytes are others: ${wrong.length}`);
    if (said.length > 0) throw new WorkFailed(said.join('; '));
  };
  const job = jobs.add<{ id: string }>({
    name: 'data-check',
    work,
    broken: async ({ id }) => {
      await checks.discardCheck(db, id);
    },
  });
  const ask = async (author: Author | null): Promise<DataCheck | null> => {
    await db.transaction(author, async (tx) => {
      const id = await checks.insertCheck(tx, author?.name ?? null, ruleNames.length);
      if (id) await job.send(tx, { id });
    });
    return checks.findLastCheck(db);
  };
  jobs.add({
    name: 'nightly-check',
    cron: '23 4 * * *',
    work: async () => {
      await ask(null);
    },
  });
  return { ask };
}
