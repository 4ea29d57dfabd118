import { agencyRoutes } from '@konnekt/shared/agency/agency.contract';
import type { FastifyInstance } from 'fastify';
import { serve } from '#api/plugins/contract';
import { requireDatabase } from '#api/plugins/unavailable';
import type { Services } from '#api/services';
import { readAgency } from './agency.repository.ts';
import { demoAccounts, demoPassword } from './demo-accounts.ts';

export function registerAgency(app: FastifyInstance, { db, isDemo }: Services): void {
  serve(app, agencyRoutes, {
    'GET /api/agency': async () => {
      const { paidOnWeekday, approveByWeekday, warningLimits, ...agency } = await readAgency(db);
      return { ...agency, demo: isDemo ? { password: demoPassword, accounts: [...demoAccounts] } : null };
    },
    'GET /api/health': async () => {
      await requireDatabase(db);
      return { status: 'ok' as const };
    },
  });
}
