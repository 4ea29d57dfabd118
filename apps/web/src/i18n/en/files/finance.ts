export { texts as finance } from '../finance.ts';
