import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { safeFileName } from '#api/kit/file-name';
import type { HandedIn } from '#api/kit/files';
import { mediaTypeOf } from '#api/kit/media-type';
import { invalidInput, Problem } from '#api/kit/problem';

/** Takes files in as multipart/form-data, one a request. */
export const uploads = fp(async (app) => {
  await app.register(multipart, { limits: { files: 1, parts: 1, fields: 0, fieldNameSize: 100, headerPairs: 20 } });
});

interface Limits {
  mostBytes: number;
  mediaTypes: readonly string[];
}

/**
 * The one file of a request, read as it comes in and no further than its limit. Throws `too-large` above that, and `invalid-input` at
 * `/file` where there is none, nothing in it, or something else than it may hold.
 */
export async function receiveFile(request: FastifyRequest, { mostBytes, mediaTypes }: Limits): Promise<HandedIn> {
  if (!request.isMultipart()) throw wrongFile('required');
  const part = await request.file({ limits: { fileSize: mostBytes } }).catch((error: unknown) => {
    request.log.info({ err: error }, 'no file could be read from a request');
    throw wrongFile('required');
  });
  if (!part) throw wrongFile('required');
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk);
  if (part.file.truncated) throw new Problem('too-large');
  const content = Buffer.concat(chunks);
  if (content.length === 0) throw wrongFile('required');
  const mediaType = await mediaTypeOf(content);
  if (!mediaType || !mediaTypes.includes(mediaType)) throw wrongFile('file-type');
  // Typed as if it were always there: a form may send a file without a name.
  return { name: safeFileName(part.filename ?? ''), mediaType, content };
}

const wrongFile = (code: 'required' | 'file-type') => invalidInput([{ pointer: '/file', code }]);
