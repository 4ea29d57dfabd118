import { type Actor, isOffice } from '@konnekt/shared/basics/actor';
import { periodOf } from '@konnekt/shared/periods/period';
import type { PlacementSummary } from '@konnekt/shared/placements/placement.schema';
import {
  reasonNotTo,
  reasonNotToStart,
  type WorksheetAction,
  type WorksheetFacts,
} from '@konnekt/shared/worksheets/worksheet.permissions';
import {
  type Decision,
  decisions,
  type FilledBy,
  worksheetStatuses,
} from '@konnekt/shared/worksheets/worksheet.status';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, testApp } from '#api/test/build-app';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  giveRight,
  hourTypeId,
  type Person,
} from '#api/test/factories';
import { signInAs, signInSupervisor } from '#api/test/sign-in-as';
import { decide } from './worksheet-decision.repository.ts';
import { insertDraft, saveContent, type WorksheetContent, withdraw } from './worksheet-writing.repository.ts';

// What a screen offers (TypeScript) and what a statement does (SQL) are one rule in two languages. Every state, writer, right, setting and
// kind of person is tried with both.

const test = testApp();
const today = '2026-11-21';
const period = periodOf('week', 2026, 47, 'long-last-period');
if (!period) throw new Error('no week 47');

interface Somebody {
  who: string;
  actor: Actor;
  mayApprove: boolean;
  mayRegister: boolean;
}
let everybody: Somebody[];
let employee: Person;
let worksheets: { id: string; version: number; filledBy: FilledBy; wasDeclined: boolean }[];
let placements: PlacementSummary[];

beforeAll(async () => {
  const { app, db } = test;
  const organisationId = await createOrganisation(db);
  const line = { hourTypeId: await hourTypeId(db), date: '2026-11-16', minutes: 480 };
  // A supervisor who works there, too.
  employee = await createSupervisor(db, organisationId, { isEmployee: true, mayRegister: true });
  const rights = [
    { mayApprove: false, mayRegister: false },
    { mayApprove: true, mayRegister: false },
    { mayApprove: false, mayRegister: true },
    { mayApprove: true, mayRegister: true },
  ];
  const actorOf = ({ personId, accountId, employeeId, role, name }: Person): Actor => ({
    ...{ personId, accountId, role, name },
    employeeId: employeeId || null,
    sessionId: '00000000-0000-7000-8000-000000000000',
    authMethod: 'password',
  });
  const officePerson = await createPerson(db, { role: 'staff' });
  everybody = [
    { who: 'who worked, and supervises there', actor: actorOf(employee), mayApprove: true, mayRegister: true },
    ...(await Promise.all(
      rights.map(async (right) => {
        const person = await createPerson(db, { role: 'supervisor' });
        if (right.mayApprove || right.mayRegister) await giveRight(db, person, organisationId, right);
        return { who: `a supervisor with ${JSON.stringify(right)}`, actor: actorOf(person), ...right };
      }),
    )),
    {
      who: 'another employee',
      actor: actorOf(await createPerson(db)),
      ...rights[0],
      mayApprove: false,
      mayRegister: false,
    },
    {
      who: 'staff',
      actor: actorOf(officePerson),
      mayApprove: false,
      mayRegister: false,
    },
  ];
  const client = await signInAs(app, employee);
  const registering = await signInSupervisor(test, organisationId, { mayRegister: true });
  const office = await signInAs(app, officePerson);
  const sent = async (placementId: string, by = client) => {
    const typed = { placementId, year: 2026, number: 47, lines: [line] };
    const draft = await ask(app, by, 'POST', '/api/worksheets', typed);
    return (await ask(app, by, 'POST', `/api/worksheets/${draft.body.id}/send`, { version: 1 })).body.id;
  };
  const [own, declined, ofOffice] = [
    await createPlacement(db, employee, organisationId),
    await createPlacement(db, employee, organisationId),
    await createPlacement(db, employee, organisationId),
  ];
  const registered = await createPlacement(db, employee, organisationId, { hoursBy: 'supervisor' });
  const cameBack = await sent(declined);
  await ask(app, registering, 'POST', '/api/worksheets/decline', {
    items: [{ id: cameBack, version: 2 }],
    reason: 'Nee',
  });
  const rows = [{ placementId: registered, lines: [{ ...line, date: null }] }];
  const kept = await ask(app, registering, 'POST', '/api/registration/send', {
    periodType: 'week',
    year: 2026,
    period: 47,
    rows,
  });
  worksheets = [
    { id: await sent(own), version: 2, filledBy: 'employee', wasDeclined: false },
    { id: cameBack, version: 3, filledBy: 'employee', wasDeclined: true },
    { id: kept.body.done[0].id, version: 1, filledBy: 'supervisor', wasDeclined: false },
    { id: await sent(ofOffice, office), version: 2, filledBy: 'staff', wasDeclined: false },
  ];
  for (const basis of ['flexible', 'fixed'] as const)
    for (const hoursBy of ['employee', 'supervisor'] as const)
      await createPlacement(db, employee, organisationId, { basis, hoursBy });
  const { items } = (await ask(app, client, 'GET', `/api/placements?employeeId=${employee.employeeId}`)).body;
  placements = items.filter(({ id }: PlacementSummary) => ![own, declined, ofOffice, registered].includes(id));
});

interface Given {
  /** That of all worksheets. */
  status?: string;
  lastApproval?: boolean;
  isClosed?: boolean;
  isPaid?: boolean;
}

/** What comes of it when each of them tries something while all worksheets are in a state, with settings; all of it is taken back. */
async function tried<T>(given: Given, work: (db: Db, somebody: Somebody) => Promise<T>): Promise<[Somebody, T][]> {
  const found: [Somebody, T][] = [];
  const undone = new Error('undone');
  const attempt = test.db.transaction(null, async (tx) => {
    await tx.query(sql`SET LOCAL session_replication_role = replica`);
    const ids = worksheets.map(({ id }) => id);
    if (given.status) await tx.query(sql`UPDATE worksheet SET status = ${given.status} WHERE id = ANY(${ids}::uuid[])`);
    await tx.query(sql`UPDATE agency SET last_approval = ${given.lastApproval ?? true}::boolean`);
    if (given.isPaid)
      await tx.query(sql`
        WITH run AS (INSERT INTO payroll_run (number, run_date, period_types, created_by_id, created_by_name)
                     VALUES (1, ${today}::date, ARRAY['week'], uuid_v7(), 'Iemand') RETURNING id)
        INSERT INTO payroll_run_worksheet SELECT w.id, run.id, 1 FROM run, unnest(${ids}::uuid[]) AS w (id)`);
    if (given.isClosed)
      await tx.query(sql`UPDATE period SET closed_at = now() WHERE year = 2026 AND type = 'week' AND number = 47`);
    for (const somebody of everybody) {
      await tx.query(sql`SAVEPOINT before`);
      found.push([somebody, await work({ ...test.db, query: tx.query }, somebody)]);
      await tx.query(sql`ROLLBACK TO before`);
    }
    throw undone;
  });
  await expect(attempt).rejects.toBe(undone);
  return found;
}

const onOff = [true, false];
const settings = worksheetStatuses.flatMap((status) =>
  onOff.flatMap((lastApproval) =>
    onOff.flatMap((isClosed) =>
      (status === 'finalised' ? onOff : [false]).map((isPaid) => ({ status, lastApproval, isClosed, isPaid })),
    ),
  ),
);
type Case = (typeof settings)[number] & (typeof worksheets)[number];
const factsOf = (given: Case, { mayApprove, mayRegister }: Somebody): WorksheetFacts => ({
  ...given,
  employeeId: employee.employeeId,
  employeePersonId: employee.personId,
  mayApprove,
  mayRegister,
  isAsDeclined: given.wasDeclined && given.status === 'declined',
  isPaid: (given.isPaid ?? false) && given.status === 'finalised',
});

describe('what a screen offers is what the statement does', () => {
  /** A refusal in TypeScript as the statement says it. */
  const codes: Record<string, (string | null)[]> = {
    // A worksheet that they do not even see is told to be nobody's.
    'not-allowed': ['not-allowed', 'not-yours'],
    'own-hours': ['own-hours'],
    'wrong-state': ['wrong-state', 'already-approved'],
    'period-closed': ['wrong-state'],
    'already-paid': ['already-paid'],
    none: [null],
  };
  it.each(decisions)('%s', async (decision: Decision) => {
    for (const setting of settings) {
      const answers = await tried(setting, (db, { actor }) =>
        decide(db, { actor, today }, decision, worksheets, { reason: 'Reden' }),
      );
      for (const [somebody, answered] of answers) {
        for (const worksheet of worksheets) {
          const given = { ...setting, ...worksheet };
          const reason = reasonNotTo(decision, somebody.actor, factsOf(given, somebody)) ?? 'none';
          const answer = answered.find(({ id }) => id === worksheet.id);
          expect(codes[reason], `${somebody.who}: ${JSON.stringify(given)}: ${reason}`).toContain(answer?.code);
        }
      }
    }
  });

  const content: WorksheetContent = {
    changes: { lines: [], written: [], removed: [], lastNumber: 1, added: [] },
    remark: null,
    workedMinutes: 480,
    totalMinutes: 480,
    minutesByKind: { normal: 480 },
    quantities: {},
    hasRemark: false,
  };
  const steps: Partial<Record<WorksheetAction, typeof withdraw>> = {
    save: async (db, sight, id, version) => Boolean(await saveContent(db, sight, id, version, content)),
    withdraw,
  };
  it.each(Object.entries(steps))('%s', async (action, step) => {
    for (const setting of settings) {
      const answers = await tried(setting, async (db, { actor }) => {
        const done: boolean[] = [];
        for (const { id, version } of worksheets) done.push(await step(db, { actor, today }, id, version));
        return done;
      });
      for (const [somebody, done] of answers) {
        for (const [at, worksheet] of worksheets.entries()) {
          const given = { ...setting, ...worksheet };
          const reason = reasonNotTo(action as WorksheetAction, somebody.actor, factsOf(given, somebody));
          expect(done[at], `${somebody.who}: ${JSON.stringify(given)}: ${reason}`).toBe(!reason);
        }
      }
    }
  });

  it('starting a worksheet', async () => {
    for (const placement of placements) {
      for (const isClosed of onOff) {
        const answers = await tried({ isClosed }, (db, { actor }) =>
          insertDraft(
            db,
            { actor, today },
            {
              ...{ placement, period, content },
              filledBy: isOffice(actor) ? 'staff' : placement.hoursBy,
            },
          ),
        );
        for (const [{ who, actor, mayRegister }, id] of answers) {
          const reason = reasonNotToStart(actor, placement, mayRegister) ?? (isClosed ? 'period-closed' : undefined);
          expect(Boolean(id), `${who}: ${placement.basis}, ${placement.hoursBy}: ${reason}`).toBe(!reason);
        }
      }
    }
  });
});
