export { texts as payroll } from '../payroll.ts';
