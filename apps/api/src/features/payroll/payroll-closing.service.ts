import type { Author, Db } from '#api/kit/database';
import * as closing from './payroll-closing.repository.ts';

/** Signs of life come more often than a process is missed. */
const SIGN_MS = 4000;

/** Does what can be told of while it goes on; told beside its transaction, which nobody sees into before its end. */
export async function watched(
  db: Db,
  { name }: Author,
  runId: string,
  work: (report: (done: number, total: number) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const mine = await closing.beginClosing(db, runId, name ?? '');
  if (!mine) return work(async () => {});
  let [done, total] = [0, 0];
  const tell = () => closing.reportClosing(db, mine, done, total);
  // A sign that does not come through is made up for by the next.
  const signs = setInterval(() => void tell().catch(() => {}), SIGN_MS);
  try {
    await work((...now) => {
      [done, total] = now;
      return tell();
    });
  } finally {
    clearInterval(signs);
    await closing.endClosing(db, mine);
  }
}
