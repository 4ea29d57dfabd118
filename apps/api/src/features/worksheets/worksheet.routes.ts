import { worksheetRoutes } from '@konnekt/shared/worksheets/worksheet.contract';
import type { Decision } from '@konnekt/shared/worksheets/worksheet.status';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import type { Sight } from '#api/kit/visibility';
import { serve } from '#api/plugins/contract';
import { asAttachment, asList, givenOut } from '#api/plugins/send-file';
import { openReceipt } from './receipt.service.ts';
import { decide as decideAll, readWorksheet } from './worksheet.service.ts';
import { correctHours, readCorrection } from './worksheet-correction.service.ts';
import type { Said } from './worksheet-decision.repository.ts';
import { readEntry, readHoursOutside } from './worksheet-entry.service.ts';
import { commentOn, readHistory } from './worksheet-history.service.ts';
import { countByPhase, exportList, readList } from './worksheet-list.service.ts';
import { createWorksheet, saveWorksheet } from './worksheet-saving.service.ts';
import { addHours, sendWorksheet, withdrawWorksheet } from './worksheet-sending.service.ts';

export function registerWorksheets(app: FastifyInstance, services: Services): void {
  const { db } = services;
  const decide =
    (decision: Decision) =>
    ({ sight, body }: { sight: Sight; body: { items: { id: string; version: number }[] } & Said }) =>
      decideAll(db, sight, decision, body.items, body);

  serve(app, services, worksheetRoutes, {
    'GET /api/worksheets': ({ sight, query }) => readList(db, sight, query),
    'GET /api/worksheets/status': ({ sight, query }) => countByPhase(db, sight, query),
    'GET /api/worksheets/export': async ({ sight, author, query, reply }) => {
      const file = await exportList(db, author, sight, query);
      asList(reply, { nl: 'urenbriefjes', en: 'worksheets' }, query, sight.today);
      return file;
    },
    'GET /api/worksheets/:id': ({ sight, params }) => readWorksheet(db, sight, params.id),
    'GET /api/worksheets/:id/history': ({ sight, params, query }) => readHistory(db, sight, params.id, query),
    'GET /api/placements/:id/hours-outside': ({ sight, params, query }) =>
      readHoursOutside(db, sight, params.id, query),
    'GET /api/placements/:id/entry': ({ sight, params, query }) =>
      readEntry(db, sight, params.id, query.year, query.number),
    'GET /api/receipts/:id': async ({ sight, params, reply }) => {
      const { name, mediaType, content } = await openReceipt(db, sight, params.id);
      asAttachment(reply, name, mediaType);
      return givenOut(reply, content);
    },
    'POST /api/worksheets': ({ sight, body }) => createWorksheet(db, sight, body),
    'PUT /api/worksheets/:id': ({ sight, params, body }) => saveWorksheet(db, sight, params.id, body.version, body),
    'POST /api/worksheets/:id/send': ({ sight, params, body }) => sendWorksheet(db, sight, params.id, body.version),
    'POST /api/worksheets/:id/withdraw': ({ sight, params, body }) =>
      withdrawWorksheet(db, sight, params.id, body.version),
    'POST /api/worksheets/:id/supplements': ({ sight, params, body }) => addHours(db, sight, params.id, body),
    'GET /api/worksheets/:id/correction': ({ sight, params }) => readCorrection(db, sight, params.id),
    'POST /api/worksheets/:id/corrections': ({ sight, params, body }) => correctHours(db, sight, params.id, body),
    'POST /api/worksheets/:id/comments': ({ sight, params, body }) => commentOn(db, sight, params.id, body.text),
    'POST /api/worksheets/approve': decide('approve'),
    'POST /api/worksheets/decline': decide('decline'),
    'POST /api/worksheets/undo-approval': decide('undo-approval'),
    'POST /api/worksheets/undo-decline': decide('undo-decline'),
    'POST /api/worksheets/finalise': decide('finalise'),
    'POST /api/worksheets/refuse': decide('refuse'),
    'POST /api/worksheets/reopen': decide('reopen'),
  });
}
