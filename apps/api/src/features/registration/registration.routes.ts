import { registrationRoutes } from '@konnekt/shared/registration/registration.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { readRegistration, register } from './registration.service.ts';

export function registerRegistration(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, registrationRoutes, {
    'GET /api/registration': ({ sight, query }) => readRegistration(db, sight, query),
    'POST /api/registration/save': ({ sight, body }) => register(db, sight, 'save', body),
    'POST /api/registration/send': ({ sight, body }) => register(db, sight, 'send', body),
  });
}
