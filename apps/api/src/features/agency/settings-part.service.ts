import type { Author, Db, Transaction } from '#api/kit/database';
import { settingsChanged } from './settings.service.ts';
import { findPart, type SettingsPart, updatePart } from './settings-part.repository.ts';

/** As it was set over what is usual, and the version of the agency. */
export async function readPart<T extends object>(
  db: Transaction,
  part: SettingsPart,
  usual: T,
): Promise<T & { version: number }> {
  const agency = await findPart<T>(db, part);
  return { ...usual, ...agency?.set, version: agency?.version ?? 1 };
}

/** Sets it, unless somebody changed settings since: throws `record-changed`. */
export function savePart<T extends { version: number }>(
  db: Db,
  author: Author,
  part: SettingsPart,
  { version, ...set }: T,
): Promise<void> {
  return db.transaction(author, async (tx) => {
    if (!(await updatePart(tx, part, version, set))) throw await settingsChanged(tx);
  });
}
