import { expect } from 'vitest';
import type { Db } from '#api/kit/database';
import { sql } from '#api/kit/sql';
import { ask, type Client, type TestApp } from './build-app.ts';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createRate,
  createSupervisor,
  hourTypeId,
  type Person,
} from './factories.ts';
import { signInAs } from './sign-in-as.ts';

/** The types of the worked example besides those that every test has: overtime of half as much again, and kilometres. */
export async function exampleHourTypes(db: Db): Promise<void> {
  await db.query(sql`
    INSERT INTO hour_type (code, name_nl, name_en, kind, unit, is_worked, sort_order, bill_share_bp, pay_share_bp)
    VALUES ('O150', 'Overuren 150 %', 'Overtime 150 %', 'overtime', 'hours', true, 5, 10000, 10000),
           ('KM', 'Kilometers', 'Kilometres', 'travel', 'kilometres', false, 8, 10000, 10000)`);
}

/** Its wages. */
export async function exampleWages(db: Db, placementId: string): Promise<void> {
  for (const [code, payCents] of [
    ['N100', 1680],
    ['O125', 2100],
    ['O150', 2520],
    ['KM', 23],
  ] as const)
    await createRate(db, placementId, { code, payCents });
}

/** An organisation, its supervisor and the office, and what they do until hours are paid. */
export async function payrollOffice({ app, db }: TestApp) {
  await exampleHourTypes(db);
  const types: Record<string, string> = {};
  for (const code of ['N100', 'O125', 'O150', 'KM', 'SCK']) types[code] = await hourTypeId(db, code);
  const organisationId = await createOrganisation(db, 'Van Dijk Logistiek');
  const supervisorPerson = await createSupervisor(db, organisationId);
  const supervisor = await signInAs(app, supervisorPerson);
  const staffPerson = await createPerson(db, { role: 'staff' });
  const staff = await signInAs(app, staffPerson);

  const post = (client: Client, path: string, body?: object) => ask(app, client, 'POST', path, body);
  const get = async (path: string) => (await ask(app, staff, 'GET', path)).body;
  const line = (code: string, date: string, minutes: number) => ({ hourTypeId: types[code], date, minutes });
  const decide = async (client: Client, decision: string, ...items: { id: string; version: number }[]) =>
    (await post(client, `/api/worksheets/${decision}`, { items: items.map(({ id, version }) => ({ id, version })) }))
      .body;

  /** Hours that went all the way: sent, approved and final. */
  async function finalised(person: Person, lines: object[], options = {}) {
    const placementId = await createPlacement(db, person, organisationId, options);
    return { placementId, ...(await finalisedAt(person, placementId, lines)) };
  }
  async function finalisedAt(person: Person, placementId: string, lines: object[], number = 47) {
    const employee = await signInAs(app, person);
    const draft = await post(employee, '/api/worksheets', { placementId, year: 2026, number, lines });
    expect(draft.status, JSON.stringify(draft.body)).toBe(201);
    const sent = (await post(employee, `/api/worksheets/${draft.body.id}/send`, { version: 1 })).body;
    const [approved] = (await decide(supervisor, 'approve', sent)).done;
    const [final] = (await decide(staff, 'finalise', approved)).done;
    return { employee, id: final.id as string, version: final.version as number };
  }
  const propose = async () => (await post(staff, '/api/payroll-runs')).body;
  const close = (run: { id: string; version: number }) =>
    post(staff, `/api/payroll-runs/${run.id}/close`, { version: run.version });

  /** The week of the worked example: 45.50 hours. */
  const exampleWeek = () =>
    (
      [
        ...['16', '17', '19', '20'].map((day) => ['N100', day, 480] as const),
        ['N100', '18', 480],
        ['O125', '18', 90],
        ['O150', '21', 240],
      ] as const
    ).map(([code, day, minutes]) => line(code, `2026-11-${day}`, minutes));
  const kilometres = (hundredths: number) => ({ ...line('KM', '2026-11-20', 0), quantity: hundredths });

  return {
    ...{ types, organisationId, supervisor, staff, staffPerson },
    ...{ post, get, line, decide, finalised, finalisedAt, propose, close, exampleWeek, kilometres },
  };
}
export type PayrollOffice = Awaited<ReturnType<typeof payrollOffice>>;
