import { addDays } from '@konnekt/shared/basics/calendar-day';
import { isoWeekOf, isoWeekStart } from '@konnekt/shared/basics/iso-week';
import type { Db } from '#api/kit/database';
import {
  createOrganisation,
  createPerson,
  createPlacement,
  createSupervisor,
  hourTypeId,
  type Person,
  testPassword,
} from '#api/test/factories';

/** What was answered with success, and has to be there whatever happened. */
export interface Acknowledged {
  saved: Map<string, number>;
  sent: Set<string>;
  approved: Set<string>;
  /** How often each status was answered; 0 is no answer. */
  answers: Map<number, number>;
  /** The longest that any answer took, in milliseconds. */
  slowest: number;
}

const WORKERS = 6;
const mondays = mondaysBefore(new Date(), 52);

interface Answer {
  id?: string;
  done?: { id: string }[];
}

/** Employees that fill in and send week after week, and a supervisor who approves, through thick and thin, until told to stop. */
export async function startWork(db: Db, origin: string) {
  const organisationId = await createOrganisation(db);
  const supervisor = await createSupervisor(db, organisationId);
  const employee = await createPerson(db);
  const normal = await hourTypeId(db);
  const placements = await Promise.all(
    Array.from({ length: WORKERS * 12 }, () =>
      createPlacement(db, employee, organisationId, { startsOn: mondays[0] ?? '' }),
    ),
  );
  const found: Acknowledged = {
    saved: new Map(),
    sent: new Set(),
    approved: new Set(),
    answers: new Map(),
    slowest: 0,
  };
  let isOver = false;

  async function ask(cookie: string, path: string, body: object) {
    const began = performance.now();
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    }).then(
      async (response) => ({
        response,
        status: response.status,
        body: (await response.json().catch(() => ({}))) as Answer,
      }),
      () => ({ response: undefined, status: 0, body: {} as Answer }),
    );
    found.slowest = Math.max(found.slowest, performance.now() - began);
    found.answers.set(answer.status, (found.answers.get(answer.status) ?? 0) + 1);
    if (answer.status === 0 || answer.status >= 500) await new Promise((resolve) => setTimeout(resolve, 300));
    return answer;
  }
  async function logIn(person: Person): Promise<string> {
    while (!isOver) {
      const { response } = await ask('', '/api/auth/login', { login: person.email, password: testPassword });
      if (response?.ok)
        return response.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; ');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return '';
  }
  const cookies = { employee: await logIn(employee), supervisor: await logIn(supervisor) };

  const worker = async (own: string[], minutes: number) => {
    for (const placementId of own) {
      for (const date of mondays) {
        if (isOver) return;
        const { year, week: number } = isoWeekOf(date);
        const lines = [{ hourTypeId: normal, date, minutes }];
        const draft = await ask(cookies.employee, '/api/worksheets', { placementId, year, number, lines });
        if (draft.status !== 201) continue;
        const id = String(draft.body.id);
        found.saved.set(id, minutes);
        const sent = await ask(cookies.employee, `/api/worksheets/${id}/send`, { version: 1 });
        if (sent.status !== 200) continue;
        found.sent.add(id);
        const items = [{ id, version: 2 }];
        const approved = await ask(cookies.supervisor, '/api/worksheets/approve', { items });
        if (approved.status !== 200) continue;
        for (const done of approved.body.done ?? []) found.approved.add(done.id);
      }
    }
  };
  const work = Array.from({ length: WORKERS }, (_, n) =>
    worker(
      placements.filter((_, index) => index % WORKERS === n),
      300 + n,
    ),
  );
  return {
    found,
    stop: async () => {
      isOver = true;
      await Promise.all(work);
    },
  };
}

/** The Mondays of so many weeks before this one, the first first: the portal knows periods of two years ago and later. */
export function mondaysBefore(now: Date, count: number): string[] {
  const { year, week } = isoWeekOf(now.toISOString().slice(0, 10));
  const thisWeek = isoWeekStart(year, week);
  return Array.from({ length: count }, (_, n) => addDays(thisWeek, -7 * (count - n)));
}

/** What was acknowledged and is not in the database. */
export async function findLost(
  db: Db,
  { saved, sent, approved }: Pick<Acknowledged, 'saved' | 'sent' | 'approved'>,
): Promise<string[]> {
  const { rows } = await db.pool.query<{ id: string; status: string; minutes: number }>(
    'SELECT id, status, total_minutes AS minutes FROM worksheet',
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  return [
    ...[...saved].filter(([id, minutes]) => stored.get(id)?.minutes !== minutes).map(([id]) => `saved ${id}`),
    ...[...sent]
      .filter((id) => !['submitted', 'approved'].includes(stored.get(id)?.status ?? ''))
      .map((id) => `sent ${id}`),
    ...[...approved].filter((id) => stored.get(id)?.status !== 'approved').map((id) => `approved ${id}`),
  ];
}
