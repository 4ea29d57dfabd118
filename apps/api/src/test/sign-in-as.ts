import type { Role } from '@konnekt/shared/basics/actor';
import type { FastifyInstance } from 'fastify';
import { ask, type Client, type TestApp } from './build-app.ts';
import { createPerson, createSupervisor, type Person, type SupervisorOptions, testPassword } from './factories.ts';

/** Logs in through the front door. */
export async function signInAs(app: FastifyInstance, person: Person): Promise<Client> {
  const { status, cookies } = await ask(app, undefined, 'POST', '/api/auth/login', {
    login: person.email,
    password: testPassword,
  });
  if (status !== 200) throw new Error(`${person.email} cannot log in: ${status}`);
  return { cookies, role: person.role };
}

/** Somebody new who is signed in, where nothing of them matters but their role. */
export async function signInNew({ app, db }: Pick<TestApp, 'app' | 'db'>, role: Role): Promise<Client> {
  return signInAs(app, await createPerson(db, { role }));
}

/** Somebody new who is signed in and approves there, or at each of those, with more rights where those are given. */
export async function signInSupervisor(
  { app, db }: Pick<TestApp, 'app' | 'db'>,
  organisationIds: string | readonly string[],
  rights?: SupervisorOptions,
): Promise<Client> {
  return signInAs(app, await createSupervisor(db, organisationIds, rights));
}
