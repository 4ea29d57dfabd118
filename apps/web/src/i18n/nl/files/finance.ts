export { texts as finance } from '../finance.ts';
export { texts as reconciliation } from '../reconciliation.ts';
