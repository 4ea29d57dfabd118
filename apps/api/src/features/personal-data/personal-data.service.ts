import type { PersonalData } from '@konnekt/shared/personal-data/personal-data.contract';
import { eraseFromImports } from '#api/features/imports/import.service';
import { recordEvent } from '#api/kit/audit-event';
import type { Author, Db } from '#api/kit/database';
import { Problem } from '#api/kit/problem';
import type { Sight } from '#api/kit/visibility';
import { collect, erase, findInFiles, findPersonalData } from './personal-data.repository.ts';

export async function readPersonalData(db: Db, sight: Sight, id: string): Promise<PersonalData> {
  const found = await findPersonalData(db, sight, id);
  if (!found) throw new Problem('not-found');
  return found;
}

/** That somebody took it out is in the audit log. */
export async function exportPerson(db: Db, sight: Sight, author: Author, id: string): Promise<Buffer> {
  const data = await db.transaction(author, async (tx) => {
    const found = await collect(tx, sight, id);
    if (found) await tx.query(personEvent('export', id));
    return found;
  });
  if (!data) throw new Problem('not-found');
  return Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
}

export async function erasePerson(db: Db, sight: Sight, author: Author, id: string, version: number): Promise<void> {
  await db.transaction(author, async (tx) => {
    const inFiles = await findInFiles(tx, id);
    if (await erase(tx, id, version)) {
      await eraseFromImports(tx, inFiles);
      // Without a name: that somebody was erased, not who.
      await tx.query(personEvent('erase', null));
      return;
    }
    const now = await findPersonalData(tx, sight, id);
    if (!now) throw new Problem('not-found');
    throw new Problem(now.keptBecause ? 'person-has-worked' : 'record-changed');
  });
}

const personEvent = (action: 'export' | 'erase', id: string | null) =>
  recordEvent({ action, subjectType: 'person', subjectId: id, subjectName: null, recordId: id });
