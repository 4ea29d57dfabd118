import type { Actor } from '@konnekt/shared/basics/actor';
import { colleagueRoutes } from '@konnekt/shared/colleagues/colleague.contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { authorOf } from '#api/author';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import { readColleagues } from './colleague.repository.ts';
import * as service from './colleague.service.ts';

export function registerColleagues(app: FastifyInstance, services: Services): void {
  const { db, today } = services;
  const act = async (
    { actor, request }: { actor: Actor; request: FastifyRequest },
    work: (manager: service.Manager) => Promise<void>,
  ) => {
    const sight = { actor, today: today() };
    await work({ sight, author: authorOf(actor, request) });
    return readColleagues(db, sight);
  };

  serve(app, colleagueRoutes, {
    'GET /api/colleagues': ({ actor }) => readColleagues(db, { actor, today: today() }),
    'POST /api/colleagues': (call) => act(call, (manager) => service.inviteColleague(db, services, manager, call.body)),
    'POST /api/colleagues/:id/rights': (call) =>
      act(call, (manager) => service.giveRight(db, manager, call.params.id, call.body)),
    'POST /api/colleagues/:id/invite': (call) =>
      act(call, (manager) => service.inviteAgain(db, services, manager, call.params.id)),
    'POST /api/colleague-invitations/:id/accept': (call) =>
      act(call, (reader) => service.answerInvitation(db, reader, call.params.id, 'accept')),
    'POST /api/colleague-invitations/:id/decline': (call) =>
      act(call, (reader) => service.answerInvitation(db, reader, call.params.id, 'decline')),
    'PUT /api/colleague-rights/:id': (call) =>
      act(call, (manager) => service.changeRight(db, manager, call.params.id, call.body)),
    'POST /api/substitutes': (call) => act(call, (manager) => service.nameSubstitute(db, manager, call.body)),
    'POST /api/substitutes/:id/end': (call) =>
      act(call, (manager) => service.endSubstitute(db, manager, call.params.id, call.body.version)),
  });
}
