import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor, giveRight } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let admin: Client;
beforeAll(async () => {
  admin = await signInNew(test, 'admin');
});

const read = (personId: string) => ask(test.app, admin, 'GET', `/api/people/${personId}/personal-data`);
const erase = (personId: string, version = 1) =>
  ask(test.app, admin, 'POST', `/api/people/${personId}/erase`, { version });

describe('erasing a person', () => {
  it('who never worked leaves nothing of them, in the audit log neither', async () => {
    const person = await createPerson(test.db, { firstName: 'Wilhelmina', lastName: 'Nooitgewerkt' });
    const client = await signInAs(test.app, person);
    const placementId = await createPlacement(test.db, person, await createOrganisation(test.db));
    await test.db.query(sql`UPDATE employee SET birth_date = '1990-02-03' WHERE person_id = ${person.personId}::uuid`);
    expect((await read(person.personId)).body).toMatchObject({ keptBecause: null, keptUntil: null });
    expect((await erase(person.personId)).status).toBe(204);

    expect((await read(person.personId)).status).toBe(404);
    expect((await ask(test.app, client, 'GET', '/api/me')).status).toBe(401);
    const rows = await test.db.query<{ text: string }>(sql`
      SELECT a::text AS text FROM audit_event a WHERE record_id IN (${person.personId}::uuid, ${placementId}::uuid) OR actor_id = ${person.personId}::uuid`);
    const log = rows.map(({ text }) => text).join('\n');
    expect(rows.length).toBeGreaterThan(4);
    for (const word of ['Wilhelmina', 'Nooitgewerkt', person.email, '1990-02-03']) expect(log).not.toContain(word);
    const [last] = await test.db.query(
      sql`SELECT action, actor_role AS role FROM audit_event ORDER BY id DESC LIMIT 1`,
    );
    expect(last).toEqual({ action: 'erase', role: 'admin' });
  });

  it('takes their messages along, and of what they wrote in an organisation’s thread leaves that something was written', async () => {
    const { db, app } = test;
    const organisationId = await createOrganisation(db);
    const [person, colleague] = [
      await createSupervisor(db, organisationId),
      await createSupervisor(db, organisationId),
    ];
    const write = (client: Client, path: string, body: object) =>
      ask(app, client, 'POST', `/api/messages${path}`, { id: newId(), ...body });
    const client = await signInAs(app, person);
    const { body: thread } = await write(client, '', { title: 'Over Wilma', body: 'Wilma schrijft', organisationId });
    await write(await signInAs(app, colleague), `/${thread.id}/replies`, { body: 'Collega schrijft' });
    const own = await createPerson(db);
    const { body: file } = await sendFile(app, await signInAs(app, own), '/api/files?purpose=message', {
      name: 'a.pdf',
      content: '%PDF-1.7\n%âãÏÓ\n9',
    });
    await write(await signInAs(app, own), '', { title: 'Alleen van mij', body: 'x', fileIds: [file.id] });
    const data = await app.inject({ url: `/api/people/${own.personId}/personal-data/file`, cookies: admin.cookies });
    expect(JSON.parse(data.body).threads).toMatchObject([
      { title: 'Alleen van mij', messages: [{ body: 'x', files: [{ name: 'a.pdf' }] }] },
    ]);
    for (const { personId } of [person, own]) expect((await erase(personId)).status).toBe(204);
    const left = await ask(app, await signInAs(app, colleague), 'GET', `/api/messages/${thread.id}`);
    expect(left.body).toMatchObject({
      title: '•',
      personName: '•',
      messages: [{ body: '•', byName: '•' }, { body: 'Collega schrijft' }],
    });
    const [counted] = await db.query(sql`
      SELECT (SELECT count(*)::int FROM thread WHERE title = 'Alleen van mij') AS threads, (SELECT count(*)::int FROM stored_file WHERE id = ${file.id}::uuid) AS files`);
    expect(counted).toEqual({ threads: 0, files: 0 });
  });

  it('leaves nothing of them in what imports said, whose figures and other rows stay', async () => {
    const { db, app } = test;
    const heading = 'Personeelsnummer;Voornaam;Achternaam;E-mail;Geboortedatum';
    const hand = async (name: string, rows: string[]) => {
      const file = { name, content: [heading, ...rows].join('\n') };
      const { body } = await sendFile(app, admin, '/api/files?purpose=import', file);
      const run = await ask(app, admin, 'POST', '/api/imports', { kind: 'employees', fileId: body.id });
      return ended(run.body.id);
    };
    const ended = async (id: string) => {
      for (;;) {
        const { body } = await ask(app, admin, 'GET', `/api/imports/${id}`);
        if (!['checking', 'applying'].includes(body.status)) return body;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const rows = [
      '8801;Quirine;Zeldzaam;quirine@werk.example;03-02-1990',
      '8802;Bas;Blijver;bas@werk.example;01-05-1991',
      '8803;Jet;Zeldzaam;jet@werk.example;04-02-1990',
    ];
    const checked = await hand('mensen.csv', rows);
    await ask(app, admin, 'POST', `/api/imports/${checked.id}/apply`, { fingerprint: checked.result.fingerprint });
    const applied = await ended(checked.id);
    expect(applied).toMatchObject({ status: 'applied', result: { creates: 3 } });
    const elses = await hand('anderen.csv', ['8804;Kim;Ander;geen adres;']);
    const refused = await hand('fout.csv', [...rows, '8801;Quirine;Zeldzaam;quirine@werk.example;03-02-1990']);
    expect([elses.status, refused.status]).toEqual(['refused', 'refused']);

    const [quirine] = await db.query<{ id: string }>(sql`SELECT id FROM person WHERE first_name = 'Quirine'`);
    expect((await erase(quirine?.id ?? '')).status).toBe(204);
    const after = await ended(applied.id);
    const [own, ...others] = applied.result.sample;
    expect(after.result).toEqual({
      ...applied.result,
      sample: [{ ...own, name: '•', fields: {} }, ...others],
      columns: expect.anything(),
    });
    expect(await ended(elses.id)).toEqual(elses);
    const left = await ended(refused.id);
    expect(left).toMatchObject({
      status: 'refused',
      rowCount: refused.rowCount,
      result: { errorCount: refused.result.errorCount, hasWrongRows: false },
    });
    const said = await db.query<{ text: string }>(sql`SELECT result::text AS text FROM import_run`);
    for (const { text } of said)
      for (const word of ['8801', 'Quirine', 'quirine@', '03-02-1990', '1990-02-03']) expect(text).not.toContain(word);
    const files = await db.query(sql`SELECT name FROM stored_file WHERE purpose = 'import'`);
    expect(files).toEqual([{ name: 'anderen.csv' }]);
  });

  it('is refused for who has hours, has decided or works at the agency, and says how long data is kept', async () => {
    const organisationId = await createOrganisation(test.db);
    const [employee, supervisor] = [
      await createPerson(test.db, {}),
      await createPerson(test.db, { role: 'supervisor' }),
    ];
    await giveRight(test.db, supervisor, organisationId);
    const placementId = await createPlacement(test.db, employee, organisationId);
    const client = await signInAs(test.app, employee);
    const sent = await sendHours(test, client, placementId, { number: 46 });
    await ask(test.app, await signInAs(test.app, supervisor), 'POST', '/api/worksheets/decline', {
      items: [{ id: sent.id, version: sent.version }],
      reason: 'Woensdag klopt niet',
    });
    expect((await read(employee.personId)).body).toMatchObject({ keptBecause: 'has-hours', keptUntil: '2033-12-31' });
    expect((await read(supervisor.personId)).body).toMatchObject({ keptBecause: 'has-decided' });
    const colleague = await createPerson(test.db, { role: 'staff' });
    for (const { personId } of [employee, supervisor, colleague]) {
      expect((await erase(personId)).body.code).toBe('person-has-worked');
    }
  });

  it('is refused when the record changed since', async () => {
    const person = await createPerson(test.db, {});
    await test.db.query(sql`UPDATE person SET version = 2 WHERE id = ${person.personId}::uuid`);
    expect((await erase(person.personId)).body.code).toBe('record-changed');
    expect((await read(person.personId)).status).toBe(200);
  });

  it('is the only thing that changes words of the audit log', async () => {
    const person = await createPerson(test.db, {});
    const blot = (changes: string) =>
      test.db.transaction(null, async (tx) => {
        await tx.query(sql`SELECT set_config('konnekt.erase', ${person.personId}, true)`);
        await tx.query(sql`
          UPDATE audit_event SET subject_name = '•', changes = ${changes}::jsonb WHERE record_id = ${person.personId}::uuid`);
      });
    await expect(blot('{}')).rejects.toThrow('append-only');
    await expect(test.db.query(sql`UPDATE audit_event SET subject_name = '•'`)).rejects.toThrow('append-only');
  });
});

describe('a person’s data', () => {
  it('comes as one file with all that is stored of them and no secrets, and the log says who took it', async () => {
    const person = await createPerson(test.db, {});
    await createPlacement(test.db, person, await createOrganisation(test.db, 'Bakkerij Zoet'));
    const answer = await test.app.inject({
      url: `/api/people/${person.personId}/personal-data/file`,
      cookies: admin.cookies,
    });
    const data = JSON.parse(answer.body);
    expect(data).toMatchObject({
      account: [{ email: person.email }],
      placements: [{ organisation: 'Bakkerij Zoet' }],
      worksheets: [],
    });
    expect(answer.body).not.toMatch(/argon2|hash/);
    const [last] = await test.db.query(sql`
      SELECT action, subject_id AS id FROM audit_event WHERE action = 'export' ORDER BY id DESC LIMIT 1`);
    expect(last).toEqual({ action: 'export', id: person.personId });
  });
});
