// npm start: from a clean clone to the running product.
import path from 'node:path';
import { root, runJob, startProcess } from './job.mjs';
import { freePort } from './port.mjs';
import { Problem } from './problem.mjs';
import { buildWeb, setUp } from './set-up.mjs';

await runJob({ log: 'start.log' }, async (job) => {
  const port = await freePort(process.env.PORT);
  if (process.env.DATABASE_URL && !process.env.JWT_SECRET) {
    throw new Problem(
      'secret-missing',
      'JWT_SECRET is not set: with a database of your own (DATABASE_URL) give it a long random text, such as that of `openssl rand -hex 32`.',
    );
  }
  const tools = await setUp(job);
  await buildWeb(job, tools);
  // from here on in TypeScript, under the fit Node; the channel tells it when this process is gone
  const serve = startProcess(
    tools.node,
    ['--disable-warning=ExperimentalWarning', path.join(root, 'scripts/serve.ts')],
    {
      cwd: root,
      env: { ...tools.env, PORT: String(port) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      patience: 60_000,
    },
  );
  job.signal.addEventListener('abort', () => serve.process.kill('SIGTERM'));
  if (job.signal.aborted) serve.process.kill('SIGTERM');
  return (await serve.ended) ?? 1;
});
