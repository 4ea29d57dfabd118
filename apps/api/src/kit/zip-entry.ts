import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** What a part of a ZIP holds, as it was packed: throws where a byte of it changed on the way (its check sum says so). */
export async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const content = await buffer(await zip.openReadStreamPromise(entry));
  if (crc32(content) !== entry.crc32) throw new Error('A part of the ZIP is not what was packed');
  return content;
}
