import type { FastifyReply } from 'fastify';
import type { SheetFormat } from './sheet-file.ts';

const mediaTypes: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Says that the answer is a file to keep: `name` without its extension. */
export function asSheet(reply: FastifyReply, name: string, format: SheetFormat): void {
  reply.type(mediaTypes[format]);
  reply.header('content-disposition', `attachment; filename="${name}.${format}"`);
}
