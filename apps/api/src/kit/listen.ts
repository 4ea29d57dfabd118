import pg from 'pg';
import type { Db } from './database.ts';

/** What the database speaks of: sessions that ended, and what changed for whom. */
const channels = ['forget', 'live'] as const;
type Channel = (typeof channels)[number];

/** The one connection of a process on which it hears what the database says (`NOTIFY`). */
export interface Line {
  /** Words of a channel; nothing is said where some may have been missed. */
  hear(channel: Channel, hearer: (word: string | undefined) => void): void;
  isUp(): boolean;
  close(): Promise<void>;
}

/** How often what waits to be told is said: each process looks, one of them finds it. */
const SAY_MS = 200;

/**
 * When the connection breaks all hearers are told so, it is made anew, and they are told again: what was said meanwhile nobody heard. What
 * concerns browsers is said here, for all that changed in the moment before, and not by who changes something (`say_live`,
 * docs/decisions/0057-live-says-only-that.md).
 */
export async function openLine(db: Pick<Db, 'pool'>): Promise<Line> {
  const hearers: Record<Channel, ((word: string | undefined) => void)[]> = { forget: [], live: [] };
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = new pg.Client(db.pool.options);
    next.on('notification', ({ channel, payload }) => {
      for (const hear of hearers[channel as Channel]) hear(payload ?? '');
    });
    next.on('error', lost);
    next.on('end', lost);
    await next.connect();
    await next.query(channels.map((channel) => `LISTEN ${channel}`).join('; '));
    client = next;
  }
  function missed(): void {
    for (const hear of Object.values(hearers).flat()) hear(undefined);
  }
  function lost(): void {
    client = undefined;
    missed();
    if (closed || retry) return;
    retry = setTimeout(async () => {
      retry = undefined;
      await open().then(missed, lost);
    }, 1000);
  }
  await open();
  let isSaying = false;
  const saying = setInterval(async () => {
    if (!client || isSaying) return;
    isSaying = true;
    // What could not be said waits for the next time.
    await client.query('SELECT say_live()').catch(() => {});
    isSaying = false;
  }, SAY_MS);
  saying.unref();
  return {
    hear: (channel, hearer) => void hearers[channel].push(hearer),
    isUp: () => client !== undefined,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(saying);
      await client?.end();
    },
  };
}
