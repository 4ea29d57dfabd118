// Reads a file into cells, away from the thread that answers requests: a large one takes seconds.
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv.ts';
import { readXlsx } from './xlsx.ts';

const content = Buffer.from(workerData as Uint8Array);
const isZip = content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
parentPort?.postMessage(isZip ? await readXlsx(content) : readCsv(content));
