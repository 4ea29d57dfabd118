import type { Settings } from '@konnekt/shared/agency/settings.contract';
import { remakeFourWeeks } from '#api/features/periods/period.service';
import { type Author, type Db, sqlState, type Transaction } from '#api/kit/database';
import { holdHandedIn, removeFile } from '#api/kit/files';
import { invalidInput, Problem } from '#api/kit/problem';
import { lastChange, readSettings, updateSettings } from './settings.repository.ts';

// What other features may use.
export { type AgencySettings, readAgency, readLogo } from './agency.repository.ts';
export { readSettings } from './settings.repository.ts';

/** A worksheet that somebody begins in the meantime holds its period as it is. */
const HELD = ['23503', '23001'];

/** Changes the settings, and with another rule for week 53 the periods that it concerns: those without worksheets. */
export async function saveSettings(db: Db, author: Author, settings: Settings): Promise<Settings> {
  try {
    return await db.transaction(author, async (tx) => {
      const before = await readSettings(tx);
      const { logoFileId } = settings;
      const hasNewLogo = logoFileId !== before.logoFileId;
      const isHandedIn = { id: logoFileId ?? '', personId: author.personId, purpose: 'logo' } as const;
      if (hasNewLogo && logoFileId && !(await holdHandedIn(tx, isHandedIn)))
        throw invalidInput([{ pointer: '/logoFileId', code: 'unknown' }]);
      if (!(await updateSettings(tx, settings))) throw await settingsChanged(tx);
      if (hasNewLogo && before.logoFileId) await removeFile(tx, before.logoFileId);
      if (before.weekFiftyThree !== settings.weekFiftyThree) {
        const used = await remakeFourWeeks(tx, settings.weekFiftyThree);
        if (used) throw invalidInput([{ pointer: '/weekFiftyThree', code: 'period-in-use', values: { ...used } }]);
      }
      return readSettings(tx);
    });
  } catch (error) {
    if (!HELD.includes(sqlState(error) ?? '')) throw error;
    throw invalidInput([{ pointer: '/weekFiftyThree', code: 'periods-in-use' }]);
  }
}

/** That somebody else changed settings, and who. */
export async function settingsChanged(tx: Transaction): Promise<Problem> {
  const last = await lastChange(tx);
  return new Problem('record-changed', {
    version: (await readSettings(tx)).version,
    ...(last?.changedBy && { changedBy: last.changedBy }),
    ...(last && { changedAt: last.changedAt }),
  });
}
