import type { ExportQuery } from '@konnekt/shared/imports/import.contract';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import { addressOf } from '../../api/route-address.ts';

/** What narrows a list down. */
export type ExportFilter = Partial<Omit<ExportQuery, 'format' | 'language'>>;

/** Where the file of a kind of records is: all of them, or those of a list. */
export const exportAddress = (
  kind: ImportKind,
  query: Pick<ExportQuery, 'format' | 'language'>,
  filter: ExportFilter = {},
): string => addressOf('GET /api/exports/:kind', { params: { kind }, query: { ...filter, ...query } }).url;
