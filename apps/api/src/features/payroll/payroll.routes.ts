import { exportRoutes } from '@konnekt/shared/payroll/export.contract';
import { payrollRoutes } from '@konnekt/shared/payroll/payroll.contract';
import { setuRoutes } from '@konnekt/shared/payroll/setu.contract';
import type { FastifyInstance } from 'fastify';
import { openContent } from '#api/kit/file-content';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asFile, givenOut } from '#api/plugins/send-file';
import { findFile, listDefinitions, listFiles } from './export.repository.ts';
import { addDefinition, changeDefinition, makeFile, previewFile, removeDefinition } from './export.service.ts';
import { listRuns } from './payroll.repository.ts';
import {
  changeRun,
  closeRun,
  discardRun,
  hold,
  listRunEmployees,
  listRunWorksheets,
  proposeRun,
  readRun,
} from './payroll.service.ts';
import { timecardOf, timecardsOfRun } from './setu.service.ts';

export function registerPayroll(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, payrollRoutes, {
    'GET /api/payroll-runs': ({ query }) => listRuns(db, query),
    'POST /api/payroll-runs': ({ sight, author }) => proposeRun(db, sight, author, services.now()),
    'GET /api/payroll-runs/:id': ({ sight, params }) => readRun(db, sight, params.id),
    'PUT /api/payroll-runs/:id': ({ sight, author, params, body }) => changeRun(db, sight, author, params.id, body),
    'GET /api/payroll-runs/:id/employees': ({ params, query }) => listRunEmployees(db, params.id, query),
    'GET /api/payroll-runs/:id/worksheets': ({ params, query }) => listRunWorksheets(db, params.id, query),
    'POST /api/payroll-runs/hold': ({ author, body }) => hold(db, author, body.ids, body.reason),
    'POST /api/payroll-runs/let-go': ({ author, body }) => hold(db, author, body.ids, null),
    'POST /api/payroll-runs/:id/discard': async ({ author, params, body }) => {
      await discardRun(db, author, params.id, body.version);
      return undefined;
    },
    'POST /api/payroll-runs/:id/close': ({ sight, author, params, body }) =>
      closeRun(db, sight, author, params.id, body.version),
  });
  serve(app, services, exportRoutes, {
    'GET /api/export-definitions': async () => ({ items: await listDefinitions(db) }),
    'POST /api/export-definitions': ({ author, body }) => addDefinition(db, author, body),
    'PUT /api/export-definitions/:id': ({ author, params, body: { version, ...fields } }) =>
      changeDefinition(db, author, params.id, version, fields),
    'POST /api/export-definitions/:id/remove': async ({ author, params, body }) => {
      await removeDefinition(db, author, params.id, body.version);
      return undefined;
    },
    'POST /api/payroll-runs/:id/export-preview': ({ params, body }) => previewFile(db, params.id, body.content),
    'GET /api/payroll-runs/:id/files': async ({ params }) => ({ items: await listFiles(db, { runId: params.id }) }),
    'POST /api/payroll-runs/:id/files': ({ author, params, body }) => makeFile(db, author, params.id, body),
    'GET /api/payroll-files/:id': async ({ params, reply }) => {
      const file = await findFile(db, params.id);
      const content = file && (await openContent(db, file.fileId));
      if (!content) throw new Problem('not-found');
      asFile(reply, file.name, file.mediaType);
      return givenOut(reply, content);
    },
  });
  serve(app, services, setuRoutes, {
    'GET /api/worksheets/:id/timecard': async ({ sight, params, query, reply }) => {
      const { name, text } = await timecardOf(db, sight, params.id, query.form);
      asFile(reply, name, query.form === '2.0-json' ? 'application/json' : 'application/xml');
      return Buffer.from(text);
    },
    'GET /api/payroll-runs/:id/timecards': async ({ params, query, reply }) => {
      const { name, content } = await timecardsOfRun(db, params.id, query.form);
      asFile(reply, name, 'application/zip');
      return content;
    },
  });
}
