// npm test: sets everything up, then runs all checks, or only those that are named (npm test -- rules api).
import { handOver, runJob } from './job.mjs';
import { setUp } from './set-up.mjs';

await runJob({ log: 'test.log' }, async (job) => {
  return handOver(job, await setUp(job), 'run-tests.ts', process.argv.slice(2));
});
