import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { asProblem } from './disk-error.ts';
import type { FileStores, Taken } from './file-store.ts';

/** Takes bytes in piece by piece, into a folder of this machine where nobody else looks: they are on its disk before anything is said of them. */
export const incoming = (folder: string): Pick<FileStores, 'take' | 'drop' | 'dropOld'> => ({
  async take(bytes) {
    const file = path.join(folder, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    async function* counted(pieces: AsyncIterable<Buffer> | Iterable<Buffer>) {
      for await (const piece of pieces) {
        hash.update(piece);
        size += piece.length;
        yield piece;
      }
    }
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await pipeline(counted(bytes), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (error) {
      await rm(file, { force: true }).catch(() => {});
      throw asProblem(error);
    }
    return { path: file, sha256: hash.digest('hex'), size };
  },
  drop: (taken: Taken) => rm(taken.path, { force: true }),
  async dropOld(before) {
    for (const name of await readdir(folder).catch(() => [])) {
      const file = path.join(folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found && found.mtime < before) await rm(file, { force: true });
    }
  },
});
