import { z } from 'zod';
import { zById, zId, zList, zPage, zSearch, zVersion } from '../basics/fields.ts';
import { office, type Routes } from '../basics/route.ts';
import {
  zDraft,
  zKeptMessageDraft,
  zNewMessage,
  zNewThread,
  zSaveTemplate,
  zTemplate,
  zThread,
  zThreadRow,
  zToMany,
} from './message.schema.ts';
import { receiverRoles, threadActs, threadViews } from './message.words.ts';

const zCounts = z.object({
  unread: z.int().describe('Threads with something that this reader has not read'),
  waiting: z.int().nullable().describe('Threads that wait for an answer of the agency; the office’s alone'),
});
export type MessageCounts = z.output<typeof zCounts>;

const zReceiver = z.object({
  personId: zId,
  name: z.string(),
  role: z.enum(receiverRoles),
  detail: z.string().nullable(),
});
export type Receiver = z.output<typeof zReceiver>;

const sentOnce = 'Asked once more under the same id it is sent once; with other words it is refused as `already-sent`';

export const messageRoutes = {
  'GET /api/messages': {
    access: 'signed-in',
    summary: 'Threads in sight, newest first; of those that wait, the longest first',
    query: z.object({
      ...zPage,
      q: zSearch.optional(),
      view: z.enum(threadViews).default('inbox'),
      worksheetId: zId.optional(),
      invoiceId: zId.optional(),
    }),
    response: zList(zThreadRow),
  },
  'GET /api/messages/counts': { access: 'signed-in', summary: 'How much is new', response: zCounts },
  'GET /api/messages/receivers': {
    access: office,
    summary: 'Who would be written to: how many, and the first of them by name',
    query: z.object({ role: z.enum(receiverRoles).optional(), organisationId: zId.optional(), q: zSearch.optional() }),
    response: z.object({ items: z.array(zReceiver), total: z.int() }),
  },
  'GET /api/messages/:id': {
    access: 'signed-in',
    summary: 'A thread with its messages in sight',
    params: zById,
    response: zThread,
  },
  'POST /api/messages': {
    access: 'signed-in',
    summary: `Begin a thread: with the agency, or the office with one person. ${sentOnce}`,
    body: zNewThread,
    response: zThread,
    status: 201,
  },
  'POST /api/messages/to-many': {
    access: office,
    summary: `Write to many at once; each has a thread of their own. ${sentOnce}`,
    body: zToMany,
    response: z.object({ total: z.int() }),
    status: 201,
  },
  'POST /api/messages/:id/replies': {
    access: 'signed-in',
    summary: `Write in a thread; one that was closed is open again. ${sentOnce}`,
    params: zById,
    body: zNewMessage,
    response: zThread,
    status: 201,
  },
  'POST /api/messages/:id/read': {
    access: 'signed-in',
    summary: 'The reader has read up to a message',
    params: zById,
    body: z.object({ number: z.int().min(1) }),
    response: zCounts,
  },
  'POST /api/messages/:id/archive': {
    access: 'signed-in',
    summary:
      'Put a thread away, as it was when it was read, or take it back; a new message brings it back by itself. The office closes instead',
    params: zById,
    body: z.object({ isArchived: z.boolean(), number: z.int().min(1).describe('The newest message that was seen') }),
    response: zThread,
  },
  'POST /api/messages/:id/handle': {
    access: office,
    summary: 'Take a thread, let it go, close it or open it again',
    params: zById,
    body: z.object({ act: z.enum(threadActs), version: zVersion }),
    response: zThread,
  },
  'GET /api/message-files/:id': {
    access: 'signed-in',
    summary: 'A file of a message in sight',
    params: zById,
    answersFile: true,
  },
  'GET /api/message-draft': {
    access: 'signed-in',
    summary: 'What the reader is writing, in a thread or for a new one; empty where nothing',
    query: z.object({ threadId: zId.optional(), aboutId: zId.optional() }),
    response: zKeptMessageDraft,
  },
  'PUT /api/message-draft': {
    access: 'signed-in',
    summary: 'Keep what one is writing until it is sent; nothing typed keeps nothing',
    body: zDraft,
  },
  'GET /api/answer-templates': {
    access: office,
    summary: 'What is answered often',
    response: z.object({ items: z.array(zTemplate) }),
  },
  'POST /api/answer-templates': {
    access: office,
    summary: 'Add a standard answer',
    body: zSaveTemplate,
    response: zTemplate,
    status: 201,
  },
  'PUT /api/answer-templates/:id': {
    access: office,
    summary: 'Change a standard answer',
    params: zById,
    body: zSaveTemplate.extend({ version: zVersion }),
    response: zTemplate,
  },
  'DELETE /api/answer-templates/:id': {
    access: office,
    summary: 'Remove a standard answer',
    params: zById,
    body: z.object({ version: zVersion }),
  },
} as const satisfies Routes;
