import type { Actor } from '@konnekt/shared/basics/actor';
import { registrationRoutes } from '@konnekt/shared/registration/registration.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { readRegistration, register } from './registration.service.ts';

export function registerRegistration(app: FastifyInstance, { db, today }: Services): void {
  const sightOf = (actor: Actor) => ({ actor, today: today() });

  serve(app, registrationRoutes, {
    'GET /api/registration': ({ actor, query }) => readRegistration(db, sightOf(actor), query),
    'POST /api/registration/save': ({ actor, body }) => register(db, sightOf(actor), 'save', body),
    'POST /api/registration/send': ({ actor, body }) => register(db, sightOf(actor), 'send', body),
  });
}
