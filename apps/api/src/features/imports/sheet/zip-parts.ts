import { text } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';

/** Reads parts of a ZIP file by their names, as text; nothing for a part that is not there. */
export async function zipParts(content: Buffer): Promise<(name: string) => Promise<string | undefined>> {
  const zip = await fromBufferPromise(content);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  return async (name) => {
    const entry = entries.get(name.toLowerCase());
    return entry && text(await zip.openReadStreamPromise(entry));
  };
}
