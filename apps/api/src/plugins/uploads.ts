import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { fileNameOf } from '#api/kit/file-name';
import type { FileStores } from '#api/kit/file-store/file-store';
import type { HandedIn } from '#api/kit/files';
import { mediaTypeOfFile } from '#api/kit/media-type';
import { invalidInput, Problem } from '#api/kit/problem';

/** Takes files in as multipart/form-data, one a request: what comes besides is refused, not dropped unseen. */
export const uploads = fp(async (app) => {
  await app.register(multipart, { limits: { files: 1, parts: 1, fields: 0, fieldNameSize: 100, headerPairs: 20 } });
});

interface Asked {
  mostBytes: number;
  mediaTypes: readonly string[];
  files: FileStores;
}

/**
 * Has work done with the one file of a request, which lies on this machine meanwhile: piece by piece as it comes in, and no further than its
 * limit. Throws `too-large` above that, and `invalid-input` at `/file` where there is none, or more than one, nothing in it, or something else
 * than it may hold.
 */
export async function whileReceived<T>(
  request: FastifyRequest,
  { mostBytes, mediaTypes, files }: Asked,
  work: (file: HandedIn) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) throw wrongFile('required');
  const parts = request.files({ limits: { fileSize: mostBytes } });
  const { value: part } = await parts.next().catch((error: unknown) => {
    request.log.info({ err: error }, 'no file could be read from a request');
    throw wrongFile('required');
  });
  if (!part) throw wrongFile('required');
  const content = await files.take(part.file).catch((error: unknown) => {
    // What is still to come is passed over: the next request of this connection waits behind it.
    part.file.resume();
    throw part.file.errored ? wrongFile('required') : error;
  });
  try {
    if (part.file.truncated) throw new Problem('too-large');
    if (await isFollowed(parts)) throw wrongFile('one-file');
    if (content.size === 0) throw wrongFile('required');
    const mediaType = await mediaTypeOfFile(content.path);
    // Typed as if it were always there: a form may send a file without a name.
    const given = part.filename ?? '';
    const isDisguised = mediaType === 'text/csv' && endsAsOther.test(given.trim());
    if (!mediaType || !mediaTypes.includes(mediaType) || isDisguised) throw wrongFile('file-type');
    return await work({ name: fileNameOf(given, mediaType), mediaType, content });
  } finally {
    await files.drop(content);
  }
}

/** Text under such a name would be opened as what it is not. */
const endsAsOther = /\.(?:pdf|docx?|png|jpe?g|webp|gif)$/i;

/** Whether there is another part; the limit of one is told when it begins. */
const isFollowed = (parts: AsyncIterator<unknown>): Promise<boolean> =>
  parts.next().then(
    ({ done }) => !done,
    (error: { code?: string }) => error.code === 'FST_PARTS_LIMIT' || error.code === 'FST_FILES_LIMIT',
  );

const wrongFile = (code: 'required' | 'one-file' | 'file-type') => invalidInput([{ pointer: '/file', code }]);
