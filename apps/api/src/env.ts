import { z } from 'zod';

const zEnv = z.object({
  /** postgresql://…, PostgreSQL 15 or later. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Signs the access tokens; at least 32 characters. */
  JWT_SECRET: z.string().min(32),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Connections to the database that this process keeps. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  /** '1': demo accounts are shown on the login page. Never in production. */
  KONNEKT_DEMO: z.enum(['0', '1']).default('0'),
  /** Built web application to serve. */
  WEB_DIR: z.string().optional(),
  /** '1' behind a reverse proxy: believe X-Forwarded-For and -Proto. */
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});
export type Env = z.output<typeof zEnv>;

/** The environment, checked once. Throws one error that names everything missing or wrong. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = zEnv.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return source[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
  });
  throw new Error(`The configuration is not complete: ${wrong.join('; ')}.`);
}
