import { expect, it } from 'vitest';
import { findBrokenRules } from '#api/features/data-check/data-check.repository';
import { connect } from '#api/kit/database';
import { now } from '#api/test/build-app';
import { createDatabase, dropDatabase, urlOf } from '#api/test/template-database';
import { seedDemo } from './seed-demo.ts';

it('the demo is a database in which every rule holds', async () => {
  const name = await createDatabase();
  try {
    await seedDemo(urlOf(name), now);
    const db = connect(urlOf(name), { poolSize: 1 });
    expect(await findBrokenRules(db)).toEqual([]);
    await db.close();
  } finally {
    await dropDatabase(name);
  }
});
