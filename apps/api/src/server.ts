import { buildApp } from './app.ts';
import { readEnv } from './env.ts';
import { ensurePeriods } from './features/periods/period.repository.ts';
import { connect } from './plugins/database.ts';

/** The process: configuration, listen, and a stop that finishes what is under way. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const db = connect(env.DATABASE_URL, { poolSize: env.DATABASE_POOL });
  await ensurePeriods(db, new Date());
  const app = await buildApp({
    db,
    jwtSecret: env.JWT_SECRET,
    isDemo: env.KONNEKT_DEMO === '1',
    trustProxy: env.TRUST_PROXY === '1',
    logLevel: env.LOG_LEVEL,
    ...(env.WEB_DIR && { webDir: env.WEB_DIR }),
  });
  await app.listen({ port: env.PORT, host: env.HOST });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await app.close();
      await db.close();
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
