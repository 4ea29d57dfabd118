import { expect, it } from 'vitest';
import { testApp } from '#api/test/build-app';
import { connect, isoInstant } from './database.ts';
import { sql } from './sql.ts';

const test = testApp();

it('an instant of the database is written as every other one, whatever its fraction and zone', () => {
  const written: Record<string, string> = {
    '2026-11-21 09:12:00+00': '2026-11-21T09:12:00.000Z',
    '2026-11-21 09:12:00.5+00': '2026-11-21T09:12:00.500Z',
    '2026-11-21 09:12:00.047+00': '2026-11-21T09:12:00.047Z',
    '2026-11-21 09:12:00.047999+00': '2026-11-21T09:12:00.047Z',
    '2026-11-21 10:12:00.5+01': '2026-11-21T09:12:00.500Z',
  };
  for (const [text, instant] of Object.entries(written)) {
    expect(isoInstant(text)).toBe(instant);
    expect(isoInstant(text)).toBe(new Date(text).toISOString());
  }
});

it('long work of many leaves room for what is short, and is all done', async () => {
  const db = connect(test.url, { poolSize: 4 });
  let under = 0;
  let most = 0;
  const long = Array.from({ length: 12 }, () =>
    db.transaction(
      null,
      async (tx) => {
        most = Math.max(most, ++under);
        await tx.query(sql`SELECT pg_sleep(0.05)`);
        under -= 1;
      },
      { isLong: true },
    ),
  );
  const failing = db.transaction(null, () => Promise.reject(new Error('broken')), { isLong: true });
  await expect(failing).rejects.toThrow('broken');
  await Promise.all(long);
  expect(most).toBe(2);
  await db.close();
});

it('two that hold what the other one wants are both done, one after the other', async () => {
  const { db } = test;
  await db.query(sql`CREATE TABLE held (id int PRIMARY KEY, times int NOT NULL DEFAULT 0)`);
  await db.query(sql`INSERT INTO held (id) VALUES (1), (2)`);
  const met = Promise.withResolvers<void>();
  let begun = 0;
  const both = (first: number, second: number) =>
    db.transaction(null, async (tx) => {
      const add = (id: number) => tx.query(sql`UPDATE held SET times = times + 1 WHERE id = ${id}`);
      await add(first);
      if (++begun === 2) met.resolve();
      await met.promise;
      await add(second);
    });
  await Promise.all([both(1, 2), both(2, 1)]);
  expect(begun).toBe(3);
  expect(await db.query(sql`SELECT id, times FROM held ORDER BY id`)).toEqual([
    { id: 1, times: 2 },
    { id: 2, times: 2 },
  ]);
});
