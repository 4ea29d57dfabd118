import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { zipped } from '#api/kit/zip';

/** A ZIP of these parts, by name. */
export function zip(parts: Record<string, string | Buffer>): Promise<Buffer> {
  async function* once(content: string | Buffer) {
    yield content;
  }
  const list = Object.entries(parts).map(([name, content]) => ({ name, content: once(content) }));
  return buffer(Readable.from(zipped(list)));
}
