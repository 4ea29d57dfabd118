export { texts as payroll } from '../payroll.ts';
export { texts as rateChanges } from '../rate-changes.ts';
