import type pg from 'pg';
import { buildApp } from '#api/app';
import { connect } from '#api/kit/database';
import type { Scenario } from './scenario.ts';
import type { Work } from './task.ts';

/** A statement as it was sent. */
export interface Call {
  text: string;
  values: unknown[];
  /** It stays prepared on its connection. */
  isKept: boolean;
}

/**
 * The statements that the product sends for each piece of work: the whole application answers the request in this process, and what
 * its statements change is rolled back. What is remembered between requests is asked once and not recorded.
 */
export async function record(url: string, jwtSecret: string, scenario: Scenario, work: Work[]): Promise<Call[][]> {
  // One connection: statements that are sent at once come in their order.
  const db = connect(url, { poolSize: 1, isPatient: true });
  let sent: Call[] = [];
  db.pool.on('connect', (client) => tap(client, (call) => sent.push(call)));
  const app = await buildApp({ db, jwtSecret });
  const ask = async (one: Work): Promise<Call[]> => {
    sent = [];
    const { method, path, body } = scenario.request(one);
    const { statusCode, body: answer } = await app.inject({
      method: method as 'GET',
      url: path,
      headers: { cookie: one.account.cookie },
      ...(body && { payload: body }),
    });
    if (statusCode >= 300 || !scenario.isGood(answer))
      throw new Error(`${scenario.name}: ${statusCode} ${answer.slice(0, 300)}`);
    return sent;
  };
  try {
    const [first] = work;
    if (!first) return [];
    await ask(first);
    const recorded = [await ask(first)];
    const isAlike = (calls: Call[]) => textsOf(calls) === textsOf(recorded[0] ?? []);
    for (const one of work.slice(1)) {
      const calls = await ask(one);
      // The first request of a session asks whose it is.
      recorded.push(isAlike(calls) ? calls : await ask(one));
      if (!isAlike(recorded.at(-1) ?? []))
        throw new Error(`${scenario.name}: request ${one.n} sends other statements than the first`);
    }
    return recorded;
  } finally {
    await app.close();
    await db.close();
  }
}

const textsOf = (calls: Call[]): string => calls.map(({ text }) => text).join(';');

/** Notes what a connection is sent, and keeps nothing of what it changes. */
function tap(client: pg.PoolClient, note: (call: Call) => void): void {
  const send = client.query.bind(client) as (query: unknown) => Promise<unknown>;
  let isInTransaction = false;
  const query = async (config: string | pg.QueryConfig) => {
    if (typeof config === 'string') {
      const isEnd = config === 'COMMIT' || config === 'ROLLBACK';
      if (isInTransaction || config === 'BEGIN') note({ text: config, values: [], isKept: false });
      isInTransaction = config === 'BEGIN' || (isInTransaction && !isEnd);
      return send(isEnd ? 'ROLLBACK' : config);
    }
    note({ text: config.text, values: config.values ?? [], isKept: config.name !== undefined });
    if (isInTransaction) return send(config);
    await send('BEGIN');
    try {
      return await send(config);
    } finally {
      await send('ROLLBACK');
    }
  };
  client.query = query as typeof client.query;
}
