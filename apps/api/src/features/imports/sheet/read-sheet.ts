import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type ReadSheet, refused } from './sheet.ts';

const MOST_HEAP_MB = 1024;
/** The largest file that is taken is read in a tenth of it. */
const MOST_MS = 60_000;

/** The cells of a CSV or XLSX file, told apart by their first bytes. Whatever is wrong with it stops nothing else. */
export async function readSheet(content: Buffer): Promise<ReadSheet> {
  const starts = (bytes: string) => content.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1'));
  // Excel before 2007, and every Excel file with a password.
  if (starts('\u00d0\u00cf\u0011\u00e0')) return refused('old-excel');
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  const late = new AbortController();
  try {
    return await Promise.race([
      new Promise<ReadSheet>((resolve) => {
        worker.once('message', resolve);
        worker.once('error', () => resolve(refused('not-readable')));
        worker.once('exit', () => resolve(refused('not-readable')));
      }),
      wait(MOST_MS, refused('too-much'), { signal: late.signal }),
    ]);
  } finally {
    late.abort();
    await worker.terminate();
  }
}
