// npm start: from a clean clone to the running product.
import { handOver, runJob } from './job.mjs';
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
  return handOver(job, { ...tools, env: { ...tools.env, PORT: String(port) } }, 'serve.ts');
});
