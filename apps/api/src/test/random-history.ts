import { expect } from 'vitest';
import { chanceFrom } from '#api/demo/random';
import { ask, type Client, type Method, type TestApp } from './build-app.ts';
import { createOrganisation, createPerson, createPlacement, giveRight, hourTypeId } from './factories.ts';
import { findInvoices, invoiceStep, readyToInvoice } from './random-invoices.ts';
import { signInAs, signInNew } from './sign-in-as.ts';

const WEEKS = [45, 46, 47];
const AT_ONCE = 8;

interface Stored {
  id: string;
  version: number;
  filledBy: string;
  placementId: string;
  week: number;
  kind: string;
  status: string;
}
interface OpenRun {
  id: string;
  version: number;
}
type Step = [Client, Method, string, object];

/** People who do whatever comes to mind, many at the same moment: mostly sensible, sometimes of the wrong person, version or state. */
export async function randomHistory({ app, db }: TestApp, seed: number) {
  const chance = chanceFrom(seed);
  const types = [await hourTypeId(db), await hourTypeId(db, 'O125'), await hourTypeId(db, 'SCK')];
  const organisationId = await createOrganisation(db);
  const employees = await Promise.all([1, 2, 3].map(() => createPerson(db)));
  const supervisors = await Promise.all([1, 2].map(() => createPerson(db, { role: 'supervisor' })));
  for (const person of supervisors) await giveRight(db, person, organisationId, { mayRegister: true });
  const placements = await Promise.all(
    [0, 1, 2, 0, 1].map(async (owner, index) => {
      const isRegistered = index >= 3;
      const options = { hoursBy: isRegistered ? ('supervisor' as const) : ('employee' as const) };
      const person = employees[owner] ?? employees[0];
      if (!person) throw new Error('nobody');
      return { id: await createPlacement(db, person, organisationId, options), owner, isRegistered };
    }),
  );
  await readyToInvoice(
    db,
    organisationId,
    placements.map(({ id }) => id),
  );
  const people = {
    employees: await Promise.all(employees.map((person) => signInAs(app, person))),
    supervisors: await Promise.all(supervisors.map((person) => signInAs(app, person))),
    staff: await signInNew({ app, db }, 'staff'),
  };

  /** So many rounds of steps that are made at once; answers how often each status was the answer. `afterEach` looks at what is there then. */
  async function run(rounds: number, afterEach = async () => {}) {
    const outcomes = new Map<number, number>();
    const broken: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const stored = await db.pool.query<Stored>(
        `SELECT w.id, w.version, w.filled_by AS "filledBy", w.placement_id AS "placementId", pe.number AS week, w.kind, w.status
           FROM worksheet w JOIN period pe ON pe.id = w.period_id WHERE w.organisation_id = $1`,
        [organisationId],
      );
      const open = await db.pool.query<OpenRun>("SELECT id, version FROM payroll_run WHERE status = 'open'");
      const invoices = await findInvoices(db, organisationId);
      const steps = Array.from({ length: AT_ONCE }, () =>
        chance.percent(12) ? invoiceStep(chance, people.staff, invoices) : randomStep(stored.rows, open.rows[0]),
      );
      const [answers] = await Promise.all([
        Promise.all(steps.map(([who, ...request]) => ask(app, who, ...request))),
        chance.percent(20) && changeRates(),
      ]);
      for (const [at, { status, body }] of answers.entries()) {
        outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
        if (status >= 500) broken.push(`${steps[at]?.slice(1, 3).join(' ')}: ${body?.code}`);
      }
      await afterEach();
    }
    // Nothing broke.
    expect(broken).toEqual([]);
    return outcomes;
  }

  /** Rates that change for the past, as they are seen, whatever is done at the same moment. */
  async function changeRates() {
    const asked = { kind: 'rise', organisationId, payRiseBp: 130, billRiseBp: 100 * (chance.number(9) - 3) };
    const change = { validFrom: chance.pick(['2026-11-01', '2026-11-06', '2026-11-12']), asked };
    const { body } = await ask(app, people.staff, 'POST', '/api/rate-changes/preview', change);
    const { lines, payCents, billCents, rates, placements: count, fingerprint } = body;
    const { status } = await ask(app, people.staff, 'POST', '/api/rate-changes', {
      ...{
        ...change,
        reason: 'Nieuwe cao',
        seen: { lines, payCents, billCents, rates, placements: count, fingerprint },
      },
    });
    expect([201, 400, 409]).toContain(status);
  }

  function randomStep(stored: Stored[], open?: OpenRun): Step {
    if (chance.percent(15)) return runStep(stored, open);
    if (chance.percent(15)) return finishCorrection(stored) ?? begin();
    const worksheet = stored.length > 0 && chance.percent(75) ? chance.pick(stored) : undefined;
    const version = (worksheet?.version ?? 1) - (chance.percent(15) ? 1 : 0) || 1;
    if (!worksheet) return begin();
    const placement = placements.find(({ id }) => id === worksheet.placementId);
    const owner = people.employees[placement?.owner ?? 0] ?? people.staff;
    const supervisor = chance.pick(people.supervisors);
    const items = [{ id: worksheet.id, version }];
    const decide = (who: Client, step: string): Step => [
      who,
      'POST',
      `/api/worksheets/${step}`,
      { items: several(items, stored), ...(/decline|refuse/.test(step) && { reason: 'Klopt niet' }) },
    ];
    const one = (who: Client, act: string, body: object): Step => [
      who,
      'POST',
      `/api/worksheets/${worksheet.id}/${act}`,
      { version, ...body },
    ];
    const writer = placement?.isRegistered ? supervisor : owner;
    return chance.pick<() => Step>([
      () => [writer, 'PUT', `/api/worksheets/${worksheet.id}`, { version, lines: lines(worksheet.week), remark: null }],
      () => one(writer, 'send', {}),
      () => one(writer, 'send', {}),
      () => one(owner, 'withdraw', {}),
      () => one(writer, 'supplements', { lines: lines(worksheet.week) }),
      () => one(supervisor, 'comments', { text: 'Gezien' }),
      () => decide(supervisor, 'approve'),
      () => decide(supervisor, 'approve'),
      () => decide(supervisor, 'decline'),
      () => decide(supervisor, 'undo-approval'),
      () => decide(supervisor, 'undo-decline'),
      () => decide(people.staff, 'finalise'),
      () => decide(people.staff, 'refuse'),
      () => decide(people.staff, 'reopen'),
      () =>
        one(people.staff, 'corrections', { reason: 'Verkeerd', lines: lines(worksheet.week).slice(chance.number(3)) }),
      () => register(stored),
    ])();
  }

  /** Corrections are few: they go on their way more often than by chance, so that runs pay some that take hours away. */
  function finishCorrection(stored: Stored[]): Step | undefined {
    const corrections = stored.filter(({ kind, status }) => kind === 'correction' && status !== 'finalised');
    const final = stored.filter(({ kind, status }) => kind === 'regular' && status === 'finalised');
    if (corrections.length > 0 && chance.percent(70)) {
      const { id, version, status } = chance.pick(corrections);
      const [who, step] =
        status === 'approved' ? [people.staff, 'finalise'] : [chance.pick(people.supervisors), 'approve'];
      return [who, 'POST', `/api/worksheets/${step}`, { items: [{ id, version }] }];
    }
    if (final.length === 0) return;
    const { id, version, week } = chance.pick(final);
    return [
      people.staff,
      'POST',
      `/api/worksheets/${id}/corrections`,
      { version, reason: 'Te veel', lines: lines(week).slice(1) },
    ];
  }

  /** What the office does with a run. */
  function runStep(stored: Stored[], open?: OpenRun): Step {
    const staff = people.staff;
    const version = (open?.version ?? 1) - (chance.percent(10) ? 1 : 0) || 1;
    const ids = stored.filter(() => chance.percent(20)).map(({ id }) => id);
    if (!open || chance.percent(10)) return [staff, 'POST', '/api/payroll-runs', {}];
    const close: Step = [staff, 'POST', `/api/payroll-runs/${open.id}/close`, { version }];
    if (ids.length === 0) return close;
    const periodTypes = chance.percent(80) ? ['week'] : ['month'];
    return chance.pick<Step>([
      close,
      close,
      [staff, 'POST', '/api/payroll-runs/hold', { ids, reason: 'Eerst nagaan' }],
      [staff, 'POST', '/api/payroll-runs/let-go', { ids }],
      [staff, 'PUT', `/api/payroll-runs/${open.id}`, { version, runDate: '2026-12-01', periodTypes }],
    ]);
  }

  function begin(): Step {
    const placement = chance.pick(placements);
    const week = chance.pick(WEEKS);
    const who = placement.isRegistered ? chance.pick(people.supervisors) : people.employees[placement.owner];
    const body = { placementId: placement.id, year: 2026, number: week, lines: lines(week) };
    return [who ?? people.staff, 'POST', '/api/worksheets', body];
  }

  /** Both registered placements in one request; sometimes with the id or version of something else. */
  function register(stored: Stored[]): Step {
    const week = chance.pick(WEEKS);
    const rows = placements
      .filter(({ isRegistered }) => isRegistered)
      .map(({ id }) => {
        const known = stored.find((row) => row.placementId === id && row.week === week);
        const named = chance.percent(10) ? chance.pick(stored) : known;
        return {
          placementId: id,
          ...(named && { worksheetId: named.id, version: named.version }),
          lines: chance.percent(20) ? [] : lines(week),
        };
      });
    const act = chance.percent(50) ? 'save' : 'send';
    return [
      chance.pick(people.supervisors),
      'POST',
      `/api/registration/${act}`,
      { periodType: 'week', year: 2026, period: week, rows },
    ];
  }

  const several = (items: object[], stored: Stored[]) => [
    ...items,
    ...stored
      .filter(({ id }) => chance.percent(20) && !items.some((item) => 'id' in item && item.id === id))
      .map(({ id, version }) => ({ id, version })),
  ];

  const lines = (week: number) =>
    Array.from({ length: 1 + chance.number(4) }, (_, day) => ({
      hourTypeId: chance.pick(types),
      date: new Date(Date.UTC(2026, 10, 2 + 7 * (week - 45) + day)).toISOString().slice(0, 10),
      minutes: 15 * chance.number(30),
      remark: chance.percent(10) ? 'Later begonnen' : null,
    }));

  return { run, staff: people.staff, organisationId };
}
