import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, dropDatabase, urlOf } from '#api/test/template-database';

/** A database to which no process of the product listens: nobody says what waits but this test. */
let name: string;
let hearer: pg.Client;
let heard: (string | undefined)[] = [];
beforeAll(async () => {
  name = await createDatabase();
  hearer = new pg.Client({ connectionString: urlOf(name) });
  await hearer.connect();
  hearer.on('notification', ({ payload }) => heard.push(payload));
  await hearer.query('LISTEN live');
});
afterAll(async () => {
  await hearer.end();
  await dropDatabase(name);
});

const person = '00000000-0000-7000-8000-000000000001';
const tell = (times: number) =>
  `SELECT tell_live('notices', ARRAY['${person}']::uuid[]) FROM generate_series(1, ${times})`;
async function heardAfter(statement: string): Promise<typeof heard> {
  heard = [];
  await hearer.query(statement);
  // What was said by then comes before this answer.
  await hearer.query('SELECT 1');
  return heard;
}

it('a commit that tells somebody notifies nobody: it would wait for every other commit', async () => {
  expect(await heardAfter(tell(3))).toEqual([]);
  expect(await heardAfter('SELECT say_live()')).toEqual([`notices ${person}`]);
  expect(await heardAfter('SELECT say_live()')).toEqual([]);
});

it('what was undone is not told, and what another process is saying is not said twice', async () => {
  await heardAfter(`BEGIN; ${tell(1)}; ROLLBACK`);
  expect(await heardAfter('SELECT say_live()')).toEqual([]);
  await heardAfter(tell(1));
  const other = new pg.Client({ connectionString: urlOf(name) });
  await other.connect();
  await other.query('BEGIN; SELECT say_live()');
  expect(await heardAfter('SELECT say_live()')).toEqual([]);
  heard = [];
  await other.query('COMMIT');
  await expect.poll(() => heard).toEqual([`notices ${person}`]);
  await other.end();
});
