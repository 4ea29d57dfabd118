import type { Readable } from 'node:stream';
import type { Language } from '@konnekt/shared/basics/actor';
import type { SheetAsked } from '@konnekt/shared/basics/sheet-asked';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import type { Content } from '#api/kit/file-content';
import type { SheetFormat } from '#api/kit/sheet-file';

const mediaTypes: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Says that the answer is a table to keep: `name` without its extension. */
export const asSheet = (reply: FastifyReply, name: string, format: SheetFormat): void =>
  asFile(reply, `${name}.${format}`, mediaTypes[format]);

/** The same of a list, called after what it holds and the day. */
export const asList = (
  reply: FastifyReply,
  name: Record<Language, string>,
  { format, language }: SheetAsked,
  today: string,
): void => asSheet(reply, `${name[language]}-${today}`, format);

/** What is in a file as an answer, which is sent while it is read. */
export function givenOut(reply: FastifyReply, { size, bytes }: Content): Readable {
  reply.header('content-length', size);
  return bytes;
}

/** Says that the answer is a file to keep, under a name that any browser and language writes right. */
export function asFile(reply: FastifyReply, name: string, mediaType: string): void {
  reply.type(mediaType);
  reply.header('content-disposition', contentDisposition(name));
}

/**
 * Says that the answer is a picture to show, the same for ever under its address. Opened by itself it still is only that: nothing in a
 * drawing runs, and nothing is fetched for it.
 */
export function asPicture(reply: FastifyReply, mediaType: string): void {
  reply.type(mediaType);
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  reply.header('cache-control', 'public, max-age=31536000, immutable');
}

/** Says that the answer is a file that somebody handed in, a receipt or what goes with a message: a picture to look at, in which nothing runs, or a document to keep. */
export function asAttachment(reply: FastifyReply, name: string, mediaType: string): void {
  asFile(reply, name, mediaType);
  if (!mediaType.startsWith('image/')) return;
  reply.header('content-disposition', contentDisposition(name, { type: 'inline' }));
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
}

/**
 * Says that the answer is a document that somebody else put there: never a page of ours, whoever opens it by its address. A screen shows it by
 * itself, so nothing in it needs to run.
 */
export function asDocument(reply: FastifyReply, name: string, mediaType: string): void {
  asFile(reply, name, mediaType);
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('cache-control', 'private, no-store');
}
