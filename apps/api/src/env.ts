import { z } from 'zod';
import { configurationFaults, isProduction } from './configuration.mjs';

const zEnv = z.object({
  /** postgresql://…, PostgreSQL 15 or later. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Signs the access tokens; at least 32 characters. */
  JWT_SECRET: z.string().min(32),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Where people reach the portal; links in mails begin with it. In the demo this machine, where it is not set. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** smtp:// or smtps://, the server that sends mail. Without it (demo only) mail is read in the product itself. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Where the bytes of files lie: file:///srv/konnekt, or s3://key:secret@host/bucket?region=…; else a folder beside the embedded database. */
  FILES_URL: z.url({ protocol: /^(file|s3|s3\+http)$/ }).optional(),
  /** Connections to the database that this process keeps. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(6),
  /** '1': demo accounts are shown on the login page. Never in production. */
  KONNEKT_DEMO: z.enum(['0', '1']).default('0'),
  /** Built web application to serve. */
  WEB_DIR: z.string().optional(),
  /** How many reverse proxies stand before it: so many of the last addresses in X-Forwarded-For are theirs to tell. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});
export type Env = z.output<typeof zEnv>;

/** The environment, checked once. Throws one error that names everything missing, wrong or weak. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const faults = isProduction(source) ? configurationFaults(source) : [];
  const parsed = zEnv.safeParse(source);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = path.join('.');
    // What production asks is said better there.
    if (faults.some((fault) => fault.startsWith(`${name} `))) continue;
    faults.push(source[name] === undefined ? `${name} is missing` : `${name}: ${message}`);
  }
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Error(`The configuration is not complete: ${faults.join('; ')}.`);
}
