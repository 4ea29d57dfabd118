import { type Entry, fromBufferPromise } from 'yauzl';
import { contentOf } from '#api/kit/zip-entry';

/**
 * Reads parts of a ZIP file by their names, as text; nothing for a part that is not there. Nothing at all where it says that it unpacks to more
 * than so many bytes: what reads it says so, and takes no part that is larger than it said. Throws where two parts have one name, and where one is not what was packed.
 */
export async function zipParts(
  content: Buffer,
  mostBytes: number,
): Promise<((name: string) => Promise<string | undefined>) | undefined> {
  const zip = await fromBufferPromise(content);
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw new Error('Two parts have one name');
    entries.set(name, entry);
    bytes += entry.uncompressedSize;
    if (bytes > mostBytes) return undefined;
  }
  return async (name) => {
    const entry = entries.get(name.toLowerCase());
    return entry && new TextDecoder().decode(await contentOf(zip, entry));
  };
}
