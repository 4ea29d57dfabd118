import { messageRoutes } from '@konnekt/shared/messages/message.contract';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { asAttachment, givenOut } from '#api/plugins/send-file';
import { presentThread } from './message.presenter.ts';
import * as service from './message.service.ts';
import { findDraft } from './message-draft.repository.ts';
import { keepDraft } from './message-draft.service.ts';
import { listTemplates } from './template.repository.ts';
import { addTemplate, changeTemplate, removeTemplate } from './template.service.ts';
import { countThreads, listThreads } from './thread.repository.ts';
import { findReceivers } from './to-many.repository.ts';
import { sendToMany } from './to-many.service.ts';

export function registerMessages(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, messageRoutes, {
    'GET /api/messages': async ({ sight, query }) => {
      const { items, ...list } = await listThreads(db, sight, query);
      return { ...list, items: items.map(presentThread) };
    },
    'GET /api/messages/counts': ({ sight }) => countThreads(db, sight),
    'GET /api/messages/receivers': ({ sight, query: { role = null, organisationId = null, q = '' } }) =>
      findReceivers(db, sight, { role, organisationId, q, personIds: null }),
    'GET /api/messages/:id': ({ sight, params }) => service.readThread(db, sight, params.id),
    'POST /api/messages': ({ sight, author, body }) => service.beginThread(db, sight, author, body),
    'POST /api/messages/to-many': ({ sight, author, body }) => sendToMany(db, sight, author, body),
    'POST /api/messages/:id/replies': ({ sight, author, params, body }) =>
      service.reply(db, sight, author, params.id, body),
    'POST /api/messages/:id/read': ({ sight, params, body }) => service.markRead(db, sight, params.id, body.number),
    'POST /api/messages/:id/archive': ({ sight, params, body }) => service.archiveThread(db, sight, params.id, body),
    'POST /api/messages/:id/handle': ({ sight, author, params, body }) =>
      service.handleThread(db, sight, author, { ...params, ...body }),
    'GET /api/message-files/:id': async ({ sight, params, reply }) => {
      const { name, mediaType, content } = await service.openFile(db, sight, params.id);
      asAttachment(reply, name, mediaType);
      return givenOut(reply, content);
    },
    'GET /api/message-draft': ({ sight, query }) =>
      findDraft(db, sight, { threadId: query.threadId ?? null, aboutId: query.aboutId ?? null }),
    'PUT /api/message-draft': async ({ sight, body }) => {
      await keepDraft(db, sight, body);
      return undefined;
    },
    'GET /api/answer-templates': async () => ({ items: await listTemplates(db) }),
    'POST /api/answer-templates': ({ author, body }) => addTemplate(db, author, body),
    'PUT /api/answer-templates/:id': ({ author, params, body }) => changeTemplate(db, author, params.id, body),
    'DELETE /api/answer-templates/:id': async ({ author, params, body }) => {
      await removeTemplate(db, author, params.id, body.version);
      return undefined;
    },
  });
}
