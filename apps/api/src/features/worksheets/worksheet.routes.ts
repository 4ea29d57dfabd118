import { worksheetRoutes } from '@konnekt/shared/worksheets/worksheet.contract';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { serve } from '#api/plugins/contract';
import { asReceipt, asSheet } from '#api/plugins/send-file';
import { openReceipt } from './receipt.service.ts';
import * as service from './worksheet.service.ts';
import * as corrections from './worksheet-correction.service.ts';
import type { Said } from './worksheet-decision.repository.ts';

export function registerWorksheets(app: FastifyInstance, services: Services): void {
  const { db } = services;
  const decide =
    (decision: Decision) =>
    ({ sight, body }: { sight: Sight; body: { items: { id: string; version: number }[] } & Said }) =>
      service.decide(db, sight, decision, body.items, body);

  serve(app, services, worksheetRoutes, {
    'GET /api/worksheets': ({ sight, query }) => service.readList(db, sight, query),
    'GET /api/worksheets/status': ({ sight, query }) => service.countByPhase(db, sight, query),
    'GET /api/worksheets/export': async ({ sight, author, query, reply }) => {
      const file = await service.exportList(db, author, sight, query);
      asSheet(reply, `${query.language === 'nl' ? 'urenbriefjes' : 'worksheets'}-${sight.today}`, query.format);
      return file;
    },
    'GET /api/worksheets/:id': ({ sight, params }) => service.readWorksheet(db, sight, params.id),
    'GET /api/worksheets/:id/history': ({ sight, params, query }) => service.readHistory(db, sight, params.id, query),
    'GET /api/placements/:id/hours-outside': ({ sight, params, query }) =>
      service.readHoursOutside(db, sight, params.id, query),
    'GET /api/placements/:id/entry': ({ sight, params, query }) =>
      service.readEntry(db, sight, params.id, query.year, query.number),
    'GET /api/receipts/:id': async ({ sight, params, reply }) => {
      const { name, mediaType, content } = await openReceipt(db, sight, params.id);
      asReceipt(reply, name, mediaType);
      return content;
    },
    'POST /api/worksheets': ({ sight, body }) => service.createWorksheet(db, sight, body),
    'PUT /api/worksheets/:id': ({ sight, params, body }) =>
      service.saveWorksheet(db, sight, params.id, body.version, body),
    'POST /api/worksheets/:id/send': ({ sight, params, body }) =>
      service.sendWorksheet(db, sight, params.id, body.version),
    'POST /api/worksheets/:id/withdraw': ({ sight, params, body }) =>
      service.withdrawWorksheet(db, sight, params.id, body.version),
    'POST /api/worksheets/:id/supplements': ({ sight, params, body }) => service.addHours(db, sight, params.id, body),
    'GET /api/worksheets/:id/correction': ({ sight, params }) => corrections.readCorrection(db, sight, params.id),
    'POST /api/worksheets/:id/corrections': ({ sight, params, body }) =>
      corrections.correctHours(db, sight, params.id, body),
    'POST /api/worksheets/:id/comments': ({ sight, params, body }) =>
      service.commentOn(db, sight, params.id, body.text),
    'POST /api/worksheets/approve': decide('approve'),
    'POST /api/worksheets/decline': decide('decline'),
    'POST /api/worksheets/undo-approval': decide('undo-approval'),
    'POST /api/worksheets/undo-decline': decide('undo-decline'),
    'POST /api/worksheets/finalise': decide('finalise'),
    'POST /api/worksheets/refuse': decide('refuse'),
    'POST /api/worksheets/reopen': decide('reopen'),
  });
}
