import { verify } from '@node-rs/argon2';
import Fastify from 'fastify';
import pg from 'pg';
import { settle } from '#api/plugins/database';
import { benchPassword } from './fill.ts';
import { scenarios } from './scenarios.ts';

/**
 * The reference: Fastify and `pg` alone, one route per task that sends the bare SQL as prepared statements and answers the rows.
 * No validation, no session, no rights.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16, onConnect: settle });
const app = Fastify();

interface Body {
  ids: string[];
  versions: number[];
  person: string;
}
scenarios.forEach((scenario, index) => {
  app.post<{ Body: Body }>(`/${index}`, async (request) => {
    const { ids, versions, person } = request.body;
    let rows: unknown[] = [];
    for (const [statement, text] of scenario.sql.entries()) {
      const values = [ids, versions, person];
      const used = usedParameters(text);
      const result = await pool.query({
        name: `${index}-${statement}`,
        text: renumbered(text),
        values: used.map((n) => values[n - 1]),
      });
      rows = result.rows.length > 0 ? result.rows : rows;
      const [first] = result.rows as { password_hash?: string }[];
      if (scenario.hashesPassword && first?.password_hash) await verify(first.password_hash, benchPassword);
    }
    return rows;
  });
});

/** A statement that does not name a parameter is not given it: PostgreSQL wants to know every type. */
export const usedParameters = (text: string): number[] => [1, 2, 3].filter((n) => text.includes(`$${n}`));
const renumbered = (text: string): string => {
  const used = usedParameters(text);
  return text.replace(/\$([123])/g, (_, n) => `$${used.indexOf(Number(n)) + 1}`);
};

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
