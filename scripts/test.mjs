// npm test: sets everything up, then runs all checks, or only those that are named (npm test -- rules api).
import path from 'node:path';
import { root, runJob, startProcess } from './job.mjs';
import { setUp } from './set-up.mjs';

await runJob({ log: 'test.log' }, async (job) => {
  const { node, env } = await setUp(job);
  // from here on in TypeScript, under the fit Node; the channel tells it when this process is gone
  const args = [
    '--disable-warning=ExperimentalWarning',
    path.join(root, 'scripts/run-tests.ts'),
    ...process.argv.slice(2),
  ];
  const tests = startProcess(node, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    patience: 60_000,
  });
  job.signal.addEventListener('abort', () => tests.process.kill('SIGTERM'));
  if (job.signal.aborted) tests.process.kill('SIGTERM');
  return (await tests.ended) ?? 1;
});
