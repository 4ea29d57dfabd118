import { routes } from '@konnekt/shared/routes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { chanceFrom } from './demo/random.ts';
import { connect, MOST_KEPT } from './kit/database.ts';
import { sql } from './kit/sql.ts';
import { ask, type Client, testApp } from './test/build-app.ts';
import { createOrganisation, createPerson, createPlacement, createSupervisor } from './test/factories.ts';
import { sendHours } from './test/send-hours.ts';
import { recordStatements, type SentStatements } from './test/sent-statements.ts';
import { signInAs, signInNew } from './test/sign-in-as.ts';

const test = testApp();
const chance = chanceFrom(20);

/** Texts that one route keeps prepared at most, for one person, whatever is asked of it; more only with a reason. */
const FEW = 4;
const more: Record<string, { most: number; because: string }> = {
  'GET /api/worksheets': { most: 12, because: 'each phase is another list, and its first page counts it' },
};
const REQUESTS = 24;

let statements: SentStatements;

let people: Record<string, Client>;
const known: Record<string, string[]> = {};

beforeAll(async () => {
  const { app, db } = test;
  const organisationId = await createOrganisation(db);
  const employee = await createPerson(db);
  const supervisor = await createSupervisor(db, organisationId, { mayRegister: true });
  const placementId = await createPlacement(db, employee, organisationId);
  const worker = await signInAs(app, employee);
  people = {
    employee: worker,
    supervisor: await signInAs(app, supervisor),
    admin: await signInNew(test, 'admin'),
  };
  const rows = [];
  for (const number of [44, 45, 46, 47]) rows.push(await sendHours(test, worker, placementId, { number }));
  Object.assign(known, {
    organisationId: [organisationId],
    employeeId: [employee.employeeId],
    placementId: [placementId],
  });
  Object.assign(known, { actorId: [supervisor.personId], personId: [employee.personId] });
  statements = recordStatements();
});
afterAll(() => statements.stop());

const words = ['anna', 'de', 'vries', 'jansen', 'bakker', 'UB-2026', '%', 'öz', 'magazijn', '123'];

/** A value that the query of a route may hold, or none. */
function choiceFor(name: string, schema: z.ZodType, cursor: string | undefined): string | undefined {
  if (name === 'cursor') return cursor;
  if (chance.percent(50)) return undefined;
  if (name === 'q') return Array.from({ length: 1 + chance.number(6) }, () => chance.pick(words)).join(' ');
  if (name === 'limit') return String(1 + chance.number(60));
  if (known[name]) return chance.pick(known[name] ?? ['']);
  const tries = [...optionsOf(schema), '2026', '47', '2026-11-16', 'true'];
  return tries.length > 4 ? chance.pick(tries.slice(0, -4)) : tries.find((value) => schema.safeParse(value).success);
}

const optionsOf = (schema: z.ZodType): string[] => {
  const inner = 'unwrap' in schema ? (schema as unknown as { unwrap(): z.ZodType }).unwrap() : schema;
  return 'options' in inner ? (inner.options as unknown[]).filter((one) => typeof one === 'string') : [];
};

describe('however it is asked, a list keeps few statements prepared', () => {
  const lists = Object.entries(routes).filter(
    ([key, route]) => key.startsWith('GET ') && 'query' in route && !key.includes(':'),
  );

  for (const [key, route] of lists) {
    const most = more[key]?.most ?? FEW;
    it(`${key}: ${most} at most`, async () => {
      const shape = 'query' in route ? (route.query as z.ZodObject).shape : {};
      for (const client of Object.values(people)) {
        statements.sent.length = 0;
        let cursor: string | undefined;
        let answered = 0;
        for (let request = 0; request < REQUESTS; request++) {
          const query = new URLSearchParams();
          for (const [name, schema] of Object.entries(shape)) {
            const value = choiceFor(name, schema as z.ZodType, request % 3 === 0 ? undefined : cursor);
            if (value !== undefined) query.set(name, value);
          }
          const { status, body } = await ask(test.app, client, 'GET', `${key.slice(4)}?${query}`);
          expect(status).toBeLessThan(500);
          if (status === 200) answered++;
          cursor = body?.nextCursor ?? undefined;
        }
        const kept = statements.sent.filter(({ text, isKept }) => isKept && !/FROM session s/.test(text));
        const own = new Set(kept.map(({ text }) => text));
        expect(own.size, `${answered} answered`).toBeLessThanOrEqual(most);
      }
    });
  }

  it('covers the lists that are searched', () => {
    expect(lists.length).toBeGreaterThan(8);
  });
});

it('a connection never keeps more than its bound prepared, whoever asks what', async () => {
  const db = connect(test.url, { poolSize: 1 });
  try {
    for (let n = 0; n < 3 * MOST_KEPT; n++) {
      // Twice over, so that some are asked again after they were given up.
      const text = `SELECT ${n % (2 * MOST_KEPT)} AS n`;
      const rows = await db.query<{ n: number }>({ ...sql`SELECT 1`, text, values: [] } as never);
      expect(rows).toEqual([{ n: n % (2 * MOST_KEPT) }]);
    }
    const [kept] = await db.query<{ n: number }>(sql`SELECT count(*)::int AS n FROM pg_prepared_statements`, 'once');
    expect(kept?.n).toBe(MOST_KEPT);
  } finally {
    await db.close();
  }
});

it('nor do those that fail, which stay prepared all the same', async () => {
  const db = connect(test.url, { poolSize: 1 });
  try {
    const divided = (text: string, by: number) =>
      db.query<{ n: number }>({ ...sql`SELECT 1`, text, values: [by] } as never);
    for (let n = 0; n < 2 * MOST_KEPT; n++) {
      // What cannot be prepared at all is not given up later either.
      await expect(divided(`SELECT ${n} FROM nowhere WHERE $1`, 1)).rejects.toThrow('does not exist');
      await expect(divided('SELECT 1 / $1::int AS n', 0)).rejects.toThrow('division by zero');
      await expect(divided(`SELECT ${n} / $1::int AS n`, 0)).rejects.toThrow('division by zero');
    }
    expect(await divided('SELECT 1 / $1::int AS n', 1)).toEqual([{ n: 1 }]);
    const [kept] = await db.query<{ n: number }>(sql`SELECT count(*)::int AS n FROM pg_prepared_statements`, 'once');
    expect(kept?.n).toBe(MOST_KEPT);
  } finally {
    await db.close();
  }
});
