import type { FastifyInstance } from 'fastify';
import { ask, type Client } from './build-app.ts';
import { type Person, testPassword } from './factories.ts';

/** Logs in through the front door. */
export async function signInAs(app: FastifyInstance, person: Person): Promise<Client> {
  const { status, cookies } = await ask(app, undefined, 'POST', '/api/auth/login', {
    login: person.email,
    password: testPassword,
  });
  if (status !== 200) throw new Error(`${person.email} cannot log in: ${status}`);
  return { cookies, role: person.role };
}
