// npm run admin -- <e-mail> <name>: the first admin of an agency, from a clean clone and an empty database.
import { handOver, runJob } from './job.mjs';
import { setUp } from './set-up.mjs';

await runJob({ log: 'admin.log' }, async (job) =>
  handOver(job, await setUp(job), 'make-admin.ts', process.argv.slice(2)),
);
