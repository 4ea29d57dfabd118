import { budgetRoutes } from '@konnekt/shared/budgets/budget.contract';
import type { FastifyInstance } from 'fastify';
import { readInvoicing } from '#api/features/invoices/invoicing.service';
import { Problem } from '#api/kit/problem';
import type { Services } from '#api/kit/services';
import { serve } from '#api/plugins/contract';
import { findBudget, listBudgetLines, listBudgets } from './budget.repository.ts';

export function registerBudgets(app: FastifyInstance, services: Services): void {
  const { db } = services;
  serve(app, services, budgetRoutes, {
    'GET /api/budgets': async ({ sight, query }) => listBudgets(db, sight, (await readInvoicing(db)).budgets, query),
    'GET /api/budgets/:id': async ({ sight, params }) => {
      const { budgets } = await readInvoicing(db);
      const budget = await findBudget(db, sight, budgets, params.id);
      if (!budget) throw new Problem('not-found');
      return { ...budget, lines: await listBudgetLines(db, sight, params.id) };
    },
  });
}
