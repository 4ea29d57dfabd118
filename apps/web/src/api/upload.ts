import type { StoredFile } from '@konnekt/shared/files/file.contract';
import type { FilePurpose } from '@konnekt/shared/files/file.words';
import { call } from './client.ts';
import { ApiProblem, ConnectionProblem } from './problem.ts';
import { isNotThere, problemIn } from './request.ts';
import { addressOf } from './route-address.ts';

interface Upload {
  purpose: FilePurpose;
  file: File;
  signal?: AbortSignal;
  /** From 0 to 1; `isWaiting` while there is no connection and it is tried again. */
  onProgress?: (part: number, isWaiting: boolean) => void;
}

/** After pauses of so many seconds it is tried again; then it is for the person to press. */
const PAUSES = [1, 2, 4, 8, 15, 30, 30, 30];

/**
 * Hands in one file, and tells how far it is: `fetch` does not know. A lost connection is waited for, and the file sent again; what came in twice
 * is kept once, and nothing was made of it yet.
 */
export async function upload({ purpose, file, signal, onProgress }: Upload): Promise<StoredFile> {
  for (let round = 0; ; round++) {
    try {
      // Renews a session that ran out, or asks to log in: a file that is refused for that would be sent for nothing.
      await call('GET /api/me', undefined, signal && { signal });
      return await send(addressOf('POST /api/files', { query: { purpose } }).url, file, {
        signal,
        onProgress: (part) => onProgress?.(part, false),
      });
    } catch (error) {
      const pause = PAUSES[round];
      if (!(error instanceof ConnectionProblem) || pause === undefined || signal?.aborted) throw error;
      onProgress?.(0, true);
      await untilOnline(pause * 1000, signal);
    }
  }
}

/** A moment, or until the device is online again if that is sooner. */
const untilOnline = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal?.addEventListener('abort', done);
  });

function send(
  url: string,
  file: File,
  { signal, onProgress }: { signal: AbortSignal | undefined; onProgress: (part: number) => void },
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new ConnectionProblem({}));
    request.open('POST', url);
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) return resolve(JSON.parse(request.responseText));
      const problem = problemIn(request.responseText);
      if (!problem || isNotThere(request.status)) return lost();
      reject(new ApiProblem(problem));
    };
    request.onerror = lost;
    request.onabort = lost;
    signal?.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
