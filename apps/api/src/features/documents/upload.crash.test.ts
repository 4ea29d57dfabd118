import { readdir } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { findBrokenRules } from '#api/features/data-check/data-check.repository';
import { newId } from '#api/kit/database';
import { checkFiles } from '#api/kit/file-check';
import { clearFiles, findLeftBehind } from '#api/kit/file-clearing';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createPerson, type Person } from '#api/test/factories';
import { jsonOf, startServer } from '#api/test/server-process';
import { filesUrlOf } from '#api/test/template-database';

const test = testApp();
let staff: Person;
beforeAll(async () => {
  staff = await createPerson(test.db, { role: 'staff' });
});

/**
 * Hands files in and puts them there, one after another, until nobody answers any more. Many have the same in them as those of others, and each
 * second one is removed again.
 */
async function putUntilGone(origin: string, cookie: string, mark: string): Promise<number> {
  let put = 0;
  for (let n = 0; ; n++) {
    const form = new FormData();
    const content = `%PDF-1.7\n%âãÏÓ\n${n % 2 ? mark : ''} ${n % 5}${'x'.repeat(200_000)}`;
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
      const asked = { ...jsonOf({ version: 1 }, { cookie, origin }), method: 'DELETE' };
      if (n % 2 === 0) await fetch(`${origin}/api/documents/${document.id}`, asked);
    } catch {
      return put;
    }
  }
}

/** Clears away, as the job does, until it is told to stop. */
async function clearUntil(isOver: () => boolean): Promise<void> {
  while (!isOver()) await clearFiles(test.db);
}

it('two processes that are killed while files come in and go leave no row without its bytes, and no bytes without their row', async () => {
  for (const [round, life] of [150, 400, 700].entries()) {
    const servers = await Promise.all([startServer(test.url), startServer(test.url)]);
    const marks = servers.flatMap((_, n) => [`een ${round} ${n}`, `twee ${round} ${n}`]);
    const putting: Promise<number>[] = [];
    for (const [n, server] of servers.entries()) {
      const cookie = await server.logIn(staff);
      for (const mark of marks.slice(2 * n, 2 * n + 2)) putting.push(putUntilGone(server.origin, cookie, mark));
    }
    let isOver = false;
    const clearing = clearUntil(() => isOver);
    await new Promise((resolve) => setTimeout(resolve, life));
    await Promise.all(servers.map((server) => server.kill()));
    const answered = (await Promise.all(putting)).reduce((sum, put) => sum + put, 0);
    isOver = true;
    await clearing;
    const [counted] = await test.db.query<{ documents: number }>(
      sql`SELECT count(*)::int AS documents FROM document WHERE name = ANY(${marks}::text[])`,
    );
    // What was answered is there; of those under way each may be.
    expect(counted?.documents).toBeGreaterThanOrEqual(answered);
    expect(counted?.documents).toBeLessThanOrEqual(answered + marks.length);
    expect(await findBrokenRules(test.db)).toEqual([]);
    expect(await checkFiles(test.db, { reads: true })).toMatchObject({ missing: [], wrong: [] });
  }
  // What a killed process left is found the day after, and goes.
  await findLeftBehind(test.db, new Date(Date.now() + 1000));
  await clearFiles(test.db);
  expect(await checkFiles(test.db)).toEqual({ missing: [], wrong: [], left: [] });
  expect(await readdir(new URL(`${filesUrlOf(new URL(test.url).pathname.slice(1))}/incoming`))).toEqual([]);
}, 180_000);
