// npm start: from a clean clone to the running product.
import { configurationFaults } from '../apps/api/src/configuration.mjs';
import { handOver, runJob } from './job.mjs';
import { freePort } from './port.mjs';
import { CommandProblem } from './problem.mjs';
import { buildWeb, setUp } from './set-up.mjs';

await runJob({ log: 'start.log' }, async (job) => {
  const port = await freePort(process.env.PORT);
  // With a database of one's own, or said to be production, it is not the demo.
  if (process.env.DATABASE_URL || process.env.NODE_ENV === 'production') {
    const faults = configurationFaults(process.env);
    if (faults.length > 0) {
      throw new CommandProblem('configuration', ['Konnekt cannot start in production:', ...faults].join('\n  - '));
    }
  }
  const tools = await setUp(job);
  await buildWeb(job, tools);
  return handOver(job, { ...tools, env: { ...tools.env, PORT: String(port) } }, 'serve.ts');
});
