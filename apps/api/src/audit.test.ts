import { describe, expect, it } from 'vitest';
import { sql } from './kit/sql.ts';
import { testApp } from './test/build-app.ts';
import { createOrganisation } from './test/factories.ts';

const test = testApp();
const author = { personId: null, name: 'Office', role: 'staff', sessionId: null, address: '192.0.2.1' };

interface Event {
  action: string;
  subjectName: string;
  changes: object;
  actorName: string | null;
  address: string | null;
}
const history = (recordId: string) =>
  test.db.query<Event>(sql`
    SELECT action, subject_name AS "subjectName", changes, actor_name AS "actorName", address
      FROM audit_event WHERE record_id = ${recordId}::uuid ORDER BY id`);

describe('the audit log', () => {
  it('tells of a change who made it, from where, and what it was before and after', async () => {
    const id = await createOrganisation(test.db);
    await test.db.transaction(author, (tx) =>
      tx.query(sql`UPDATE organisation SET city = 'Urk' WHERE id = ${id}::uuid`),
    );
    const [, change] = await history(id);
    expect(change).toMatchObject({ action: 'change', actorName: 'Office', address: '192.0.2.1' });
    expect(change?.changes).toEqual({ city: [expect.any(String), 'Urk'] });
  });

  it('says nothing of a transaction that failed, nor of a write that changed nothing', async () => {
    const id = await createOrganisation(test.db);
    const failing = test.db.transaction(author, async (tx) => {
      await tx.query(sql`UPDATE organisation SET city = 'Urk' WHERE id = ${id}::uuid`);
      throw new Error('broken off');
    });
    await expect(failing).rejects.toThrow('broken off');
    await test.db.transaction(author, (tx) =>
      tx.query(sql`UPDATE organisation SET city = city, version = version + 1 WHERE id = ${id}::uuid`),
    );
    expect(await history(id)).toHaveLength(1);
  });

  it('forgets who spoke when the transaction ends', async () => {
    const id = await createOrganisation(test.db);
    await test.db.transaction(author, (tx) => tx.query(sql`SELECT 1 AS one`));
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        test.db.query(sql`UPDATE organisation SET city = ${`Stad ${n}`} WHERE id = ${id}::uuid`),
      ),
    );
    expect((await history(id)).every(({ actorName }) => actorName === null)).toBe(true);
  });

  it('is never changed or removed', async () => {
    await createOrganisation(test.db);
    await expect(test.db.query(sql`UPDATE audit_event SET actor_name = 'X'`)).rejects.toThrow('append-only');
    await expect(test.db.query(sql`DELETE FROM audit_event`)).rejects.toThrow('append-only');
    await expect(test.db.query(sql`TRUNCATE audit_event`)).rejects.toThrow('append-only');
  });
});
