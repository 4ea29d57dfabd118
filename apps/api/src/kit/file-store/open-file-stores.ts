import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBucket } from './bucket.ts';
import type { FileStores } from './file-store.ts';
import { openFolder } from './folder.ts';

const usual = path.join(import.meta.dirname, '../../../../../.data/files');

/** By its address, `file:///srv/files` or `s3://key:secret@host/bucket`; none is the folder beside the embedded database. */
export function openFileStores(address: string | undefined): FileStores {
  if (!address) return openFolder(usual);
  const url = new URL(address);
  return url.protocol === 'file:' ? openFolder(fileURLToPath(url)) : openBucket(url);
}
