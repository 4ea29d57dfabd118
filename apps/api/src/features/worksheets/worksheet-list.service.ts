import type { Readable } from 'node:stream';
import { worksheetColumns } from '@konnekt/shared/worksheets/worksheet.columns';
import type { WorksheetExport, WorksheetQuery } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { catalogueAt } from '#api/kit/catalogue';
import type { Author, Db } from '#api/kit/database';
import { listFile } from '#api/kit/list-file';
import { type Sight, sightOfSystem } from '#api/kit/visibility';
import { countDone, countPhases, countPlaces } from './worksheet-count.repository.ts';
import { NotInCatalogue, presentPlaces, presentRow } from './worksheet-list.presenter.ts';
import { listWorksheets } from './worksheet-list.repository.ts';
import { listToFill } from './worksheet-owed.repository.ts';

/** One page of a list, as this person may see it. */
export async function readList(db: Db, sight: Sight, query: WorksheetQuery) {
  const list = query.phase === 'to-fill' ? listToFill : listWorksheets;
  return presented(async () => {
    const { rows, catalogue, ...page } = await list(db, sight, query);
    return { items: rows.map((row) => presentRow(row, catalogue)), ...page };
  });
}

/** All that a list holds as a file. */
export function exportList(db: Db, author: Author, sight: Sight, query: WorksheetExport): Promise<Readable> {
  const { format, language, ...filters } = query;
  return listFile(db, author, {
    as: { format, language },
    columns: worksheetColumns,
    event: { subjectType: 'worksheets-file' },
    readPage: (page) => readList(db, sight, { ...filters, ...page }),
  });
}

/** What this supervisor registered, or got back, and has still to send: the oldest first. */
export function readToSend(db: Db, sight: Sight, limit: number) {
  return presented(async () => {
    const { rows, catalogue, total } = await listWorksheets(db, sight, {
      phase: 'to-fill',
      registeredByMe: true,
      sort: 'period',
      limit,
    });
    return { items: rows.map((row) => presentRow(row, catalogue)), total };
  });
}

/** A page that is read again where its periods were made anew before they could be named. */
async function presented<Page>(read: () => Promise<Page>, triesLeft = 3): Promise<Page> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof NotInCatalogue) || triesLeft === 0) throw error;
    return presented(read, triesLeft - 1);
  }
}

export const countWaiting = countPhases;

/** What waits for whom over the whole agency, for work by the clock. */
export const countAll = (db: Db, today: string) => countPhases(db, sightOfSystem(today), {});

/** How many worksheets of a filter are in each phase. */
export async function countByPhase(db: Db, sight: Sight, filters: Parameters<typeof countPhases>[2]) {
  const [waiting, done] = await Promise.all([countPhases(db, sight, filters), countDone(db, sight, filters)]);
  return { ...waiting, done };
}

/** The same by period and by organisation: every number is the size of the list with that filter. */
export function countByPlace(db: Db, sight: Sight, filters: Parameters<typeof countPlaces>[2]) {
  return presented(async () => {
    const rows = await countPlaces(db, sight, filters);
    return presentPlaces(rows, await catalogueAt(db, rows[0]?.catalogue ?? 0));
  });
}
