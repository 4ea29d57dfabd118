import { verify } from '@node-rs/argon2';
import Fastify from 'fastify';
import pg from 'pg';
import { settle } from '#api/kit/database';
import { benchPassword } from './fill.ts';
import { scenarios } from './scenarios.ts';

/**
 * The reference: Fastify and `pg` alone, one route per task that sends the lean SQL as prepared statements and answers the rows.
 * No validation, no session, no rights.
 */
const connectionString = process.env.DATABASE_URL;
const settled = new pg.Pool({ connectionString, max: 16, onConnect: settle });
const plannedByValues = new pg.Pool({ connectionString, max: 16 });
const app = Fastify({ bodyLimit: 16 * 1024 * 1024 });

scenarios.forEach(({ lean, hashesPassword }, index) => {
  const pool = lean.isPlannedByValues ? plannedByValues : settled;
  app.post<{ Body: unknown[][] }>(`/${index}`, async (request) => {
    let rows: unknown[] = [];
    for (const [n, text] of lean.statements.entries()) {
      const result = await pool.query({ name: `${index}-${n}`, text, values: request.body[n] ?? [] });
      rows = result.rows.length > 0 ? result.rows : rows;
      const [first] = result.rows as { password_hash?: string }[];
      if (hashesPassword && first?.password_hash) await verify(first.password_hash, benchPassword);
    }
    return rows;
  });
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
