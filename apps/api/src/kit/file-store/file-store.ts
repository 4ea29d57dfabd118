import type { Readable } from 'node:stream';

/** Bytes on this machine, under no name yet: whoever took them in has them kept, or drops them. */
export interface Taken {
  path: string;
  sha256: string;
  size: number;
}

/** What one database has of files: bytes under their SHA-256, which never change. */
export interface FileStore {
  /** Does what takes long of keeping, before a transaction is begun. */
  prepare(taken: Taken): Promise<void>;
  /** Puts bytes under their hash, all of them or none; those that are there stay. */
  keep(taken: Taken): Promise<void>;
  /** Throws `file-unreachable` where they are not there. */
  open(sha256: string): Promise<Readable>;
  remove(sha256: string): Promise<void>;
  /** All whose hash begins with these two letters. */
  list(part: string): AsyncIterable<{ sha256: string; size: number; at: Date }>;
}

/**
 * Where the bytes of files lie: a folder, or a bucket of S3. Each database has its own part of it, so that two that share one never touch
 * each other's (docs/decisions/0073-bytes-lie-beside-the-database.md).
 */
export interface FileStores {
  /** Throws `storage-full` where there is no room, `file-unreachable` where nothing can be written. */
  take(bytes: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<Taken>;
  drop(taken: Taken): Promise<void>;
  /** Drops what was taken in before this by a process that was killed. */
  dropOld(before: Date): Promise<void>;
  of(databaseId: string): FileStore;
}

/** Of who was not told of any: a script that reads rows alone. */
export const noFileStores: FileStores = {
  take: () => Promise.reject(notTold()),
  drop: () => Promise.resolve(),
  dropOld: () => Promise.resolve(),
  of: () => {
    throw notTold();
  },
};
const notTold = () => new Error('Where files are kept was not told');
