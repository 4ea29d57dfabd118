import { HttpClient } from './http-client.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import type { Servers } from './servers.ts';
import { type Measured, measure } from './statistics.ts';
import type { Work } from './task.ts';

/** Client c of so many asks for the work c, c + clients, …, one after the other. */
export async function overHttp(
  { ports }: Servers,
  server: keyof Servers['ports'],
  scenario: Scenario,
  work: Work[],
  clients: number,
): Promise<Measured> {
  const requestOf = server === 'product' ? requestOfProduct : requestOfBare;
  const queues = Array.from({ length: clients }, (_, client) => ({
    connection: new HttpClient(ports[server]),
    requests: work.filter(({ n }) => n % clients === client).map((one) => requestOf(one, scenario)),
  }));
  const milliseconds: number[] = [];
  const began = performance.now();
  await Promise.all(
    queues.map(async ({ connection, requests }) => {
      for (const { method, path, cookie, payload } of requests) {
        const start = performance.now();
        const answer = await connection.request(method, path, cookie, payload);
        milliseconds.push(performance.now() - start);
        if (answer.status >= 300 || (server === 'product' && !scenario.isGood(answer.body)))
          throw new Error(`${scenario.name}: ${answer.status} ${answer.body.slice(0, 300)}`);
      }
    }),
  );
  const wall = performance.now() - began;
  for (const { connection } of queues) connection.close();
  return measure(milliseconds, wall);
}

interface Asked {
  method: string;
  path: string;
  cookie: string;
  payload: string | undefined;
}

function requestOfProduct(work: Work, scenario: Scenario): Asked {
  const { method, path, body } = scenario.request(work);
  return { method, path, cookie: work.account.cookie, payload: body && JSON.stringify(body) };
}

const requestOfBare = (work: Work, scenario: Scenario): Asked => ({
  method: 'POST',
  path: `/${scenarios.indexOf(scenario)}`,
  cookie: '',
  payload: JSON.stringify(scenario.lean.values(work)),
});
