import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createPlacement, createSupervisor } from '#api/test/factories';
import { sendHours } from '#api/test/send-hours';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';
import { findBrokenRules } from '../data-check/data-check.repository.ts';

const test = testApp();
let admin: Client;
let supervisor: Client;
let here: string;
let there: string;

beforeAll(async () => {
  const { app, db } = test;
  admin = await signInNew(test, 'admin');
  [here, there] = [await createOrganisation(db), await createOrganisation(db)];
  const person = await createSupervisor(db, [here, there]);
  supervisor = await signInAs(app, person);
});

const texts = (word: string) => ({ approvalTextNl: `Akkoord met ${word}`, approvalTextEn: `Agreed to ${word}` });
const none = { approvalTextNl: null, approvalTextEn: null };
async function save(path: string, changes: object) {
  const { body } = await ask(test.app, admin, 'GET', path);
  const answer = await ask(test.app, admin, 'PUT', path, { ...body, ...changes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}
const setAgency = (changes: object) => save('/api/settings', changes);
const setClient = (id: string, changes: object) => save(`/api/organisations/${id}`, changes);
const list = async () => (await ask(test.app, supervisor, 'GET', '/api/approval-texts')).body.items;

async function sent(organisationId: string) {
  const { app, db } = test;
  const person = await createPerson(db);
  const placementId = await createPlacement(db, person, organisationId);
  return sendHours(test, await signInAs(app, person), placementId);
}
const approve = async (sheets: { id: string; version: number }[], approvalTextIds?: string[]) =>
  (
    await ask(test.app, supervisor, 'POST', '/api/worksheets/approve', {
      items: sheets.map(({ id, version }) => ({ id, version })),
      ...(approvalTextIds && { approvalTextIds }),
    })
  ).body;
const eventOf = async (id: string) =>
  (await ask(test.app, supervisor, 'GET', `/api/worksheets/${id}`)).body.history.at(-1);

describe('what is agreed to by approving', () => {
  it('is nothing where no text is set', async () => {
    expect(await list()).toEqual([]);
    const sheet = await sent(here);
    expect((await approve([sheet])).done).toHaveLength(1);
    expect(await eventOf(sheet.id)).toMatchObject({ action: 'approve', approvalText: null });
  });

  it('is kept with the approval: the version that was read, with its hash', async () => {
    await setAgency(texts('de voorwaarden'));
    const [text] = await list();
    expect(text).toMatchObject({ version: 1, textNl: 'Akkoord met de voorwaarden', organisationIds: null });
    const [one, ...more] = [await sent(here), await sent(here), await sent(there)];
    expect((await approve([one])).refused).toEqual([{ id: one.id, code: 'approval-text' }]);
    expect((await approve([one, ...more])).refused).toHaveLength(3);
    expect((await approve([one], [text.id])).done).toHaveLength(1);
    expect((await approve(more, [text.id])).done).toHaveLength(2);
    await setAgency(texts('iets anders'));
    for (const { id } of [one, ...more]) {
      const { approvalText } = await eventOf(id);
      const content = `${approvalText.textNl}\n\n${approvalText.textEn}`;
      expect(approvalText).toMatchObject({ version: 1, textNl: 'Akkoord met de voorwaarden' });
      expect(approvalText.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    }
    await expect(test.db.query(sql`UPDATE approval_text SET text_nl = 'x'`)).rejects.toThrow('append-only');
  });

  it('is a client’s own where it has one, and judged on what is in force at that moment', async () => {
    const [before] = await list();
    await setClient(there, texts('onze afspraken'));
    const items = await list();
    const own = items.find(({ organisationIds }: { organisationIds: string[] | null }) => organisationIds !== null);
    expect(own).toMatchObject({ version: 1, organisationIds: [there] });
    const [atHere, atThere] = [await sent(here), await sent(there)];
    const first = await approve([atHere, atThere], [before.id]);
    expect(first.done.map(({ id }: { id: string }) => id)).toEqual([atHere.id]);
    expect(first.refused).toEqual([{ id: atThere.id, code: 'approval-text' }]);
    expect((await approve([atThere], [before.id, own.id])).done).toHaveLength(1);
    // Without one of its own it has the agency’s again; saved as it was, no version is made.
    await setClient(there, { city: 'Urk' });
    expect(await list()).toEqual(items);
    await setClient(there, none);
    expect((await list()).map(({ id }: { id: string }) => id)).toEqual([before.id]);
    await setClient(there, texts('onze afspraken'));
    expect((await list()).find((one: { organisationIds: string[] | null }) => one.organisationIds)?.version).toBe(2);
    await setClient(there, none);
  });

  it('is written in both languages, and not shown to others', async () => {
    const { body: settings } = await ask(test.app, admin, 'GET', '/api/settings');
    const half = await ask(test.app, admin, 'PUT', '/api/settings', { ...settings, approvalTextEn: null });
    expect(half.body.errors).toEqual([{ pointer: '/approvalTextEn', code: 'required' }]);
    await setClient(there, texts('onze afspraken'));
    const seen = await ask(test.app, await signInSupervisor(test, here), 'GET', '/api/approval-texts');
    expect(seen.body.items).toHaveLength(1);
    expect(await findBrokenRules(test.db)).toEqual([]);
  });
});
