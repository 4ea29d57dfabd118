// node scripts/with-database.ts <program> …: runs a program of Node's or of the path with DATABASE_URL of the embedded
// database (or the one that is set), started and brought up to date for it.
import { openDatabase, updateDatabase } from './database.ts';
import { CommandFailed, run, runJob } from './job.mjs';
import { CommandProblem } from './problem.mjs';

await runJob({ log: 'with-database.log' }, async (job) => {
  const [program, ...args] = process.argv.slice(2);
  if (!program)
    throw new CommandProblem('usage', 'Name a program to run: node scripts/with-database.ts node prisma/seed.ts');
  const database = await openDatabase(job);
  try {
    await updateDatabase(job, database);
    await run(job, program, args, { show: true, env: { ...process.env, DATABASE_URL: database.url } });
    return 0;
  } catch (error) {
    // it has said itself what is wrong
    if (error instanceof CommandFailed) return error.exitCode ?? 1;
    throw error;
  } finally {
    await database.release();
  }
});
