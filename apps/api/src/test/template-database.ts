import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { migrate } from '../migrate.ts';

const template = 'konnekt_test_template';
const migrations = path.resolve(import.meta.dirname, '../../../../prisma/migrations');

/** Migrates one database, once; every test file copies it (see database.ts). */
export default async function setup(): Promise<void> {
  await withServer(async (server) => {
    await server.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  });
  await migrate(urlOf(template), migrations);
  // The jobs' own schema is made by the first who starts them, which takes a while.
  const boss = new PgBoss({ connectionString: urlOf(template), supervise: false, schedule: false });
  await boss.start();
  await boss.stop();
}

/** A database of one's own, empty but for what the migrations put in. */
export async function createDatabase(): Promise<string> {
  const name = `konnekt_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await withServer(async (server) => {
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return name;
}

export async function dropDatabase(name: string): Promise<void> {
  await withServer(async (server) => {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  await rm(new URL(filesUrlOf(name)), { recursive: true, force: true });
}

/** Where the bytes of its files lie: a folder of its own, which goes with it. */
export const filesUrlOf = (name: string): string => pathToFileURL(path.join(tmpdir(), 'konnekt-test', name)).href;

export function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL names no PostgreSQL: run these tests with `npm test -- api`');
  return url;
}

async function withServer(work: (server: pg.Client) => Promise<void>): Promise<void> {
  const server = new pg.Client({ connectionString: urlOf('postgres') });
  await server.connect();
  try {
    // Copies of one template wait for each other instead of failing.
    await server.query('SELECT pg_advisory_lock(20261121)');
    await work(server);
  } finally {
    await server.end();
  }
}
