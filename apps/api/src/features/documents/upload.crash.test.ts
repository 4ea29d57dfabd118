import { beforeAll, expect, it } from 'vitest';
import { findBrokenRules } from '#api/features/data-check/data-check.repository';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createPerson, type Person } from '#api/test/factories';
import { jsonOf, startServer } from '#api/test/server-process';

const test = testApp();
let staff: Person;
beforeAll(async () => {
  staff = await createPerson(test.db, { role: 'staff' });
});

/** Hands files in and puts them there, one after another, until nobody answers any more. */
async function putUntilGone(origin: string, cookie: string, mark: string): Promise<number> {
  let put = 0;
  for (let n = 0; ; n++) {
    const form = new FormData();
    const content = `%PDF-1.7\n%âãÏÓ\n${mark} ${n}${'x'.repeat(200_000)}`;
    form.append('file', new File([content], `${mark}.pdf`));
    try {
      const handed = await fetch(`${origin}/api/files?purpose=document`, {
        method: 'POST',
        headers: { cookie, origin },
        body: form,
      });
      const file = (await handed.json()) as { id: string };
      const document = { id: newId(), name: mark, category: 'other', fileId: file.id };
      const answer = await fetch(`${origin}/api/documents`, jsonOf(document, { cookie, origin }));
      if (answer.status === 201) put++;
    } catch {
      return put;
    }
  }
}

it('a process that is killed while files come in leaves no row without its file, and no file without its row', async () => {
  for (const [round, life] of [150, 400, 700].entries()) {
    const server = await startServer(test.url);
    const cookie = await server.logIn(staff);
    const marks = [`een ${round}`, `twee ${round}`, `drie ${round}`];
    const putting = marks.map((mark) => putUntilGone(server.origin, cookie, mark));
    await new Promise((resolve) => setTimeout(resolve, life));
    await server.kill();
    const answered = (await Promise.all(putting)).reduce((sum, put) => sum + put, 0);
    const [counted] = await test.db.query<{ documents: number }>(
      sql`SELECT count(*)::int AS documents FROM document WHERE name = ANY(${marks}::text[])`,
    );
    // What was answered is there; of those under way each may be.
    expect(counted?.documents).toBeGreaterThanOrEqual(answered);
    expect(counted?.documents).toBeLessThanOrEqual(answered + marks.length);
    expect(await findBrokenRules(test.db)).toEqual([]);
  }
}, 120_000);
