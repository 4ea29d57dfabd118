import { readdir } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { findBrokenRules } from '#api/features/data-check/data-check.repository';
import { newId } from '#api/kit/database';
import { checkFiles } from '#api/kit/file-check';
import { clearFiles, findLeftBehind } from '#api/kit/file-clearing';
import { sql } from '#api/kit/sql';
import { testApp } from '#api/test/build-app';
import { createPerson, type Person } from '#api/test/factories';
import { zip } from '#api/test/packed';
import { jsonOf, startServer } from '#api/test/server-process';
import { filesUrlOf } from '#api/test/template-database';

const test = testApp();
let staff: Person;
let readers: Person[];
beforeAll(async () => {
  staff = await createPerson(test.db, { role: 'staff' });
  readers = [await createPerson(test.db), await createPerson(test.db)];
  for (const [n, { personId }] of readers.entries())
    await test.db.query(
      sql`UPDATE employee SET personnel_number = ${`C-${n + 1}`} WHERE person_id = ${personId}::uuid`,
    );
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

type Ask = (
  path: string,
  asked: object,
) => Promise<{ status: number; body: { id: string; version: number; total: number } }>;
interface Handing {
  mark: string;
  n: number;
  ask: Ask;
  hand: (purpose: string, name: string, content: string | Buffer) => Promise<string>;
}
const pdf = (words: string) => `%PDF-1.7\n%âãÏÓ\n${words}${'x'.repeat(100_000)}`;

/** One of each after another: a new version, a file with a message, a ZIP of payslips that are put there. */
const kinds = {
  version: async ({ mark, n, ask, hand }: Handing) => {
    const [id, fileId] = [newId(), await hand('document', 'een.pdf', pdf(`${mark} ${n} een`))];
    const { body } = await ask('/documents', { id, name: mark, category: 'other', fileId });
    const second = { version: body.version, fileId: await hand('document', 'twee.pdf', pdf(`${mark} ${n} twee`)) };
    return (await ask(`/documents/${id}/versions`, second)).status === 201;
  },
  message: async ({ mark, n, ask, hand }: Handing) => {
    const fileIds = [
      await hand('message', 'a.pdf', pdf(`${mark} ${n} a`)),
      await hand('message', 'b.pdf', pdf('dezelfde')),
    ];
    const thread = { id: newId(), title: mark, body: 'Hierbij', personId: readers[0]?.personId, fileIds };
    return (await ask('/messages', thread)).status === 201;
  },
  delivery: async ({ mark, n, ask, hand }: Handing) => {
    const packed = { 'map/C-1.pdf': pdf(`${mark} ${n} 1`), 'C-2.pdf': pdf(`${mark} ${n} 2`), '../weg.pdf': pdf('weg') };
    const fileIds = [await hand('document-zip', 'loon.zip', await zip(packed))];
    const { body } = await ask('/document-deliveries', { id: newId(), name: mark, category: 'payslip', fileIds });
    return (await ask(`/document-deliveries/${body.id}/apply`, { total: 2 })).status === 200;
  },
} as const;

async function doUntilGone(origin: string, cookie: string, kind: keyof typeof kinds, mark: string): Promise<number> {
  const headers = { cookie, origin };
  const ask: Ask = async (path, asked) => {
    const answer = await fetch(`${origin}/api${path}`, jsonOf(asked, headers));
    return { status: answer.status, body: (await answer.json()) as { id: string; version: number; total: number } };
  };
  const hand: Handing['hand'] = async (purpose, name, content) => {
    const form = new FormData();
    form.append('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name));
    const handed = await fetch(`${origin}/api/files?purpose=${purpose}`, { method: 'POST', headers, body: form });
    return ((await handed.json()) as { id: string }).id;
  };
  for (let done = 0, n = 0; ; n++) {
    try {
      if (await kinds[kind]({ mark, n, ask, hand })) done++;
    } catch {
      return done;
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
  await expectNothingLeft();
}, 180_000);

it('a process that is killed amid new versions, files with messages and ZIPs of payslips leaves each whole, or nothing of it', async () => {
  const all: number[] = [];
  for (const [round, life] of [300, 1000, 3000].entries()) {
    const server = await startServer(test.url);
    const cookie = await server.logIn(staff);
    const names = Object.keys(kinds) as (keyof typeof kinds)[];
    const doing = names.map((kind) => doUntilGone(server.origin, cookie, kind, `${kind} ${round}`));
    await new Promise((resolve) => setTimeout(resolve, life));
    await server.kill();
    const done = await Promise.all(doing);
    const [there] = await test.db.query<{ version: number; message: number; delivery: number; parts: string[] }>(sql`
      SELECT (SELECT count(*)::int FROM document WHERE name = ${`version ${round}`} AND current_number = 2) AS version,
             (SELECT count(*)::int FROM thread t WHERE t.title = ${`message ${round}`} AND (SELECT count(*) FROM thread_message m JOIN thread_attachment x
               ON x.message_id = m.id JOIN stored_file f ON f.id = x.file_id WHERE m.thread_id = t.id) = 2) AS message,
             (SELECT count(*)::int FROM document_delivery WHERE name = ${`delivery ${round}`} AND applied_at IS NOT NULL) AS delivery,
             ARRAY(SELECT t.title FROM thread t WHERE NOT EXISTS (SELECT FROM thread_message m JOIN thread_attachment x ON x.message_id = m.id WHERE m.thread_id = t.id)
              UNION ALL
                   SELECT i.delivery_id::text FROM document_delivery_item i JOIN document_delivery d ON d.id = i.delivery_id
                    WHERE i.problem IS NULL AND (d.applied_at IS NOT NULL) <> EXISTS (SELECT FROM document_version v WHERE v.file_id = i.file_id)
              UNION ALL
                   SELECT i.delivery_id::text FROM document_delivery_item i GROUP BY 1 HAVING count(*) <> 3) AS parts`);
    // What was answered is there; of those under way one each may be.
    for (const [n, kind] of names.entries()) {
      expect(there?.[kind], kind).toBeGreaterThanOrEqual(done[n] ?? 0);
      expect(there?.[kind], kind).toBeLessThanOrEqual((done[n] ?? 0) + 1);
    }
    for (const [n, made] of done.entries()) all[n] = (all[n] ?? 0) + made;
    expect(there?.parts).toEqual([]);
    expect(await findBrokenRules(test.db)).toEqual([]);
    expect(await checkFiles(test.db, { reads: true })).toMatchObject({ missing: [], wrong: [] });
  }
  // Each was amid something.
  expect(Math.min(...all)).toBeGreaterThan(0);
  await expectNothingLeft();
}, 180_000);

/** What a killed process left is found the day after, and goes. */
async function expectNothingLeft(): Promise<void> {
  await findLeftBehind(test.db, new Date(Date.now() + 1000));
  await clearFiles(test.db);
  expect(await checkFiles(test.db)).toEqual({ missing: [], wrong: [], left: [] });
  expect(await readdir(new URL(`${filesUrlOf(new URL(test.url).pathname.slice(1))}/incoming`))).toEqual([]);
}
