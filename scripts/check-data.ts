// pnpm check:data: proves what must be true of hours, seals and history over the whole database of DATABASE_URL (else the embedded
// one), and that files have their bytes where FILES_URL says; with --content each byte is read. Changes nothing; ends with exit code 1 when
// something is wrong.
import { findBrokenRules, ruleNames } from '../apps/api/src/features/data-check/data-check.repository.ts';
import { connect, type Db } from '../apps/api/src/kit/database.ts';
import { checkFiles } from '../apps/api/src/kit/file-check.ts';
import { openFileStores } from '../apps/api/src/kit/file-store/open-file-stores.ts';
import { openDatabase } from './database.ts';
import { runJob } from './job.mjs';

await runJob({ log: 'check-data.log' }, async (job) => {
  const database = await openDatabase(job);
  try {
    const db = connect(database.url, { poolSize: 1, isPatient: true, files: openFileStores(process.env.FILES_URL) });
    try {
      const broken = new Map((await findBrokenRules(db)).map((found) => [found.rule, found]));
      for (const rule of ruleNames) {
        const found = broken.get(rule);
        console.log(found ? `✗ ${rule}: not so for ${found.count} (${found.examples.join(', ')})` : `✓ ${rule}`);
      }
      const holds = (await tellOfFiles(db)) && broken.size === 0;
      if (broken.size > 0) console.log(`\n${broken.size} of ${ruleNames.length} rules are broken.`);
      else if (holds) console.log('\nAll of it holds.');
      return holds ? 0 : 1;
    } finally {
      await db.close();
    }
  } finally {
    await database.release();
  }
});

/** What was broken off is no fault: it goes after a day. */
async function tellOfFiles(db: Db): Promise<boolean> {
  const reads = process.argv.includes('--content');
  const { missing, wrong, left } = await checkFiles(db, { reads });
  const tell = (rule: string, found: string[]) =>
    console.log(found.length ? `✗ ${rule}: not so for ${found.length} (${found.slice(0, 5).join(', ')})` : `✓ ${rule}`);
  tell('the bytes of each file are there', missing);
  tell(reads ? 'the bytes of each file are those that were handed in' : 'the bytes of each file have its size', wrong);
  if (left.length > 0) console.log(`  ${left.length} without a row, of what was broken off: they go after a day`);
  return missing.length + wrong.length === 0;
}
