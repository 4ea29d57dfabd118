import type { HelpLink, SavedHelp } from '@konnekt/shared/help/help.contract';
import { readPart, savePart } from '#api/features/agency/settings-part.service';
import type { Author, Db } from '#api/kit/database';

const usual: { links: HelpLink[] } = { links: [] };

export const readHelp = (db: Db): Promise<SavedHelp> => readPart(db, 'help', usual);

export async function saveHelp(db: Db, author: Author, help: SavedHelp): Promise<SavedHelp> {
  await savePart(db, author, 'help', help);
  return readHelp(db);
}
