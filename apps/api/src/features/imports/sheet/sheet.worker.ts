// Reads files away from the thread that answers requests: a large one takes seconds.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { readRows } from '@konnekt/shared/imports/import-rows';
import { readCsv } from './csv.ts';
import { type Asked, isZip, noFile, type ReadFile, type Reading, type ReadSheet, refused } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

/** So many rows at a time: taking them in stops nobody. */
const PIECE = 1000;

for await (const [{ content: bytes, kind, reading }] of asked()) {
  const content = Buffer.from(bytes);
  const sheet = await sheetOf(content, kind).catch(() => refused('not-readable'));
  const { rows, ...told } = reading ? asRecords(sheet, reading) : sheet;
  for (let from = 0; from < rows.length; from += PIECE) {
    parentPort?.postMessage({ rows: rows.slice(from, from + PIECE) });
    if (parentPort) await once(parentPort, 'message');
  }
  parentPort?.postMessage({ told });
}

async function sheetOf(content: Buffer, kind: Asked['kind']): Promise<ReadSheet> {
  return isZip(content) ? await readXlsx(content, kind) : readCsv(content);
}

async function* asked(): AsyncGenerator<[Asked]> {
  while (parentPort) yield (await once(parentPort, 'message')) as [Asked];
}

function asRecords(
  { rows, hasAllCells, errors, notes }: ReadSheet,
  { kind, fields, remembered, hourTypes }: Reading,
): ReadFile {
  if (errors.length > 0) return { ...noFile, errors, notes };
  const hash = (shape: string) => createHash('sha256').update(shape).digest('base64url');
  let isChosenBefore = false;
  const chosenFor = (shape: string) => {
    const before = fields ? undefined : remembered.get(hash(shape));
    isChosenBefore = before !== undefined;
    return fields ?? before;
  };
  const read = readRows(kind, rows, { hasAllCells, chosenFor, hourTypes });
  const told = isChosenBefore ? [{ row: 0, column: null, code: 'chosen-before', value: null }] : [];
  return { ...read, notes: [...notes, ...told, ...read.notes], shape: hash(read.shape) };
}
