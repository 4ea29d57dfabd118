import { beforeAll, describe, expect, it } from 'vitest';
import { holdPlacement } from '#api/features/placements/placement.repository';
import { sql } from '#api/kit/sql';
import { ask, type Client, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  hourTypeId,
  type Person,
} from '#api/test/factories';
import { signInAs, signInNew, signInSupervisor } from '#api/test/sign-in-as';

const test = testApp();

let employee: Client;
let supervisor: Client;
let outsider: Client;
let staff: Client;
let employeePerson: Person;
let organisationId: string;
let normal: string;

beforeAll(async () => {
  const { app, db } = test;
  normal = await hourTypeId(db);
  organisationId = await createOrganisation(db, 'Van Dijk Logistiek');
  employeePerson = await createPerson(db, { firstName: 'Bram', lastName: 'Bakker' });
  employee = await signInAs(app, employeePerson);
  supervisor = await signInSupervisor(test, organisationId);
  outsider = await signInSupervisor(test, await createOrganisation(db));
  staff = await signInNew(test, 'staff');
});

/** A placement of its own per test, so that tests do not meet. */
const newPlacement = (options = {}) => createPlacement(test.db, employeePerson, organisationId, options);
const day = (date: string, minutes = 480, more = {}) => ({ hourTypeId: normal, date, minutes, ...more });
const week = () => [16, 17, 18, 19, 20].map((n) => day(`2026-11-${n}`));

async function saved(lines = week(), placementId?: string) {
  const payload = { placementId: placementId ?? (await newPlacement()), year: 2026, number: 47, lines };
  const { status, body } = await ask(test.app, employee, 'POST', '/api/worksheets', payload);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
async function step(client: Client, worksheet: { id: string; version: number }, action: string, more = {}) {
  return ask(test.app, client, 'POST', `/api/worksheets/${worksheet.id}/${action}`, {
    version: worksheet.version,
    ...more,
  });
}
/** Somebody new: one person’s hours clash with those in their other placements. */
async function asSomebodyNew() {
  employeePerson = await createPerson(test.db, { firstName: 'Bram', lastName: 'Bakker' });
  employee = await signInAs(test.app, employeePerson);
}
async function sent(lines = week()) {
  const { status, body } = await step(employee, await saved(lines), 'send');
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}
const decide = (client: Client, decision: string, items: { id: string; version: number }[], reason?: string) =>
  ask(test.app, client, 'POST', `/api/worksheets/${decision}`, {
    items: items.map(({ id, version }) => ({ id, version })),
    ...(reason && { reason }),
  });
const read = async (client: Client, id: string) => (await ask(test.app, client, 'GET', `/api/worksheets/${id}`)).body;
const actions = (worksheet: { history: { action: string }[] }) => worksheet.history.map(({ action }) => action);

async function endOn(placementId: string, endsOn: string) {
  const { number: _, ...record } = (await ask(test.app, staff, 'GET', `/api/placements/${placementId}`)).body;
  return ask(test.app, staff, 'PUT', `/api/placements/${placementId}`, { ...record, endsOn });
}

describe('POST /api/worksheets', () => {
  it('saves a week as a draft, with its sums and history', async () => {
    const worksheet = await saved();
    expect(worksheet).toMatchObject({
      status: 'draft',
      version: 1,
      totalMinutes: 2400,
      workedMinutes: 2400,
      plannedMinutes: 2400,
    });
    expect(worksheet.reference).toMatch(/^UB-2026-W47-\d{6}$/);
    expect(worksheet.lines).toHaveLength(5);
    expect(actions(worksheet)).toEqual(['save']);
    expect(worksheet.allowed).toEqual(expect.arrayContaining(['save', 'send']));
  });

  it('says where each wrong line is wrong, and stores nothing', async () => {
    const placementId = await newPlacement();
    const lines = [
      day('2026-11-23'),
      day('2026-11-16', 1500),
      day('2026-11-17', 480, { startsAt: '07:00', endsAt: '15:30', breakMinutes: 60 }),
      { ...day('2026-11-18'), hourTypeId: await hourTypeId(test.db, 'ADJ') },
      { ...day('2026-11-19'), date: null },
    ];
    const { status, body } = await ask(test.app, employee, 'POST', '/api/worksheets', {
      placementId,
      year: 2026,
      number: 47,
      lines,
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual(
      expect.arrayContaining([
        { pointer: '/lines/0/date', code: 'date-outside-period' },
        { pointer: '/lines/1/minutes', code: 'day-overfull' },
        { pointer: '/lines/2/minutes', code: 'minutes-differ-from-times' },
        { pointer: '/lines/3/hourTypeId', code: 'unknown-hour-type' },
        { pointer: '/lines/4/date', code: 'date-missing' },
      ]),
    );
    expect(await test.db.prisma.worksheet.count({ where: { placementId } })).toBe(0);
  });

  it('refuses a second one for the same placement and period, naming the first', async () => {
    const placementId = await newPlacement();
    const first = await saved(week(), placementId);
    const { status, body } = await ask(test.app, employee, 'POST', '/api/worksheets', {
      placementId,
      year: 2026,
      number: 47,
      lines: [],
    });
    expect([status, body.code, body.worksheetId, body.version]).toEqual([409, 'worksheet-exists', first.id, 1]);
  });

  it('refuses a period that the supervisor began before the hours became the employee’s, with the reason', async () => {
    const elsewhere = await createOrganisation(test.db);
    const placementId = await createPlacement(test.db, employeePerson, elsewhere, { hoursBy: 'supervisor' });
    const registrar = await signInSupervisor(test, elsewhere, { mayRegister: true });
    const rows = [{ placementId, lines: [{ hourTypeId: normal, date: null, minutes: 480 }] }];
    const period = { periodType: 'week', year: 2026, period: 47 };
    await ask(test.app, registrar, 'POST', '/api/registration/save', { ...period, rows });
    await test.db.query(sql`UPDATE placement SET hours_by = 'employee' WHERE id = ${placementId}::uuid`);

    const entry = await ask(test.app, employee, 'GET', `/api/placements/${placementId}/entry?year=2026&number=47`);
    expect(entry.body).toMatchObject({ worksheet: null, placement: { hoursBy: 'supervisor' } });
    const begun = await ask(test.app, employee, 'POST', '/api/worksheets', {
      placementId,
      year: 2026,
      number: 47,
      lines: week(),
    });
    expect(begun.body.code).toBe('placement-registered-by-supervisor');
    const next = await ask(test.app, employee, 'GET', `/api/placements/${placementId}/entry?year=2026&number=46`);
    expect(next.body.placement.hoursBy).toBe('employee');
  });

  it('makes one worksheet of ten saves at the same moment', async () => {
    const placementId = await newPlacement();
    const payload = { placementId, year: 2026, number: 47, lines: week() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ask(test.app, employee, 'POST', '/api/worksheets', payload)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'worksheet-exists')).toHaveLength(9);
  });

  it.each([
    ['a fixed number of hours', { basis: 'fixed' }, 47, 'placement-has-fixed-hours'],
    ['hours that the supervisor registers', { hoursBy: 'supervisor' }, 47, 'placement-registered-by-supervisor'],
    ['a period after the placement', { endsOn: '2026-10-31' }, 47, 'period-outside-placement'],
    ['a period that has not begun', {}, 48, 'period-in-the-future'],
    ['a week that does not exist', {}, 54, 'not-found'],
  ])('refuses %s', async (_, options, number, code) => {
    const placementId = await newPlacement(options);
    const { body } = await ask(test.app, employee, 'POST', '/api/worksheets', {
      placementId,
      year: 2026,
      number,
      lines: [],
    });
    expect(body.code).toBe(code);
  });

  it('does not find the placement of somebody else', async () => {
    const other = await createPerson(test.db);
    const placementId = await createPlacement(test.db, other, organisationId);
    const { status } = await ask(test.app, employee, 'POST', '/api/worksheets', {
      placementId,
      year: 2026,
      number: 47,
      lines: [],
    });
    expect(status).toBe(404);
  });
});

describe('PUT /api/worksheets/:id', () => {
  const put = (client: Client, id: string, version: number, lines: object[]) =>
    ask(test.app, client, 'PUT', `/api/worksheets/${id}`, { version, lines, remark: 'Maandag later begonnen' });

  it('replaces the lines and raises the version', async () => {
    const draft = await saved();
    const { body } = await put(employee, draft.id, 1, [day('2026-11-16', 450)]);
    expect(body).toMatchObject({ version: 2, totalMinutes: 450, remark: 'Maandag later begonnen' });
    expect(body.lines).toHaveLength(1);
  });

  it('refuses an older version, names the newer one, and keeps what was saved', async () => {
    const draft = await saved();
    await put(employee, draft.id, 1, [day('2026-11-16', 450)]);
    const { status, body } = await put(employee, draft.id, 1, []);
    expect([status, body.code, body.version, body.changedBy]).toEqual([
      409,
      'worksheet-changed',
      2,
      employeePerson.name,
    ]);
    expect((await read(employee, draft.id)).totalMinutes).toBe(450);
  });

  it('lets one of eight saves of the same version through', async () => {
    const draft = await saved();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => put(employee, draft.id, 1, [day('2026-11-16', 60 + i)])),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await test.db.prisma.hourLine.count({ where: { worksheetId: draft.id } })).toBe(1);
  });

  it('refuses to change what was sent', async () => {
    const worksheet = await sent();
    const { status, body } = await put(employee, worksheet.id, worksheet.version, []);
    expect([status, body.code]).toEqual([409, 'wrong-state']);
  });

  it('never lets a supervisor overwrite an employee', async () => {
    const worksheet = await sent();
    expect((await put(supervisor, worksheet.id, worksheet.version, [])).status).toBe(403);
    expect((await put(outsider, worksheet.id, worksheet.version, [])).status).toBe(404);
  });
});

describe('sending', () => {
  it('seals a numbered submission whose hash is over its canonical form', async () => {
    const worksheet = await sent();
    expect(worksheet.status).toBe('submitted');
    expect(worksheet.submissions).toHaveLength(1);
    const [row] = await test.db.query<{ content: string; sha256: string; ok: boolean }>(sql`
      SELECT content, sha256, encode(sha256(convert_to(content, 'UTF8')), 'hex') = sha256 AS ok
        FROM submission WHERE worksheet_id = ${worksheet.id}::uuid`);
    expect(row?.ok).toBe(true);
    expect(JSON.parse(row?.content ?? '').lines).toHaveLength(5);
  });

  it('refuses days on which the placement does not run any more', async () => {
    const draft = await saved();
    await test.db.prisma.placement.update({
      where: { id: draft.placement.id },
      data: { endsOn: new Date('2026-11-19') },
    });
    const { status, body } = await step(employee, draft, 'send');
    expect([status, body.errors]).toEqual([400, [{ pointer: '/lines/4/date', code: 'date-outside-placement' }]]);
    expect((await read(employee, draft.id)).status).toBe('draft');
  });

  it('waits for the office that is just ending the placement, and then refuses the days after it', async () => {
    const draft = await saved();
    const placementId: string = draft.placement.id;
    let sending: ReturnType<typeof step> | undefined;
    await test.db.transaction(null, async (tx) => {
      await holdPlacement(tx, placementId);
      await tx.query(sql`UPDATE placement SET ends_on = '2026-11-19' WHERE id = ${placementId}::uuid`);
      sending = step(employee, draft, 'send');
      const waiting = async () =>
        (
          await test.db.query(sql`
            SELECT FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%UPDATE worksheet w%'`)
        ).length;
      await expect.poll(waiting).toBe(1);
    });
    const answer = await sending;
    expect(answer?.body.errors).toEqual([{ pointer: '/lines/4/date', code: 'date-outside-placement' }]);
    expect((await read(employee, draft.id)).status).toBe('draft');
  });

  it('makes whoever ends the placement wait, and then see the hours that were sent', async () => {
    const placementIds = await Promise.all(Array.from({ length: 8 }, () => newPlacement()));
    const drafts = await Promise.all(placementIds.map((id) => saved(week(), id)));
    await Promise.all(
      drafts.flatMap((draft) => [step(employee, draft, 'send'), endOn(draft.placement.id, '2026-11-19')]),
    );
    const outside = await test.db.query(sql`
      SELECT w.id FROM worksheet w JOIN hour_line l ON l.worksheet_id = w.id JOIN placement p ON p.id = w.placement_id
       WHERE w.status = 'submitted' AND l.date > p.ends_on AND p.id = ANY(${placementIds}::uuid[])`);
    expect(outside).toEqual([]);
  });

  it('happens once, however often it is pressed', async () => {
    const draft = await saved();
    const answers = await Promise.all(Array.from({ length: 6 }, () => step(employee, draft, 'send')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await read(employee, draft.id)).submissions).toHaveLength(1);
  });

  it('after a decline makes a second submission; the employee still sees the original', async () => {
    const first = await sent();
    await decide(supervisor, 'decline', [first], 'Dinsdag klopt niet');
    const declined = await read(employee, first.id);
    expect(declined.status).toBe('declined');
    expect(declined.history.at(-1)).toMatchObject({ action: 'decline', reason: 'Dinsdag klopt niet' });
    const payload = { version: declined.version, lines: [day('2026-11-16', 300)] };
    const mended = (await ask(test.app, employee, 'PUT', `/api/worksheets/${first.id}`, payload)).body;
    // Until it is sent again the supervisor sees what was sent, not what is being typed.
    expect((await read(supervisor, first.id)).totalMinutes).toBe(2400);
    expect((await read(employee, first.id)).totalMinutes).toBe(300);
    const again = (await step(employee, mended, 'send')).body;
    expect(again.submissions.map((one: { totalMinutes: number }) => one.totalMinutes)).toEqual([2400, 300]);
    expect((await read(supervisor, first.id)).totalMinutes).toBe(300);
  });

  it('can be taken back until somebody decided', async () => {
    const worksheet = await sent();
    const { body } = await step(employee, worksheet, 'withdraw');
    expect([body.status, actions(body)]).toEqual(['draft', ['save', 'send', 'withdraw']]);
    const again = (await step(employee, body, 'send')).body;
    await decide(supervisor, 'approve', [again]);
    expect((await step(employee, { ...again, version: again.version + 1 }, 'withdraw')).body.code).toBe('wrong-state');
  });
});

describe('a decision on many', () => {
  it('approves each and names the submission, the person and how they were logged in', async () => {
    const sheets = [await sent(), await sent()];
    const { body } = await decide(supervisor, 'approve', sheets);
    expect(body.refused).toEqual([]);
    expect(body.done).toEqual(sheets.map(({ id, version }) => ({ id, version: version + 1 })));
    const [event] = await test.db.prisma.worksheetEvent.findMany({
      where: { worksheetId: sheets[0].id, action: 'approve' },
    });
    expect(event).toMatchObject({
      fromStatus: 'submitted',
      toStatus: 'approved',
      actorRole: 'supervisor',
      authMethod: 'password',
    });
    expect(event?.submissionId).toBeTruthy();
    expect(event?.sessionId).toBeTruthy();
  });

  it('answers for each in the order asked; no refusal undoes another', async () => {
    const good = await sent();
    const approved = await sent();
    await decide(supervisor, 'approve', [approved]);
    const withdrawn = await sent();
    await step(employee, withdrawn, 'withdraw');
    const stranger = { id: '01900000-0000-7000-8000-000000000000', version: 1 };
    const { body } = await decide(supervisor, 'approve', [approved, stranger, good, withdrawn]);
    expect(body.done.map(({ id }: { id: string }) => id)).toEqual([good.id]);
    expect(body.refused).toEqual([
      { id: approved.id, code: 'already-approved' },
      { id: stranger.id, code: 'not-yours' },
      { id: withdrawn.id, code: 'changed' },
    ]);
  });

  it('refuses the one that the employee changed between the look and the press', async () => {
    const [changed, same] = [await sent(), await sent()];
    const draft = (await step(employee, changed, 'withdraw')).body;
    await step(employee, draft, 'send');
    const { body } = await decide(supervisor, 'approve', [changed, same]);
    expect(body).toMatchObject({ done: [{ id: same.id }], refused: [{ id: changed.id, code: 'changed' }] });
  });

  it('approves each of 200 exactly once when two supervisors press at the same moment', async () => {
    const second = await createSupervisor(test.db, organisationId);
    const other = await signInAs(test.app, second);
    const sheets: { id: string; version: number }[] = [];
    for (let i = 0; i < 200; i += 20) {
      await asSomebodyNew();
      sheets.push(...(await Promise.all(Array.from({ length: 20 }, () => sent()))));
    }
    const [one, two] = await Promise.all([
      decide(supervisor, 'approve', sheets),
      decide(other, 'approve', sheets.toReversed()),
    ]);
    expect(one.body.done.length + two.body.done.length).toBe(200);
    expect([...one.body.refused, ...two.body.refused].every(({ code }) => code === 'already-approved')).toBe(true);
    const events = await test.db.prisma.worksheetEvent.groupBy({
      by: ['worksheetId'],
      where: { worksheetId: { in: sheets.map(({ id }) => id) }, action: 'approve' },
      _count: true,
    });
    expect(events).toHaveLength(200);
    expect(events.every(({ _count }) => _count === 1)).toBe(true);
  });

  it('is not for somebody of another organisation, an employee, or the office', async () => {
    const worksheet = await sent();
    expect((await decide(outsider, 'approve', [worksheet])).body.refused).toEqual([
      { id: worksheet.id, code: 'not-yours' },
    ]);
    expect((await decide(employee, 'approve', [worksheet])).status).toBe(403);
    expect((await decide(staff, 'approve', [worksheet])).status).toBe(403);
  });

  it('is never about one’s own hours', async () => {
    const both = await createSupervisor(test.db, organisationId, { isEmployee: true });
    const placementId = await createPlacement(test.db, both, organisationId);
    const client = await signInAs(test.app, both);
    const payload = { placementId, year: 2026, number: 47, lines: week() };
    const draft = (await ask(test.app, client, 'POST', '/api/worksheets', payload)).body;
    const own = (await step(client, draft, 'send')).body;
    expect((await decide(client, 'approve', [own])).body.refused).toEqual([{ id: own.id, code: 'own-hours' }]);
    const list = (await ask(test.app, client, 'GET', '/api/worksheets?phase=to-approve&limit=500')).body;
    expect(list.items.some(({ id }: { id: string }) => id === own.id)).toBe(false);
  });

  it('is not made by registering one’s own hours, which would approve them', async () => {
    const [registrar, both] = [
      await createSupervisor(test.db, organisationId, { mayRegister: true }),
      await createSupervisor(test.db, organisationId, { mayRegister: true, isEmployee: true }),
    ];
    const placementId = await createPlacement(test.db, both, organisationId, { hoursBy: 'supervisor' });
    const [other, client] = [await signInAs(test.app, registrar), await signInAs(test.app, both)];
    const payload = { placementId, year: 2026, number: 47, lines: [day('2026-11-16')] };
    const refused = await ask(test.app, client, 'POST', '/api/worksheets', payload);
    expect([refused.status, refused.body.code]).toEqual([403, 'own-hours']);
    const draft = (await ask(test.app, other, 'POST', '/api/worksheets', payload)).body;
    expect((await step(client, draft, 'send')).body.code).toBe('own-hours');
    const registered = (await step(other, draft, 'send')).body;
    expect(registered.status).toBe('approved');
    const more = { lines: [day('2026-11-17')] };
    expect((await step(client, registered, 'supplements', more)).body.code).toBe('own-hours');
  });

  it('needs a right that is valid today', async () => {
    const worksheet = await sent();
    for (const dates of [{ validUntil: '2026-11-20' }, { validFrom: '2026-11-22' }]) {
      const person = await createSupervisor(test.db, organisationId, dates);
      const client = await signInAs(test.app, person);
      expect((await decide(client, 'approve', [worksheet])).body.refused).toEqual([
        { id: worksheet.id, code: 'not-yours' },
      ]);
    }
    const client = await signInSupervisor(test, organisationId, { mayApprove: false });
    expect((await decide(client, 'approve', [worksheet])).body.refused).toEqual([
      { id: worksheet.id, code: 'not-allowed' },
    ]);
  });

  it('can be undone until payroll took it, and is finalised, refused and reopened by the office', async () => {
    const worksheet = await sent();
    const approve = (await decide(supervisor, 'approve', [worksheet])).body.done;
    const undone = (await decide(supervisor, 'undo-approval', approve)).body.done;
    expect((await read(employee, worksheet.id)).status).toBe('submitted');
    const again = (await decide(supervisor, 'approve', undone)).body.done;
    const final = (await decide(staff, 'finalise', again)).body.done;
    expect((await decide(supervisor, 'undo-approval', final)).body.refused).toEqual([
      { id: worksheet.id, code: 'wrong-state' },
    ]);
    const reopened = (await decide(staff, 'reopen', final)).body.done;
    await decide(staff, 'refuse', reopened, 'Tarief ontbreekt');
    const mine = await read(employee, worksheet.id);
    expect(mine.status).toBe('declined');
    expect(actions(mine)).toEqual([
      'save',
      'send',
      'approve',
      'undo-approval',
      'approve',
      'finalise',
      'reopen',
      'refuse',
    ]);
  });

  it('takes a decline back as long as nothing was changed since, and says so in the history', async () => {
    const worksheet = await sent();
    const declined = (await decide(supervisor, 'decline', [worksheet], 'Woensdag was vrij')).body.done;
    expect((await decide(outsider, 'undo-decline', declined)).body.refused).toEqual([
      { id: worksheet.id, code: 'not-yours' },
    ]);
    expect((await read(supervisor, worksheet.id)).allowed).toContain('undo-decline');
    await ask(test.app, employee, 'POST', `/api/worksheets/${worksheet.id}/comments`, { text: 'Klopt' });
    const undone = (await decide(supervisor, 'undo-decline', declined)).body.done;
    const mine = await read(employee, worksheet.id);
    expect([mine.status, mine.version, mine.submissions.length]).toEqual(['submitted', undone[0].version, 1]);
    expect(actions(mine)).toEqual(['send', 'decline', 'comment', 'undo-decline']);
    expect((await decide(supervisor, 'undo-decline', undone)).body.refused[0].code).toBe('wrong-state');
    expect((await decide(supervisor, 'approve', undone)).body.done).toHaveLength(1);
  });

  it('takes no decline back of what was mended since, nor what the agency sent back', async () => {
    const worksheet = await sent();
    const declined = (await decide(supervisor, 'decline', [worksheet], 'Woensdag was vrij')).body.done;
    const lines = [day('2026-11-16')];
    const payload = { version: declined[0].version, lines };
    const mended = (await ask(test.app, employee, 'PUT', `/api/worksheets/${worksheet.id}`, payload)).body;
    const undo = async (items: { id: string; version: number }[]) =>
      (await decide(supervisor, 'undo-decline', items)).body.refused[0].code;
    expect([await undo(declined), await undo([mended])]).toEqual(['changed', 'wrong-state']);
    expect((await read(supervisor, worksheet.id)).allowed).not.toContain('undo-decline');
    const approved = (await decide(supervisor, 'approve', [await sent()])).body.done;
    const refused = (await decide(staff, 'refuse', approved, 'Tarief ontbreekt')).body.done;
    expect(await undo(refused)).toBe('wrong-state');
  });

  it('finalises at once for an agency without a last approval, and can still be undone', async () => {
    const worksheet = await sent();
    await test.db.prisma.agency.update({ where: { id: 1 }, data: { lastApproval: false } });
    try {
      const done = (await decide(supervisor, 'approve', [worksheet])).body.done;
      expect((await read(employee, worksheet.id)).status).toBe('finalised');
      const undone = (await decide(supervisor, 'undo-approval', done)).body;
      expect([undone.done.length, (await read(employee, worksheet.id)).status]).toEqual([1, 'submitted']);
    } finally {
      await test.db.prisma.agency.update({ where: { id: 1 }, data: { lastApproval: true } });
    }
  });

  it('refuses an empty list, one item twice, and a decline without a reason', async () => {
    const worksheet = await sent();
    expect((await decide(supervisor, 'approve', [])).status).toBe(400);
    expect((await decide(supervisor, 'approve', [worksheet, worksheet])).body.errors).toEqual([
      { pointer: '/items/1/id', code: 'duplicate' },
    ]);
    expect((await decide(supervisor, 'decline', [worksheet], ' ')).body.errors).toEqual([
      { pointer: '/reason', code: 'required' },
    ]);
  });
});

describe('adding hours', () => {
  it('makes a supplement that is sent at once and goes its own way', async () => {
    const worksheet = await sent();
    const approved = (await decide(supervisor, 'approve', [worksheet])).body.done[0];
    const { status, body } = await step(employee, approved, 'supplements', { lines: [day('2026-11-21', 240)] });
    expect(status).toBe(201);
    expect(body).toMatchObject({ kind: 'supplement', sequence: 2, status: 'submitted', totalMinutes: 240 });
    expect(body.supplements).toEqual([
      expect.objectContaining({ id: worksheet.id, sequence: 1, status: 'approved', totalMinutes: 2400 }),
    ]);
    expect((await read(employee, worksheet.id)).status).toBe('approved');
  });

  it('can not be done before sending, nor without hours', async () => {
    const draft = await saved();
    expect((await step(employee, draft, 'supplements', { lines: [day('2026-11-21')] })).body.code).toBe('wrong-state');
    expect((await step(employee, await sent(), 'supplements', { lines: [] })).body.code).toBe('nothing-to-send');
  });

  it('adds hours once, however often the same are sent again, even at the same moment', async () => {
    const worksheet = await sent();
    const id = '0190aaaa-0000-7000-8000-00000000abcd';
    const add = () => step(employee, worksheet, 'supplements', { id, lines: [day('2026-11-21', 60)] });
    const answers = [...(await Promise.all([add(), add(), add()])), await add()];
    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(Array(4).fill([201, id]));
    expect((await read(employee, worksheet.id)).supplements).toHaveLength(1);
  });

  it('gives each of two at the same moment a number of its own', async () => {
    const worksheet = await sent();
    const add = () => step(employee, worksheet, 'supplements', { lines: [day('2026-11-21', 60)] });
    const answers = await Promise.all([add(), add(), add()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.map(({ body }) => body.sequence).sort()).toEqual([2, 3, 4]);
  });
});

describe('what is proof', () => {
  it('can not be changed or removed, not even by the database’s owner', async () => {
    const { id } = await sent();
    const attempts = [
      sql`UPDATE submission SET content = '{}' WHERE worksheet_id = ${id}::uuid`,
      sql`DELETE FROM submission WHERE worksheet_id = ${id}::uuid`,
      sql`UPDATE worksheet_event SET reason = 'x' WHERE worksheet_id = ${id}::uuid`,
      sql`DELETE FROM worksheet_event WHERE worksheet_id = ${id}::uuid`,
      sql`TRUNCATE worksheet_event`,
    ];
    for (const attempt of attempts) await expect(test.db.query(attempt)).rejects.toThrow('append-only');
  });
});

describe('the database itself', () => {
  it('refuses a seal that is not the hash of what it holds', async () => {
    const { id } = await sent();
    const forged = sql`INSERT INTO submission (worksheet_id, number, content, sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role)
      SELECT worksheet_id, 2, content || ' ', sha256, total_minutes, worked_minutes, sent_by_id, sent_by_name, sent_by_role
        FROM submission WHERE worksheet_id = ${id}::uuid`;
    await expect(test.db.query(forged)).rejects.toThrow('submission_sha256');
  });

  it('refuses a worksheet or an event that names the submission of another worksheet', async () => {
    const [one, other] = [await sent(), await sent()];
    const submission = sql`(SELECT submission_id FROM worksheet WHERE id = ${other.id}::uuid)`;
    const attempts = [
      sql`UPDATE worksheet SET submission_id = ${submission} WHERE id = ${one.id}::uuid`,
      sql`INSERT INTO worksheet_event (worksheet_id, action, from_status, to_status, version, submission_id, actor_id, actor_name, actor_role, auth_method)
        SELECT worksheet_id, 'approve', 'submitted', 'approved', 9, ${submission}, actor_id, actor_name, actor_role, auth_method
          FROM worksheet_event WHERE worksheet_id = ${one.id}::uuid LIMIT 1`,
    ];
    for (const attempt of attempts) await expect(test.db.query(attempt)).rejects.toThrow('foreign key constraint');
  });
});

describe('GET /api/worksheets', () => {
  it('pages through all that waits without missing or doubling one', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const url: string = `/api/worksheets?phase=to-approve&limit=7&sort=employee${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await ask(test.app, supervisor, 'GET', url);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
      expect(body.total).toBeGreaterThan(0);
    } while (cursor);
    const waiting = await test.db.prisma.worksheet.count({ where: { organisationId, status: 'submitted' } });
    // All but what the supervisor who also works here sent: those wait for others too.
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(waiting);
  });

  it('shows hours per kind, what is planned, and what stands out', async () => {
    await asSomebodyNew();
    const overtime = { ...day('2026-11-21', 1400), hourTypeId: await hourTypeId(test.db, 'O125') };
    const long = await sent([...week(), overtime]);
    const { body } = await ask(test.app, supervisor, 'GET', `/api/worksheets?placementId=${long.placement.id}`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      minutesByKind: { normal: 2400, overtime: 1400 },
      plannedMinutes: 2400,
      standsOut: ['more-than-planned', 'over-legal-maximum'],
    });
  });

  it('says of what came back that it was sent again unchanged, until it is changed', async () => {
    await asSomebodyNew();
    const first = await sent(week());
    const standsOut = async () => {
      const url = `/api/worksheets?phase=to-approve&placementId=${first.placement.id}`;
      const { standsOut: listed } = (await ask(test.app, supervisor, 'GET', url)).body.items[0];
      // Its own page says the same.
      const page = await ask(test.app, supervisor, 'GET', `/api/worksheets/${first.id}`);
      expect(page.body.standsOut).toEqual(listed);
      return listed;
    };
    const declined = async (version: number) => {
      const items = [{ id: first.id, version }];
      const answer = await ask(test.app, supervisor, 'POST', '/api/worksheets/decline', { items, reason: 'Vrij' });
      return answer.body.done[0].version as number;
    };
    const send = async (version: number) =>
      (await ask(test.app, employee, 'POST', `/api/worksheets/${first.id}/send`, { version })).body.version as number;
    expect(await standsOut()).not.toContain('sent-as-declined');
    const again = await send(await declined(first.version));
    expect(await standsOut()).toContain('sent-as-declined');
    const version = await declined(again);
    const lines = week().slice(1);
    const mended = await ask(test.app, employee, 'PUT', `/api/worksheets/${first.id}`, { version, lines });
    await send(mended.body.version);
    expect(await standsOut()).not.toContain('sent-as-declined');
  });

  it('says of work on days to come that it is ahead, in the list and on its page', async () => {
    await asSomebodyNew();
    const ahead = await sent([day('2026-11-22')]);
    const url = `/api/worksheets?phase=to-approve&placementId=${ahead.placement.id}`;
    expect((await ask(test.app, supervisor, 'GET', url)).body.items[0].standsOut).toContain('days-ahead');
    const page = await ask(test.app, supervisor, 'GET', `/api/worksheets/${ahead.id}`);
    expect(page.body.standsOut).toContain('days-ahead');
    await asSomebodyNew();
    expect((await sent([day('2026-11-21')])).standsOut).not.toContain('days-ahead');
  });

  it('never shows a supervisor a draft, and shows what is owed without its hours', async () => {
    const draft = await saved();
    const all = (await ask(test.app, supervisor, 'GET', `/api/worksheets?placementId=${draft.placement.id}`)).body;
    expect(all.items).toEqual([]);
    const owed = (
      await ask(
        test.app,
        supervisor,
        'GET',
        `/api/worksheets?phase=to-fill&placementId=${draft.placement.id}&year=2026&period=47`,
      )
    ).body;
    expect(owed.items).toEqual([expect.objectContaining({ id: null, totalMinutes: 0, minutesByKind: {} })]);
    expect((await ask(test.app, supervisor, 'GET', `/api/worksheets/${draft.id}`)).status).toBe(404);
  });

  it('counts in the status overview exactly what the lists hold', async () => {
    for (const client of [employee, supervisor, staff]) {
      const { body: counts } = await ask(test.app, client, 'GET', '/api/worksheets/status');
      for (const [phase, key] of [
        ['to-fill', 'toFill'],
        ['to-approve', 'toApprove'],
        ['to-finalise', 'toFinalise'],
      ] as const) {
        const { body: list } = await ask(test.app, client, 'GET', `/api/worksheets?phase=${phase}&limit=500`);
        expect(list.total, `${client.role} ${phase}`).toBe(counts[key]);
      }
    }
  });

  it('refuses a cursor that it did not make', async () => {
    expect((await ask(test.app, supervisor, 'GET', '/api/worksheets?cursor=abc')).status).toBe(400);
  });

  it('finds part of a name, whatever the case, and takes % and _ as they are', async () => {
    const find = async (q: string) =>
      (await ask(test.app, supervisor, 'GET', `/api/worksheets?q=${encodeURIComponent(q)}`)).body.total;
    expect(await find('bram DE bak')).toBeGreaterThan(0);
    const placementId = await createPlacement(
      test.db,
      await createPerson(test.db, { firstName: 'Zoë' }),
      organisationId,
    );
    expect(
      (await ask(test.app, supervisor, 'GET', `/api/placements?q=${encodeURIComponent('ZOË')}`)).body.items,
    ).toEqual([expect.objectContaining({ id: placementId })]);
    expect(await find('%')).toBe(0);
  });

  it('finds names without their accents, words in any order, and the beginning of a number', async () => {
    const client = await signInNew(test, 'staff');
    const person = await createPerson(test.db, { firstName: 'Yılmaz', lastName: 'Öztürk' });
    const placementId = await createPlacement(test.db, person, organisationId);
    const owner = await signInAs(test.app, person);
    const draft = { placementId, year: 2026, number: 47, lines: week() };
    const { body: saved } = await ask(test.app, owner, 'POST', '/api/worksheets', draft);
    const { body: sent } = await step(owner, saved, 'send');
    const find = async (q: string) => {
      const { body } = await ask(test.app, client, 'GET', `/api/worksheets?limit=500&q=${encodeURIComponent(q)}`);
      return body.items.map(({ id }: { id: string }) => id);
    };
    const [reference, digits] = [sent.reference as string, sent.reference.slice(-6) as string];
    const found = ['yilmaz', 'OZTURK yılmaz', 'Öztürk logistiek', reference, reference.toLowerCase(), digits];
    for (const q of [...found, 'UB-2026-W47', '2026-w47-', reference.slice(0, -1)]) {
      expect(await find(q), q).toContain(sent.id);
    }
    for (const q of ['yilmas', 'UB-2026-W46', 'UB-2026-M47', `${reference}9`]) {
      expect(await find(q), q).not.toContain(sent.id);
    }
  });
});

describe('GET /api/placements/:id/entry', () => {
  it('gives all that filling in needs, with last period’s lines to copy', async () => {
    const placementId = await newPlacement();
    const lastWeek = { placementId, year: 2026, number: 46, lines: [day('2026-11-09', 480)] };
    await ask(test.app, employee, 'POST', '/api/worksheets', lastWeek);
    const { body } = await ask(test.app, employee, 'GET', `/api/placements/${placementId}/entry?year=2026&number=47`);
    expect(body).toMatchObject({
      worksheet: null,
      openFrom: '2026-11-16',
      openUntil: '2026-11-22',
      period: { number: 47 },
    });
    expect(body.previous.lines).toEqual([expect.objectContaining({ date: '2026-11-09', minutes: 480 })]);
    expect(body.hourTypes.map(({ code }: { code: string }) => code)).toEqual(['N100', 'O125', 'SCK']);
  });

  it('opens only the days on which the placement runs', async () => {
    const placementId = await newPlacement({ startsOn: '2026-11-18', endsOn: '2026-11-19' });
    const { body } = await ask(test.app, employee, 'GET', `/api/placements/${placementId}/entry?year=2026&number=47`);
    expect([body.openFrom, body.openUntil]).toEqual(['2026-11-18', '2026-11-19']);
  });
});

describe('GET /api/home', () => {
  it('tells an employee what this week holds, what is late and what came back and why', async () => {
    const person = await createPerson(test.db);
    const client = await signInAs(test.app, person);
    const placementId = await createPlacement(test.db, person, organisationId, { startsOn: '2026-11-02' });
    const payload = { placementId, year: 2026, number: 45, lines: [day('2026-11-02', 480)] };
    const draft = (await ask(test.app, client, 'POST', '/api/worksheets', payload)).body;
    await decide(supervisor, 'decline', [(await step(client, draft, 'send')).body], 'Was een vrije dag');
    const { employee: home, supervisor: none, deadline } = (await ask(test.app, client, 'GET', '/api/home')).body;
    expect(none).toBeNull();
    expect(home.current).toEqual([
      expect.objectContaining({ row: null, period: expect.objectContaining({ number: 47 }) }),
    ]);
    expect(home.late.map(({ period }: { period: { number: number } }) => period.number)).toEqual([46]);
    expect(home.returned).toEqual([expect.objectContaining({ reason: 'Was een vrije dag' })]);
    expect(deadline).toMatchObject({ approveBy: '2026-11-23', paidOn: '2026-11-24' });
  });

  it('tells a supervisor who also works here what of their own waits, and what they registered and did not send', async () => {
    const both = await createSupervisor(test.db, organisationId, { isEmployee: true, mayRegister: true });
    const client = await signInAs(test.app, both);
    const save = async (placementId: string, number = 47, date = '2026-11-16') => {
      const payload = { placementId, year: 2026, number, lines: [day(date)] };
      return (await ask(test.app, client, 'POST', '/api/worksheets', payload)).body;
    };
    const own = await save(await createPlacement(test.db, both, organisationId));
    await step(client, own, 'send');
    await save(own.placement.id, 46, '2026-11-09');
    const registered = await save(await newPlacement({ hoursBy: 'supervisor' }));
    const { body: home } = await ask(test.app, client, 'GET', '/api/home');
    expect(home.employee.waiting).toEqual([expect.objectContaining({ id: own.id })]);
    expect(home.supervisor.toSend).toEqual({ items: [expect.objectContaining({ id: registered.id })], total: 1 });
  });

  it('tells a supervisor what waits and where they are active', async () => {
    const { body } = await ask(test.app, supervisor, 'GET', '/api/home');
    expect(body.supervisor.organisations).toEqual([
      expect.objectContaining({ name: 'Van Dijk Logistiek', mayApprove: true }),
    ]);
    expect(body.supervisor.toApprove.items.length).toBeLessThanOrEqual(10);
    expect(body.supervisor.toApprove.total).toBe(body.supervisor.organisations[0].waiting);
  });
});
