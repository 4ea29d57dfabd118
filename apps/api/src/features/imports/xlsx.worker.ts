// Reads the first sheet of an XLSX file, away from the thread that answers requests: a large one takes seconds.
import { parentPort, workerData } from 'node:worker_threads';
import readExcel, { type CellValue } from 'read-excel-file/node';

const [sheet] = await readExcel(Buffer.from(workerData as Uint8Array), { trim: true });
parentPort?.postMessage(((sheet?.data ?? []) as CellValue[][]).map((row) => row.map(asText)));

function asText(cell: CellValue): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
