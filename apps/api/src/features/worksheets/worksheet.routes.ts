import type { Actor } from '@konnekt/shared/basics/actor';
import { worksheetRoutes } from '@konnekt/shared/worksheets/worksheet.contract';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import type { Services } from '#api/services';
import type { Sight } from '#api/visibility';
import * as service from './worksheet.service.ts';

export function registerWorksheets(app: FastifyInstance, { db, today }: Services): void {
  const sightOf = (actor: Actor): Sight => ({ actor, today: today() });
  const decide =
    (decision: Decision) =>
    ({ actor, body }: { actor: Actor; body: { items: { id: string; version: number }[]; reason?: string } }) =>
      service.decide(db, sightOf(actor), decision, body.items, body.reason ?? null);

  serve(app, worksheetRoutes, {
    'GET /api/worksheets': ({ actor, query }) => service.readList(db, sightOf(actor), query),
    'GET /api/worksheets/status': ({ actor, query }) => service.countWorksheets(db, sightOf(actor), query),
    'GET /api/worksheets/:id': ({ actor, params }) => service.readWorksheet(db, sightOf(actor), params.id),
    'GET /api/worksheets/:id/history': ({ actor, params, query }) =>
      service.readHistory(db, sightOf(actor), params.id, query),
    'GET /api/placements/:id/entry': ({ actor, params, query }) =>
      service.readEntry(db, sightOf(actor), params.id, query.year, query.number),
    'POST /api/worksheets': ({ actor, body }) => service.createWorksheet(db, sightOf(actor), body),
    'PUT /api/worksheets/:id': ({ actor, params, body }) =>
      service.saveWorksheet(db, sightOf(actor), params.id, body.version, body),
    'POST /api/worksheets/:id/send': ({ actor, params, body }) =>
      service.sendWorksheet(db, sightOf(actor), params.id, body.version),
    'POST /api/worksheets/:id/withdraw': ({ actor, params, body }) =>
      service.withdrawWorksheet(db, sightOf(actor), params.id, body.version),
    'POST /api/worksheets/:id/supplements': ({ actor, params, body }) =>
      service.addHours(db, sightOf(actor), params.id, body),
    'POST /api/worksheets/:id/comments': ({ actor, params, body }) =>
      service.commentOn(db, sightOf(actor), params.id, body.text),
    'POST /api/worksheets/approve': decide('approve'),
    'POST /api/worksheets/decline': decide('decline'),
    'POST /api/worksheets/undo-approval': decide('undo-approval'),
    'POST /api/worksheets/finalise': decide('finalise'),
    'POST /api/worksheets/refuse': decide('refuse'),
    'POST /api/worksheets/reopen': decide('reopen'),
  });
}
