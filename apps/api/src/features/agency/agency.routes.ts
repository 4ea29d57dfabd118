import { agencyRoutes } from '@konnekt/shared/agency/agency.contract';
import { roles } from '@konnekt/shared/basics/actor';
import type { FastifyInstance } from 'fastify';
import type { Services } from '#api/app';
import { serve } from '#api/plugins/contract';
import { sql } from '#api/plugins/database';
import { Problem } from '#api/plugins/problems';
import { readAgency } from './agency.repository.ts';

/** The password of every demo account; exists in demo mode only. */
const demoPassword = 'konnekt-demo';
const demoAccounts = [
  { email: 'supervisor@konnekt.example', role: 'supervisor' as const },
  { email: 'registrar@konnekt.example', role: 'supervisor' as const },
  ...roles.filter((role) => role !== 'supervisor').map((role) => ({ email: `${role}@konnekt.example`, role })),
];

export function registerAgency(app: FastifyInstance, { db, isDemo }: Services): void {
  serve(app, agencyRoutes, {
    'GET /api/agency': async () => {
      const { paidOnWeekday, approveByWeekday, warningLimits, ...agency } = await readAgency(db);
      return { ...agency, demo: isDemo ? { password: demoPassword, accounts: demoAccounts } : null };
    },
    'GET /api/health': async () => {
      await db.query(sql`SELECT 1`).catch(() => {
        throw new Problem('unavailable');
      });
      return { status: 'ok' as const };
    },
  });
}
