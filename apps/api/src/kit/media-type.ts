import { fileTypeFromBuffer } from 'file-type';

/** By what is in it. Text is a drawing where its first element says so; any other may be a table of words and commas. */
export async function mediaTypeOf(content: Buffer): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(content);
  if (found && found.mime !== 'application/xml') return found.mime;
  if (!startsAsUtf16(content) && content.includes(0)) return undefined;
  return startsAsSvg.test(content.toString('utf8', 0, 4096)) ? 'image/svg+xml' : (found?.mime ?? 'text/csv');
}

/** After a declaration, comments and a document type. */
const startsAsSvg = /^\ufeff?(?:\s|<[?!][^<>]*>)*<(?:\w+:)?svg[\s>]/;

const startsAsUtf16 = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
