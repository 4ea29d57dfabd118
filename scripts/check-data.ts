// pnpm check:data: proves what must be true of hours, seals and history over the whole database of DATABASE_URL (else the embedded
// one). Changes nothing; ends with exit code 1 when something is wrong.
import { findBrokenRules, ruleNames } from '../apps/api/src/features/data-check/data-check.repository.ts';
import { connect } from '../apps/api/src/kit/database.ts';
import { openDatabase } from './database.ts';
import { runJob } from './job.mjs';

await runJob({ log: 'check-data.log' }, async (job) => {
  const database = await openDatabase(job);
  try {
    const db = connect(database.url, { poolSize: 1, isPatient: true });
    try {
      const broken = new Map((await findBrokenRules(db)).map((found) => [found.rule, found]));
      for (const rule of ruleNames) {
        const found = broken.get(rule);
        console.log(found ? `✗ ${rule}: not so for ${found.count} (${found.examples.join(', ')})` : `✓ ${rule}`);
      }
      console.log(
        broken.size === 0 ? '\nAll of it holds.' : `\n${broken.size} of ${ruleNames.length} rules are broken.`,
      );
      return broken.size === 0 ? 0 : 1;
    } finally {
      await db.close();
    }
  } finally {
    await database.release();
  }
});
