import { isoWeekOf } from '@konnekt/shared/basics/iso-week';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findLost, mondaysBefore } from './bench/acknowledged.ts';
import { findBrokenRules } from './features/data-check/data-check.repository.ts';
import { ensurePeriods } from './features/periods/period.repository.ts';
import { connect, type Db } from './kit/database.ts';
import {
  createAgency,
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  hourTypeId,
} from './test/factories.ts';
import { freePort, jsonOf, type ServerProcess, startServer } from './test/server-process.ts';
import { createDatabase, dropDatabase, urlOf } from './test/template-database.ts';

/** Fill in, send and approve run all the time while the API is killed, three times, in the middle of it. */
const KILLS = 3;
const WORKERS = 8;
/** Weeks that each worker has for a round. */
const WEEKS = 15;
const mondays = mondaysBefore(new Date(), KILLS * WEEKS);

let name: string;
let db: Db;
let port: number;
let server: ServerProcess | undefined;

beforeAll(async () => {
  name = await createDatabase();
  db = connect(urlOf(name));
  port = await freePort();
  await createAgency(db);
  await ensurePeriods(db, new Date());
});
afterAll(async () => {
  await server?.kill();
  await db.close();
  await dropDatabase(name);
});

it('a crash in the middle of sending and approving loses nothing that was answered with success and leaves nothing half done', async () => {
  const organisationId = await createOrganisation(db);
  const supervisor = await createSupervisor(db, organisationId);
  const normal = await hourTypeId(db);
  const employee = await createPerson(db);
  const placements = await Promise.all(
    Array.from({ length: WORKERS }, () =>
      createPlacement(db, employee, organisationId, { startsOn: mondays[0] ?? '' }),
    ),
  );
  const promised = { saved: new Map<string, number>(), sent: new Set<string>(), approved: new Set<string>() };

  for (let round = 0; round < KILLS; round++) {
    server = await startServer(urlOf(name), port);
    const [asEmployee, asSupervisor] = [await server.logIn(employee), await server.logIn(supervisor)];
    const enough = Promise.withResolvers<void>();
    const goal = promised.approved.size + 15;
    const work = placements.map(async (placementId, worker) => {
      for (const date of mondays.slice(round * WEEKS, (round + 1) * WEEKS)) {
        const { year, week: number } = isoWeekOf(date);
        const lines = [{ hourTypeId: normal, date, minutes: 300 + worker }];
        const draft = await post(asEmployee, '/api/worksheets', { placementId, year, number, lines });
        if (draft.status !== 201) return;
        promised.saved.set(draft.body.id, 300 + worker);
        const sent = await post(asEmployee, `/api/worksheets/${draft.body.id}/send`, { version: 1 });
        if (sent.status !== 200) return;
        promised.sent.add(draft.body.id);
        const approved = await post(asSupervisor, '/api/worksheets/approve', {
          items: [{ id: draft.body.id, version: 2 }],
        });
        if (approved.status !== 200) return;
        for (const { id } of approved.body.done) promised.approved.add(id);
        if (promised.approved.size >= goal) enough.resolve();
      }
    });
    await Promise.race([enough.promise, Promise.all(work)]);
    await Promise.all([server.kill(), ...work]);
  }

  expect(promised.approved.size).toBeGreaterThanOrEqual(15 * KILLS);
  expect(await findLost(db, promised)).toEqual([]);
  expect(await findBrokenRules(db)).toEqual([]);
});

interface Answer {
  id: string;
  done: { id: string }[];
}
/** Status 0: the server died before it answered. */
async function post(cookie: string, url: string, payload: object): Promise<{ status: number; body: Answer }> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${url}`, jsonOf(payload, { cookie }));
    return { status: response.status, body: (await response.json()) as Answer };
  } catch {
    return { status: 0, body: { id: '', done: [] } };
  }
}
