import { buildApp } from './app.ts';
import { type Env, readEnv } from './env.ts';
import { hasAgency } from './features/agency/agency.repository.ts';
import { mailOutbox } from './features/mail/mail.sender.ts';
import { ensurePeriods } from './features/periods/period.repository.ts';
import { addClockwork } from './jobs.ts';
import { connect, type Db } from './kit/database.ts';
import { openFileStores } from './kit/file-store/open-file-stores.ts';
import type { Log } from './kit/log.ts';

/** The process: configuration, listen, and a stop that finishes what is under way. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const isDemo = env.KONNEKT_DEMO === '1';
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
  const db = connect(env.DATABASE_URL, { poolSize: env.DATABASE_POOL, files: openFileStores(env.FILES_URL) });
  await requireAgency(db);
  await ensurePeriods(db, new Date());
  let clockwork: ReturnType<typeof addClockwork> | undefined;
  const app = await buildApp({
    db,
    jwtSecret: env.JWT_SECRET,
    isDemo,
    publicUrl,
    wakeMail: () => clockwork?.wakeMail(),
    proxies: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    ...(env.WEB_DIR && { webDir: env.WEB_DIR }),
  });
  const outbox = outboxOf(env, db, publicUrl, app.log);
  clockwork = addClockwork(app.jobs, db, outbox);
  await app.jobs.start();
  await app.listen({ port: env.PORT, host: env.HOST });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      // What is not done by then is broken off: the database keeps nothing of it, and jobs are taken up by another process.
      const late = setTimeout(() => {
        app.log.error('stopped with work under way');
        process.exit(1);
      }, STOP_PATIENCE_MS);
      await app.close();
      outbox?.close();
      await db.close();
      clearTimeout(late);
    });
  }
}

/** How long a stop waits for what is under way. */
const STOP_PATIENCE_MS = 12_000;

const outboxOf = ({ SMTP_URL, KONNEKT_DEMO }: Env, db: Db, publicUrl: string, log: Log) =>
  SMTP_URL
    ? mailOutbox(db, { smtpUrl: SMTP_URL, host: new URL(publicUrl).hostname, keepsBodies: KONNEKT_DEMO === '1', log })
    : undefined;

async function requireAgency(db: Db): Promise<void> {
  if (await hasAgency(db)) return;
  throw new Error('The database holds no agency yet: make its first admin with `npm run admin -- <e-mail> <name>`.');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
