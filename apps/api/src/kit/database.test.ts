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
