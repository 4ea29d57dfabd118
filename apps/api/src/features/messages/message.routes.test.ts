import { beforeAll, describe, expect, it } from 'vitest';
import { bounds } from '#api/kit/bounds';
import { newId } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, sendFile, testApp } from '#api/test/build-app';
import { createOrganisation, createPerson, createSupervisor, giveRight, type Person } from '#api/test/factories';
import { signInAs, signInNew } from '#api/test/sign-in-as';

const test = testApp();
let person: Person;
let employee: Client;
let staff: Client;
let colleague: Client;
let stranger: Client;

beforeAll(async () => {
  person = await createPerson(test.db);
  employee = await signInAs(test.app, person);
  staff = await signInAs(test.app, await createPerson(test.db, { role: 'staff', firstName: 'Stef' }));
  colleague = await signInNew(test, 'staff');
  stranger = await signInNew(test, 'employee');
});

const get = (who: Client, path = '') => ask(test.app, who, 'GET', `/api/messages${path}`);
const post = (who: Client, path: string, body: object) => ask(test.app, who, 'POST', `/api/messages${path}`, body);
const begin = (who: Client, more: object = {}) =>
  post(who, '', { id: newId(), title: 'Mijn uren', body: 'Klopt week 47?', ...more });
const reply = (who: Client, id: string, body = 'Ja.', more: object = {}) =>
  post(who, `/${id}/replies`, { id: newId(), body, ...more });
const counts = async (who: Client) => (await get(who, '/counts')).body;
const hand = async (who: Client, name = 'foto.pdf', content: string | Buffer = '%PDF-1.7\n%âãÏÓ\n1 0 obj') =>
  sendFile(test.app, who, '/api/files?purpose=message', { name, content });

describe('a thread', () => {
  it('is written to the agency, new to all of the office, answered, and new to who wrote it until it is read', async () => {
    const { status, body: thread } = await begin(employee);
    expect(status).toBe(201);
    expect(thread).toMatchObject({
      title: 'Mijn uren',
      personName: person.name,
      organisationName: null,
      isUnread: false,
    });
    for (const who of [staff, colleague]) expect(await counts(who)).toMatchObject({ unread: 1, waiting: 1 });
    expect(await counts(employee)).toEqual({ unread: 0, waiting: null });

    const { body: answered } = await reply(staff, thread.id, 'Ja, dat klopt.');
    expect(
      answered.messages.map(({ body, isOffice }: { body: string; isOffice: boolean }) => [body, isOffice]),
    ).toEqual([
      ['Klopt week 47?', false],
      ['Ja, dat klopt.', true],
    ]);
    expect(await counts(employee)).toEqual({ unread: 1, waiting: null });
    const [row] = (await get(employee)).body.items;
    expect(row).toMatchObject({
      id: thread.id,
      isUnread: true,
      last: { excerpt: 'Ja, dat klopt.', isOffice: true },
      takenBy: null,
      waitingSince: null,
    });
    expect((await post(employee, `/${thread.id}/read`, { number: 2 })).body).toEqual({ unread: 0, waiting: null });
    // What somebody has not read stays new for them, whatever a colleague did.
    expect(await counts(colleague)).toMatchObject({ unread: 1, waiting: 0 });
    await post(colleague, `/${thread.id}/read`, { number: 2 });
    await post(staff, `/${thread.id}/read`, { number: 2 });
  });

  it('is nobody else’s: not in lists, search or counts, and neither are its files', async () => {
    const { body: file } = await hand(employee);
    const { body: thread } = await begin(employee, { title: 'Heel geheim', fileIds: [file.id] });
    expect((await get(stranger, '?q=geheim')).body).toMatchObject({ items: [], total: 0 });
    expect((await get(stranger, `/${thread.id}`)).status).toBe(404);
    expect((await reply(stranger, thread.id)).status).toBe(404);
    const open = (who: Client) => ask(test.app, who, 'GET', `/api/message-files/${file.id}`);
    expect([(await open(stranger)).status, (await open(employee)).status, (await open(staff)).status]).toEqual([
      404, 200, 200,
    ]);
    expect((await open(staff)).headers['content-disposition']).toContain('attachment');
    expect(await counts(stranger)).toEqual({ unread: 0, waiting: null });
    expect((await get(employee, '?q=GEHEIM')).body.items).toMatchObject([{ id: thread.id, hasFiles: true }]);
  });

  it('goes to the agency: another receiver that an employee or supervisor names is refused, and not left out unseen', async () => {
    const client = await createSupervisor(test.db, await createOrganisation(test.db));
    const supervisor = await signInAs(test.app, client);
    const asked = { id: newId() };
    for (const [who, personId] of [
      [employee, client.personId],
      [employee, person.personId],
      [supervisor, person.personId],
      [employee, newId()],
    ] as const)
      expect(await begin(who, { ...asked, personId })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/personId', code: 'not-allowed' }] },
      });
    expect((await begin(employee, { ...asked, personId: null })).status).toBe(201);
    expect((await begin(employee, { ...asked, personId: client.personId })).status).toBe(400);
  });

  it('is there once, however often it is sent, and so is a reply; an id of somebody else is none of theirs', async () => {
    const asked = { id: newId(), title: 'Dubbel', body: 'Eén keer' };
    const [one, other] = await Promise.all([post(employee, '', asked), post(employee, '', asked)]);
    const again = await post(employee, '', asked);
    expect([one.status, other.status, again.status]).toEqual([201, 201, 201]);
    const answer = { id: newId(), body: 'En nog iets' };
    const replies = await Promise.all([1, 2, 3].map(() => post(employee, `/${asked.id}/replies`, answer)));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await get(employee, `/${asked.id}`)).body.messages).toHaveLength(2);
    expect((await post(stranger, '', asked)).body.errors).toEqual([{ pointer: '/id', code: 'duplicate' }]);
    expect((await reply(staff, asked.id, 'x', { id: answer.id })).body.errors).toEqual([
      { pointer: '/id', code: 'duplicate' },
    ]);
  });

  it('is refused when it is sent again with other words, subject, files or reader: what was amended is not lost unseen', async () => {
    const [first, second] = [(await hand(employee)).body.id, (await hand(employee, 'twee.pdf')).body.id];
    const asked = { id: newId(), title: 'Gewijzigd', body: 'Eerst  zo', fileIds: [first, second] };
    expect((await post(employee, '', asked)).status).toBe(201);
    // As it was typed, in another order of files: the same.
    const same = { ...asked, title: ' Gewijzigd ', fileIds: [second, first] };
    expect((await post(employee, '', same)).status).toBe(201);
    const [own, ...went] = ['/id', '/fileIds/0', '/fileIds/1'].map((pointer) => ({ pointer, code: 'already-sent' }));
    const third = (await hand(employee, 'drie.pdf')).body.id;
    for (const [amended, errors] of [
      [{ title: 'Anders' }, [own, ...went]],
      [{ body: 'Eerst zo, en meer' }, [own, ...went]],
      [{ fileIds: [] }, [own]],
      [{ fileIds: [third, second] }, [own, went[1]]],
      [{ worksheetId: newId() }, [own, ...went]],
    ] as const)
      expect(await post(employee, '', { ...asked, ...amended })).toMatchObject({ status: 400, body: { errors } });

    const answer = { id: newId(), body: 'Een antwoord', fileIds: [] };
    const replies = `/${asked.id}/replies`;
    expect((await post(staff, replies, answer)).status).toBe(201);
    expect((await post(staff, replies, answer)).status).toBe(201);
    expect((await post(staff, replies, { ...answer, body: 'Een ander antwoord' })).body.errors).toEqual([own]);
    expect((await get(staff, `/${asked.id}`)).body.messages).toHaveLength(2);

    const [one, other] = [await createPerson(test.db), await createPerson(test.db)];
    const toOne = { id: newId(), title: 'Aan u', body: 'Hallo', personId: one.personId };
    expect((await post(staff, '', toOne)).status).toBe(201);
    expect((await post(staff, '', toOne)).status).toBe(201);
    expect((await post(staff, '', { ...toOne, personId: other.personId })).body.errors).toEqual([own]);
  });

  it('keeps lines, emoji and letters of any direction, and nothing that nobody sees', async () => {
    const body = 'Regel één\r\n\r\n  👩‍🔧 עברית \u202eabc\u202c \ud83d einde\u0007';
    const { body: thread } = await begin(employee, { title: ' Twee  \u200bwoorden ', body });
    expect(thread.title).toBe('Twee woorden');
    expect(thread.messages[0].body).toBe('Regel één\n\n  👩‍🔧 עברית abc \ufffd einde');
    for (const wrong of [
      { title: 'a\nb' },
      { title: ' \u200b ' },
      { body: '\u200b \n' },
      { body: 'a\0b' },
      { body: 'x'.repeat(5001) },
    ])
      expect((await begin(employee, wrong)).status, JSON.stringify(wrong)).toBe(400);
  });

  it('takes files by what is in them, each with one message, and only one’s own', async () => {
    const page = '<html><script>alert(1)</script></html>';
    // Words are words: a table of them, to keep and never to run; and no page that they are called.
    expect((await hand(employee, 'rekening.txt', page)).body).toMatchObject({ mediaType: 'text/csv' });
    expect((await hand(employee, 'rekening.pdf', page)).body).toMatchObject({ errors: [{ code: 'file-type' }] });
    const svg = await hand(employee, 'foto.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    expect(svg.body).toMatchObject({ code: 'invalid-input', errors: [{ pointer: '/file', code: 'file-type' }] });
    const { body: file } = await hand(employee);
    expect((await begin(employee, { fileIds: [file.id] })).status).toBe(201);
    const gone = { errors: [{ pointer: '/fileIds/0', code: 'file-gone' }] };
    expect((await begin(employee, { fileIds: [file.id] })).body).toMatchObject(gone);
    expect((await begin(stranger, { fileIds: [(await hand(employee)).body.id] })).body).toMatchObject(gone);
    const ids = Array.from({ length: 11 }, () => newId());
    expect((await begin(employee, { fileIds: ids })).status).toBe(400);
  });

  it('has a file alone, and a message its id, also where several are sent at the same moment', async () => {
    const { body: file } = await hand(employee);
    const sent = await Promise.all(Array.from({ length: 8 }, () => begin(employee, { fileIds: [file.id] })));
    expect(sent.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(400)]);

    const [one, other] = (await Promise.all([begin(employee), begin(employee)])).map(({ body }) => body.id);
    const id = newId();
    const replies = await Promise.all([one, other, one, other].map((thread) => reply(staff, thread, 'Ja.', { id })));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 201, 400, 400]);
  });

  it('is put away for its reader alone, not when something came meanwhile, and a new message brings it back', async () => {
    const { body: thread } = await begin(employee, { title: 'Weg ermee' });
    await reply(staff, thread.id);
    const away = (number: number) => post(employee, `/${thread.id}/archive`, { isArchived: true, number });
    expect((await away(1)).body.code).toBe('record-changed');
    expect((await away(2)).body.isArchived).toBe(true);
    const views = async () =>
      Promise.all(['inbox', 'archived'].map(async (view) => (await get(employee, `?view=${view}&q=ermee`)).body.total));
    expect(await views()).toEqual([0, 1]);
    expect((await get(staff, '?q=ermee')).body.total).toBe(1);
    await reply(staff, thread.id, 'Nog iets');
    expect(await views()).toEqual([1, 0]);
  });

  it('stays new up to what was read: what comes while one reads is not read unseen', async () => {
    const { body: thread } = await begin(employee);
    await reply(staff, thread.id, 'Eén');
    await reply(staff, thread.id, 'Twee');
    expect((await post(employee, `/${thread.id}/read`, { number: 2 })).body.unread).toBeGreaterThan(0);
    const unread = async () => (await get(employee, '?view=unread')).body.items.map(({ id }: { id: string }) => id);
    expect(await unread()).toContain(thread.id);
    await reply(employee, thread.id, 'Ik schrijf, en las het laatste niet');
    expect(await unread()).toContain(thread.id);
    await post(employee, `/${thread.id}/read`, { number: 4 });
    expect(await unread()).not.toContain(thread.id);
  });

  it('is never changed, and is written in at a pace that people have', async () => {
    const hasty = await signInNew(test, 'employee');
    const { body: thread } = await begin(hasty);
    for (let n = 1; n < bounds.messagesAnHour; n++) expect((await reply(hasty, thread.id)).status).toBe(201);
    expect((await reply(hasty, thread.id)).body.code).toBe('too-fast');
    expect((await reply(staff, thread.id)).status).toBe(201);
    await expect(test.db.query(sql`UPDATE thread_message SET body = 'x'`)).rejects.toThrow('append-only');
    await expect(test.db.query(sql`DELETE FROM thread_message`)).rejects.toThrow('append-only');
  });
});

describe('a thread of the office', () => {
  it('is with one person outside it, whose organisation is one where they hold a right', async () => {
    const organisationId = await createOrganisation(test.db, 'Bakkerij Zoet');
    const supervisor = await createSupervisor(test.db, organisationId);
    const elsewhere = await createOrganisation(test.db);
    const to = (more: object) => begin(staff, { personId: supervisor.personId, ...more });
    expect((await to({ organisationId })).body).toMatchObject({
      organisationName: 'Bakkerij Zoet',
      waitingSince: null,
    });
    expect((await to({})).body.errors).toEqual([{ pointer: '/organisationId', code: 'required' }]);
    expect((await to({ organisationId: elsewhere })).body.errors).toEqual([
      { pointer: '/organisationId', code: 'unknown' },
    ]);
    expect((await begin(staff)).body.errors).toEqual([{ pointer: '/personId', code: 'required' }]);
    const office = await createPerson(test.db, { role: 'admin' });
    expect((await begin(staff, { personId: office.personId })).body.errors).toEqual([
      { pointer: '/personId', code: 'unknown' },
    ]);
    await giveRight(test.db, supervisor, elsewhere);
    expect((await begin(await signInAs(test.app, supervisor))).body.errors).toEqual([
      { pointer: '/organisationId', code: 'required' },
    ]);
  });

  it('waits since the first message that nobody answered; the longest first', async () => {
    const { body: first } = await begin(employee, { title: 'Wacht het langst' });
    const { body: second } = await begin(employee, { title: 'Wacht korter' });
    await reply(employee, first.id, 'Hallo?');
    const waiting = async () =>
      (await get(staff, '?view=waiting&q=wacht')).body.items.map(({ title }: { title: string }) => title);
    expect(await waiting()).toEqual(['Wacht het langst', 'Wacht korter']);
    await reply(staff, first.id);
    expect(await waiting()).toEqual(['Wacht korter']);
    expect((await get(employee, '?view=waiting')).body.total).toBe(0);
    await post(staff, `/${second.id}/handle`, { act: 'close', version: second.version });
    expect(await waiting()).toEqual([]);
  });

  it('is taken by one of two, closed as it was seen, and opened by any new word', async () => {
    const { body: thread } = await begin(employee, { title: 'Wie pakt dit' });
    const handle = (who: Client, act: string, version: number) => post(who, `/${thread.id}/handle`, { act, version });
    const taken = await Promise.all([staff, colleague].map((who) => handle(who, 'take', thread.version)));
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { version } = (await get(staff, `/${thread.id}`)).body;
    await reply(employee, thread.id, 'Laat maar');
    // A message that nobody saw is not closed away.
    expect((await handle(staff, 'close', version)).body.code).toBe('record-changed');
    const seen = (await get(staff, `/${thread.id}`)).body;
    const closed = await handle(staff, 'close', seen.version);
    expect(closed.body).toMatchObject({ isArchived: true, waitingSince: null });
    expect((await handle(staff, 'take', closed.body.version)).body.code).toBe('wrong-state');
    expect((await get(staff, '?view=archived&q=pakt')).body.total).toBe(1);
    await reply(employee, thread.id, 'Toch niet');
    expect((await get(staff, `/${thread.id}`)).body).toMatchObject({
      isArchived: false,
      waitingSince: expect.any(String),
    });
    expect((await handle(employee, 'take', 1)).status).toBe(403);
    // Who is outside does not hear who answers.
    expect((await get(employee, `/${thread.id}`)).body).toMatchObject({ takenBy: null, waitingSince: null });
  });
});

it('half a character is refused at its field in a title, and said as one mark in a text', async () => {
  const half = '\ud800';
  const refused = await begin(employee, { title: half, body: half });
  expect([refused.status, refused.body.errors]).toEqual([400, [{ pointer: '/title', code: 'odd-characters' }]]);
  const { body: thread } = await begin(employee, { body: half });
  expect(thread.messages).toMatchObject([{ body: '\ufffd' }]);
});

describe('what one is writing', () => {
  it('is kept as it was typed, for oneself alone, until nothing is left of it', async () => {
    const { body: thread } = await begin(employee);
    const draft = (who: Client, threadId?: string) =>
      ask(test.app, who, 'GET', `/api/message-draft${threadId ? `?threadId=${threadId}` : ''}`).then(
        ({ body }) => body,
      );
    const keep = (threadId: string | null, body: string, title = '') =>
      ask(test.app, employee, 'PUT', '/api/message-draft', { threadId, title, body });
    expect((await keep(thread.id, '  half een zin \n')).status).toBe(204);
    await keep(null, 'x\0y\ud83d', 'Onder');
    expect(await draft(employee, thread.id)).toEqual({ title: '', body: '  half een zin \n', files: [] });
    expect(await draft(employee)).toEqual({ title: 'Onder', body: 'xy\ufffd', files: [] });
    expect(await draft(staff, thread.id)).toEqual({ title: '', body: '', files: [] });
    const unseen = { threadId: thread.id, body: 'Ik zie dit niet' };
    expect((await ask(test.app, stranger, 'PUT', '/api/message-draft', unseen)).status).toBe(404);
    await keep(thread.id, '');
    expect(await draft(employee, thread.id)).toEqual({ title: '', body: '', files: [] });
  });

  it('is gone with what was sent of it, in a thread or for a new one, and stays when that is sent once more', async () => {
    const { body: thread } = await begin(employee);
    const [inThread, forNew] = [{ threadId: thread.id }, { threadId: null }];
    const keep = (where: object, body: string) =>
      ask(test.app, employee, 'PUT', '/api/message-draft', { ...where, title: '', body });
    const kept = async (threadId?: string) =>
      (await ask(test.app, employee, 'GET', `/api/message-draft${threadId ? `?threadId=${threadId}` : ''}`)).body.body;
    await keep(inThread, 'Ja');
    await keep(forNew, 'Nieuw');
    const answer = { id: newId(), body: 'Ja' };
    const send = () => ask(test.app, employee, 'POST', `/api/messages/${thread.id}/replies`, answer);
    expect((await send()).status).toBe(201);
    expect([await kept(thread.id), await kept()]).toEqual(['', 'Nieuw']);
    await keep(inThread, 'En zaterdag');
    await send();
    expect(await kept(thread.id)).toBe('En zaterdag');
    await begin(employee, { body: 'Nieuw' });
    expect([await kept(thread.id), await kept()]).toEqual(['En zaterdag', '']);
  });

  it('keeps what is to go along, as long as that is one’s own and was not sent', async () => {
    const { body: thread } = await begin(employee);
    const [own, foreign] = [(await hand(employee, 'eigen.pdf')).body, (await hand(staff, 'ander.pdf')).body];
    const kept = () => ask(test.app, employee, 'GET', `/api/message-draft?threadId=${thread.id}`);
    const fileIds = [own.id, foreign.id, newId()];
    const draft = { threadId: thread.id, title: '', body: '', fileIds };
    expect((await ask(test.app, employee, 'PUT', '/api/message-draft', draft)).status).toBe(204);
    expect((await kept()).body.files).toEqual([expect.objectContaining({ id: own.id, name: 'eigen.pdf' })]);
    const reply = { id: newId(), body: 'Zie bijlage', fileIds: [own.id] };
    expect((await ask(test.app, employee, 'POST', `/api/messages/${thread.id}/replies`, reply)).status).toBe(201);
    expect((await kept()).body.files).toEqual([]);
  });
});
