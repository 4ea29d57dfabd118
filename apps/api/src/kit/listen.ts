import pg from 'pg';
import type { Db } from './database.ts';

/**
 * Hears what the database says on a channel (`NOTIFY`). When the connection breaks `hear` is told so with nothing, as words may have been
 * missed, and it is made anew.
 */
export async function listen(db: Pick<Db, 'pool'>, channel: 'forget', hear: (word: string | undefined) => void) {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client(db.pool.options);
    next.on('notification', ({ payload }) => hear(payload ?? ''));
    next.on('error', lost);
    next.on('end', lost);
    await next.connect();
    await next.query(`LISTEN ${channel}`);
    client = next;
  }
  function lost(): void {
    client = undefined;
    hear(undefined);
    if (closed || retry) return;
    retry = setTimeout(async () => {
      retry = undefined;
      await open().catch(lost);
    }, 1000);
  }
  await open();
  return {
    isUp: () => client !== undefined,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
