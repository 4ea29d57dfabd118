export { texts as invoices } from '../invoices.ts';
