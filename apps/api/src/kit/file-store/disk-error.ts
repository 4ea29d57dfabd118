import { Problem } from '../problem.ts';

/** No room on the disk, within a quota, or for a file of this size. */
const noRoom = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What a disk says, in a word that people are told of: it has no room, or is not there, is read-only, has lost a file. Anything else as it is. */
export function asProblem(error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  return new Problem(noRoom.includes(String(error.code)) ? 'storage-full' : 'file-unreachable', {}, { cause: error });
}
