import type { FastifyInstance } from 'fastify';
import readXlsxFile from 'read-excel-file/node';
import { askFile, type Client } from './build-app.ts';

/** The rows of a list's file by their headings: of a workbook, so that a figure is a number and a day a date. */
export async function sheetRows(app: FastifyInstance, client: Client, url: string): Promise<Record<string, unknown>[]> {
  const [sheet] = await readXlsxFile((await askFile(app, client, url)).rawPayload);
  const [heading = [], ...rows] = sheet?.data ?? [];
  return rows.map((row) => Object.fromEntries(heading.map((name, index) => [String(name), row[index]])));
}
