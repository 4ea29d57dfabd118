import { z } from 'zod';
import { namesOnce, zId, zInstant, zLanguage, zLine, zSearch, zText, zVersion } from '../basics/fields.ts';
import { longest } from '../basics/text-rules.ts';
import { zPeriod } from '../periods/period.schema.ts';
import { mostFilesOfMessage, mostNamedReceivers, receiverRoles } from './message.words.ts';

const zFile = z.object({ id: zId, name: z.string(), mediaType: z.string(), size: z.int().describe('Bytes') });
export type MessageFile = z.output<typeof zFile>;

const zMessage = z.object({
  id: zId,
  number: z.int(),
  at: zInstant,
  byName: z.string(),
  isOffice: z.boolean().describe('Of the agency'),
  isOwn: z.boolean(),
  body: z.string().describe('Plain text with its lines'),
  files: z.array(zFile),
});
export type Message = z.output<typeof zMessage>;

/** What a thread is about, to who may see that. */
const zAbout = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('worksheet'),
    id: zId,
    employeeName: z.string(),
    organisationName: z.string(),
    period: zPeriod,
  }),
  z.object({
    kind: z.literal('invoice'),
    id: zId,
    number: z.string(),
    lineId: zId.nullable(),
    lineName: z.string().nullable(),
  }),
]);
export type ThreadAbout = z.output<typeof zAbout>;

export const zThreadRow = z.object({
  id: zId,
  version: zVersion,
  title: z.string(),
  personName: z.string().describe('Who outside the agency it is with'),
  organisationName: z.string().nullable(),
  last: z.object({
    number: z.int(),
    at: zInstant,
    byName: z.string(),
    isOffice: z.boolean(),
    isOwn: z.boolean(),
    excerpt: z.string(),
  }),
  hasFiles: z.boolean(),
  isUnread: z.boolean(),
  isArchived: z.boolean().describe('Put away by the reader; of the office: closed'),
  waitingSince: zInstant.nullable().describe('Since when the agency owes an answer'),
  takenBy: z
    .object({ id: zId, name: z.string() })
    .nullable()
    .describe('Who of the office answers it; the office’s alone'),
});
export type ThreadRow = z.output<typeof zThreadRow>;

export const zThread = zThreadRow.extend({
  about: zAbout.nullable(),
  mayWrite: z.boolean(),
  personLanguage: zLanguage.nullable().describe('Which language whom the office answers reads; the office’s alone'),
  messages: z.array(zMessage),
});
export type Thread = z.output<typeof zThread>;

/** An id that the browser makes: what is sent twice is there once. */
const written = {
  id: zId.describe('Made by who sends it: what is sent twice is there once'),
  body: zText(longest.message),
  fileIds: z.array(zId).max(mostFilesOfMessage).superRefine(namesOnce()).default([]),
};
export const zNewMessage = z.object(written);
export type NewMessage = z.output<typeof zNewMessage>;

export const zNewThread = z.object({
  ...written,
  title: zLine(longest.threadTitle),
  personId: zId.nullable().default(null).describe('Whom the office writes to; others write to the agency'),
  organisationId: zId.nullable().default(null).describe('Whose business it is: of who holds a right there'),
  worksheetId: zId.nullable().default(null),
  invoiceId: zId.nullable().default(null),
  invoiceLineId: zId.nullable().default(null),
});
export type NewThread = z.output<typeof zNewThread>;

/** Who is written to: all conditions hold. Of those with an account in use. */
const zReceivers = z.object({
  role: z.enum(receiverRoles).nullable().default(null),
  organisationId: zId.nullable().default(null).describe('Who works there today, or holds a right'),
  q: zSearch.default(''),
  personIds: z.array(zId).max(mostNamedReceivers).superRefine(namesOnce()).nullable().default(null),
});
export type Receivers = z.output<typeof zReceivers>;

export const zToMany = z.object({
  ...written,
  title: zLine(longest.threadTitle),
  receivers: zReceivers,
  total: z.int().min(1).describe('As many as were shown before sending; else nothing is sent'),
});
export type ToMany = z.output<typeof zToMany>;

/** What is being typed, as it is: it becomes a message when it is sent. */
const zTyped = (max: number) => z.string().overwrite((text) => text.replaceAll('\0', '').slice(0, max).toWellFormed());
export const zDraft = z.object({
  threadId: zId.nullable().describe('None is for a new thread'),
  aboutId: zId
    .nullable()
    .default(null)
    .describe('The hours, the invoice or the line of one that a new thread is about'),
  title: zTyped(longest.threadTitle).default(''),
  body: zTyped(2 * longest.message),
  fileIds: z.array(zId).max(mostFilesOfMessage).superRefine(namesOnce()).default([]),
});
/** What is being written, with what is to go along and is there still. */
export const zKeptMessageDraft = z.object({ title: z.string(), body: z.string(), files: z.array(zFile) });
export type KeptMessageDraft = z.output<typeof zKeptMessageDraft>;
export type MessageDraft = z.output<typeof zDraft>;

const templateFields = {
  name: zLine(longest.name),
  bodyNl: zText(longest.message),
  bodyEn: zText(longest.message),
};
export const zSaveTemplate = z.object(templateFields);
export const zTemplate = z.object({
  id: zId,
  version: zVersion,
  name: z.string(),
  bodyNl: z.string(),
  bodyEn: z.string(),
});
export type AnswerTemplate = z.output<typeof zTemplate>;
export type SaveTemplate = z.output<typeof zSaveTemplate>;
