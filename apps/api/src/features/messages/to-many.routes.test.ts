import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import {
  createInvited,
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  type Person,
} from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let staff: Client;
let organisationId: string;
let workers: Person[];
let supervisor: Person;

beforeAll(async () => {
  const { db } = test;
  staff = await signInNew(test, 'staff');
  organisationId = await createOrganisation(db);
  workers = [await createPerson(db, { lastName: 'Zwaluw' }), await createPerson(db), await createPerson(db)];
  for (const worker of workers) await createPlacement(db, worker, organisationId);
  supervisor = await createSupervisor(db, organisationId);
  const former = await createPerson(db);
  await createPlacement(db, former, organisationId, { startsOn: '2025-01-06', endsOn: '2025-03-02' });
  await createPlacement(db, await createInvited(db), organisationId);
});

const found = async (query: string) => (await ask(test.app, staff, 'GET', `/api/messages/receivers?${query}`)).body;
const send = (body: object) =>
  ask(test.app, staff, 'POST', '/api/messages/to-many', { id: newId(), title: 'Kerst', body: 'Gesloten', ...body });
const threadsOf = async (person: Person) =>
  (await ask(test.app, await signInAs(test.app, person), 'GET', '/api/messages')).body;

describe('who is written to', () => {
  it('is a role, an organisation, or whose name or number holds words: with an account in use, there today', async () => {
    expect((await found(`organisationId=${organisationId}`)).total).toBe(4);
    expect((await found(`organisationId=${organisationId}&role=supervisor`)).items).toMatchObject([
      { personId: supervisor.personId, role: 'supervisor' },
    ]);
    expect((await found(`organisationId=${organisationId}&role=employee`)).total).toBe(3);
    expect((await found('q=zwaluw')).items.map(({ personId }: { personId: string }) => personId)).toEqual([
      workers[0]?.personId,
    ]);
    expect((await found('role=employee')).total).toBe(4);
  });

  it('gets a thread of their own, with its files, seen by nobody else; the office sees each', async () => {
    const { body: file } = await sendFile(test.app, staff, '/api/files?purpose=message', {
      name: 'a.pdf',
      content: '%PDF-1.7\n%âãÏÓ\n1',
    });
    const asked = { id: newId(), receivers: { role: 'employee', organisationId }, total: 3, fileIds: [file.id] };
    expect(await send(asked)).toMatchObject({ status: 201, body: { total: 3 } });
    for (const worker of workers) {
      const { items, total } = await threadsOf(worker);
      expect([total, items[0]]).toMatchObject([
        1,
        { title: 'Kerst', isUnread: true, hasFiles: true, organisationName: null },
      ]);
      const answer = await ask(test.app, await signInAs(test.app, worker), 'GET', `/api/message-files/${file.id}`);
      expect(answer.status).toBe(200);
    }
    expect((await threadsOf(supervisor)).total).toBe(0);
    expect(
      (await ask(test.app, await signInAs(test.app, supervisor), 'GET', `/api/message-files/${file.id}`)).status,
    ).toBe(404);
    expect((await ask(test.app, staff, 'GET', '/api/messages?q=kerst')).body.total).toBe(3);
    // Sent again for an answer that was lost, also twice at once.
    const again = await Promise.all([send(asked), send(asked)]);
    expect(again.map(({ body }) => body)).toEqual([{ total: 3 }, { total: 3 }]);
    expect((await ask(test.app, staff, 'GET', '/api/messages?q=kerst')).body.total).toBe(3);
    // With other words, files or receivers it is another message, and refused: what was amended is not lost unseen.
    const own = { pointer: '/id', code: 'already-sent' };
    const went = { pointer: '/fileIds/0', code: 'already-sent' };
    for (const [amended, errors] of [
      [{ title: 'Kerst en oud' }, [own, went]],
      [{ body: 'Toch open' }, [own, went]],
      [{ fileIds: [] }, [own]],
      [{ receivers: { organisationId }, total: 4 }, [own, went]],
    ] as const)
      expect(await send({ ...asked, ...amended })).toMatchObject({ status: 400, body: { errors } });
    const colleague = await signInNew(test, 'staff');
    const theirs = { title: 'Kerst', body: 'Gesloten', ...asked };
    expect((await ask(test.app, colleague, 'POST', '/api/messages/to-many', theirs)).body.errors).toEqual([
      { pointer: '/id', code: 'duplicate' },
    ]);
  });

  it('is as many as were shown: else nothing is sent', async () => {
    const before = await test.db.query(sql`SELECT id FROM thread`);
    expect((await send({ receivers: { role: 'employee', organisationId }, total: 2 })).body.code).toBe(
      'receivers-changed',
    );
    expect(await test.db.query(sql`SELECT id FROM thread`)).toHaveLength(before.length);
  });

  it('is written to in one statement, thousands in some seconds', async () => {
    const thousands = sql`
      WITH people AS (INSERT INTO person (first_name, last_name) SELECT 'Veel', 'Persoon ' || n FROM generate_series(1, 3000) n RETURNING id),
      accounts AS (INSERT INTO account (person_id, email, role, status, password_hash) SELECT id, id || '@x.example', 'employee', 'active', 'x' FROM people)
      INSERT INTO employee (person_id, personnel_number) SELECT id, 'V' || id FROM people`;
    await test.db.transaction(null, (tx) => tx.query(thousands), { isLong: true });
    const begun = Date.now();
    const { body } = await send({ title: 'Aan allen', receivers: { q: 'veel persoon' }, total: 3000 });
    expect(body).toEqual({ total: 3000 });
    expect(Date.now() - begun).toBeLessThan(30_000);
    const [counted] = await test.db.query<{ threads: number; mails: number }>(sql`
      SELECT (SELECT count(*)::int FROM thread WHERE title = 'Aan allen' AND last_number = 1 AND closed_at IS NULL AND waiting_since IS NULL) AS threads,
             (SELECT count(*)::int FROM notice WHERE kind = 'message' AND mail_due_at IS NOT NULL) AS mails`);
    expect(counted?.threads).toBe(3000);
    expect(counted?.mails).toBeGreaterThanOrEqual(3000);
  });
});

describe('kept answers', () => {
  const path = '/api/answer-templates';
  it('are kept in both languages under one name each, in versions', async () => {
    const template = { name: 'Ontvangen', bodyNl: 'Dank u', bodyEn: 'Thank you' };
    const { body: made } = await ask(test.app, staff, 'POST', path, template);
    expect((await ask(test.app, staff, 'POST', path, { ...template, name: 'ONTVANGEN' })).body.errors).toEqual([
      { pointer: '/name', code: 'taken' },
    ]);
    const changed = await ask(test.app, staff, 'PUT', `${path}/${made.id}`, {
      ...template,
      bodyNl: 'Dank u wel',
      version: 1,
    });
    expect(changed.body).toMatchObject({ version: 2, bodyNl: 'Dank u wel' });
    expect((await ask(test.app, staff, 'PUT', `${path}/${made.id}`, { ...template, version: 1 })).body.code).toBe(
      'record-changed',
    );
    expect((await ask(test.app, staff, 'DELETE', `${path}/${made.id}`, { version: 1 })).body.code).toBe(
      'record-changed',
    );
    expect((await ask(test.app, staff, 'DELETE', `${path}/${made.id}`, { version: 2 })).status).toBe(204);
    expect((await ask(test.app, staff, 'GET', path)).body.items).toEqual([]);
  });
});
