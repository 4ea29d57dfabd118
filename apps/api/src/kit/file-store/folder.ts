import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { asProblem } from './disk-error.ts';
import type { FileStore, FileStores } from './file-store.ts';
import { incoming } from './incoming.ts';

/** A folder of this machine, or one that machines share. */
export function openFolder(root: string): FileStores {
  return { ...incoming(path.join(root, 'incoming')), of: (databaseId) => storeIn(path.join(root, databaseId)) };
}

function storeIn(folder: string): FileStore {
  const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
  return {
    prepare: async () => {},
    async keep(taken) {
      const place = placeOf(taken.sha256);
      if ((await sizeOf(place)) === taken.size) return;
      try {
        const made = await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
        // Whole under its name, or not there: a name is given to bytes that are on the disk.
        await rename(taken.path, place);
        await settle(path.dirname(place));
        if (made) await settle(folder);
      } catch (error) {
        throw asProblem(error);
      }
    },
    async open(sha256) {
      try {
        return (await open(placeOf(sha256))).createReadStream();
      } catch (error) {
        throw asProblem(error);
      }
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    async *list(part) {
      // None of a folder that is not there yet.
      for (const sha256 of await readdir(path.join(folder, part)).catch(() => [])) {
        const found = await stat(placeOf(sha256)).catch(() => undefined);
        if (found) yield { sha256, size: found.size, at: found.mtime };
      }
    },
  };
}

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => undefined,
  );

/** Has the names in a folder on its disk: without it, a loss of power takes the last of them. Windows does that by itself. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
