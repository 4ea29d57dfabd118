import { colleagueRoutes } from '@konnekt/shared/colleagues/colleague.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import type { Manager } from './colleague.checks.ts';
import * as service from './colleague.service.ts';
import { readColleagues } from './colleague-list.repository.ts';
import * as invitations from './invitation.service.ts';

export function registerColleagues(app: FastifyInstance, services: Services): void {
  const { db } = services;
  const act = async ({ sight, author }: Manager, work: (manager: Manager) => Promise<void>) => {
    await work({ sight, author });
    return readColleagues(db, sight);
  };

  serve(app, services, colleagueRoutes, {
    'GET /api/colleagues': ({ sight }) => readColleagues(db, sight),
    'POST /api/colleagues': (call) =>
      act(call, (manager) => invitations.inviteColleague(db, services, manager, call.body)),
    'POST /api/colleagues/:id/rights': (call) =>
      act(call, (manager) => service.giveColleagueRight(db, manager, call.params.id, call.body)),
    'POST /api/colleagues/:id/invite': (call) =>
      act(call, (manager) => invitations.inviteAgain(db, services, manager, call.params.id)),
    'POST /api/colleague-invitations/:id/accept': (call) =>
      act(call, (reader) => invitations.answerInvitation(db, reader, call.params.id, 'accept')),
    'POST /api/colleague-invitations/:id/decline': (call) =>
      act(call, (reader) => invitations.answerInvitation(db, reader, call.params.id, 'decline')),
    'PUT /api/colleague-rights/:id': (call) =>
      act(call, (manager) => service.changeColleagueRight(db, manager, call.params.id, call.body)),
    'POST /api/substitutes': (call) => act(call, (manager) => service.nameSubstitute(db, manager, call.body)),
    'POST /api/substitutes/:id/end': (call) =>
      act(call, (manager) => service.endSubstitute(db, manager, call.params.id, call.body.version)),
  });
}
