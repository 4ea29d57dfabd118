import { isoWeekStart } from '@konnekt/shared/basics/iso-week';
import { ask, type Client, type TestApp } from './build-app.ts';
import { hourTypeId } from './factories.ts';

interface WeekOptions {
  number?: number;
  lines?: readonly object[];
}
/** A step on a worksheet is of the version that was seen. */
export interface Sheet {
  id: string;
  version: number;
}
type Running = Pick<TestApp, 'app' | 'db'>;

/** A worksheet of a week of 2026, saved by its employee: eight hours on its Monday, where nothing else is given. */
export async function saveHours(
  { app, db }: Running,
  employee: Client,
  placementId: string,
  { number = 47, lines }: WeekOptions = {},
): Promise<Sheet> {
  const usual = async () => [{ hourTypeId: await hourTypeId(db), date: isoWeekStart(2026, number), minutes: 480 }];
  const payload = { placementId, year: 2026, number, lines: lines ?? (await usual()) };
  return answered(await ask(app, employee, 'POST', '/api/worksheets', payload), 201);
}

/** The same, sent. */
export async function sendHours(
  test: Running,
  employee: Client,
  placementId: string,
  week: WeekOptions = {},
): Promise<Sheet> {
  const { id, version } = await saveHours(test, employee, placementId, week);
  return answered(await ask(test.app, employee, 'POST', `/api/worksheets/${id}/send`, { version }), 200);
}

function answered({ status, body }: Awaited<ReturnType<typeof ask>>, expected: number): Sheet {
  if (status !== expected) throw new Error(`${status} instead of ${expected}: ${JSON.stringify(body)}`);
  return body;
}
