import type { Agency } from '@konnekt/shared/agency/agency.contract';
import type { Db } from '#api/kit/database';
import { readAgency } from './agency.repository.ts';
import { demoAccounts, demoPassword } from './demo-accounts.ts';

/** What everybody may know of the agency; in demo mode also who one can log in as. */
export async function readPublicAgency(db: Db, isDemo: boolean): Promise<Agency> {
  const { paidOnWeekday, approveByWeekday, approveByMinutes, warningLimits, ...agency } = await readAgency(db);
  return { ...agency, demo: isDemo ? { password: demoPassword, accounts: [...demoAccounts] } : null };
}
