import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { type Asked, noFile, type ReadFile, type Reading, type ReadSheet, refused } from './sheet.ts';

const MOST_HEAP_MB = 1024;
/** The largest file that is taken is read in a tenth of it. */
const MOST_MS = 60_000;

/** The cells of a CSV or XLSX file of a kind, told apart by their first bytes. Whatever is wrong with it stops nothing else. */
export const readSheet = (content: Buffer, kind?: ImportKind): Promise<ReadSheet> =>
  inWorker<ReadSheet>(content, { kind });

/** The records of such a file. */
export async function readFile(content: Buffer, reading: Reading): Promise<ReadFile> {
  return { ...noFile, ...(await inWorker<ReadFile>(content, { kind: reading.kind, reading })) };
}

async function inWorker<Whole extends ReadSheet | ReadFile>(
  content: Buffer,
  asked: Omit<Asked, 'content'>,
): Promise<Whole> {
  const failed = (code: Parameters<typeof refused>[0]) => refused(code) as unknown as Whole;
  const starts = (bytes: string) => content.subarray(0, bytes.length).equals(Buffer.from(bytes, 'latin1'));
  // Excel before 2007, and every Excel file with a password.
  if (starts('\u00d0\u00cf\u0011\u00e0')) return failed('old-excel');
  const worker = takeWorker();
  const late = new AbortController();
  let isWell = false;
  try {
    return await Promise.race([
      rowsOf<Whole>(worker, { content, ...asked }).then(
        (read) => {
          isWell = true;
          return read;
        },
        () => failed('not-readable'),
      ),
      wait(MOST_MS, failed('too-much'), { signal: late.signal }),
    ]);
  } finally {
    late.abort();
    await giveBack(worker, isWell && content.length < SMALL);
  }
}

type Read<Whole extends { rows: unknown[] }> = { rows: Whole['rows'] } | { told: Omit<Whole, 'rows'> };

/** Takes its rows in piece by piece. */
function rowsOf<Whole extends ReadSheet | ReadFile>(worker: Worker, asked: Asked): Promise<Whole> {
  const { promise, resolve, reject } = Promise.withResolvers<Whole>();
  const rows: unknown[] = [];
  const hear = (read: Read<Whole>) => {
    if ('told' in read) return resolve({ ...read.told, rows } as unknown as Whole);
    for (const row of read.rows) rows.push(row);
    setImmediate(() => worker.postMessage('more'));
  };
  worker.on('message', hear);
  worker.once('error', reject);
  worker.once('exit', reject);
  worker.postMessage(asked);
  return promise.finally(() => worker.off('message', hear).off('error', reject).off('exit', reject));
}

/** Beyond that, what a worker holds is worth more than its start. */
const SMALL = 1024 * 1024;
/** One that has read a small file waits for the next. */
let waiting: Worker | undefined;

function takeWorker(): Worker {
  const worker = waiting ?? startWorker();
  waiting = undefined;
  worker.ref();
  return worker;
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./sheet.worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  });
  // One that breaks down while it waits takes nobody along.
  worker.on('error', () => {});
  worker.once('exit', () => {
    if (waiting === worker) waiting = undefined;
  });
  return worker;
}

async function giveBack(worker: Worker, isGood: boolean): Promise<void> {
  if (!isGood || waiting) return void (await worker.terminate());
  waiting = worker;
  worker.unref();
}
