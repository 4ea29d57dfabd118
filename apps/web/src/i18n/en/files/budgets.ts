export { texts as budgets } from '../budgets.ts';
