// pnpm dev: the API, restarted at every change, and the screens from Vite's development server, on the embedded
// database (or that of DATABASE_URL).
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { nodeOptions, openDatabase, seedDatabase, updateDatabase } from './database.ts';
import { root, runJob, startProcess } from './job.mjs';
import { freePort } from './port.mjs';

await runJob({ log: 'dev.log' }, async (job) => {
  const port = await freePort(process.env.PORT);
  const database = await openDatabase(job);
  try {
    await updateDatabase(job, database);
    if (database.isEmbedded) await seedDatabase(job, database);
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      PORT: String(port),
      KONNEKT_DEMO: database.isEmbedded ? '1' : '0',
      // of this run alone where there is a database of one's own: sessions end with it
      JWT_SECRET:
        process.env.JWT_SECRET ??
        (database.isEmbedded ? 'for development only, known to everybody' : randomBytes(32).toString('hex')),
      PUBLIC_URL: process.env.PUBLIC_URL ?? 'http://localhost:5173',
      // where the usual mail catchers listen
      ...(!database.isEmbedded && { SMTP_URL: process.env.SMTP_URL ?? 'smtp://localhost:1025' }),
    };
    const start = (args: string[], cwd: string) => startProcess(process.execPath, args, { cwd, env, stdio: 'inherit' });
    const web = path.join(root, 'apps/web');
    const programs = [
      start([...nodeOptions, '--watch', '--watch-preserve-output', path.join(root, 'apps/api/src/server.ts')], root),
      start([path.join(web, 'node_modules/vite/bin/vite.js')], web),
    ];
    const stopped = new Promise((resolve) => job.signal.addEventListener('abort', resolve));
    if (!job.signal.aborted) await Promise.race([stopped, ...programs.map(({ ended }) => ended)]);
    await Promise.all(programs.map(({ stop }) => stop()));
    return job.signal.aborted ? 0 : 1;
  } finally {
    await database.release();
  }
});
