import { createReadStream } from 'node:fs';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';

/** By what is in it. Text is a drawing where its first element says so; any other may be a table of words and commas. */
export async function mediaTypeOf(content: Buffer): Promise<string | undefined> {
  return judge(await fileTypeFromBuffer(content), () => [content]);
}

/** The same of a file of this machine, read piece by piece and no further than it takes. */
export async function mediaTypeOfFile(path: string): Promise<string | undefined> {
  return judge(await fileTypeFromFile(path), () => createReadStream(path));
}

async function judge(
  found: { mime: string } | undefined,
  pieces: () => AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<string | undefined> {
  if (found && found.mime !== 'application/xml') return found.mime;
  let first: Buffer | undefined;
  for await (const piece of pieces()) {
    first ??= piece;
    if (!startsAsUtf16(first) && piece.includes(0)) return undefined;
  }
  return startsAsSvg.test(first?.toString('utf8', 0, 4096) ?? '') ? 'image/svg+xml' : (found?.mime ?? 'text/csv');
}

/** After a declaration, comments and a document type. */
const startsAsSvg = /^\ufeff?(?:\s|<[?!][^<>]*>)*<(?:\w+:)?svg[\s>]/;

const startsAsUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
