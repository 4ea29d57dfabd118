export { texts as ledger } from '../ledger.ts';
