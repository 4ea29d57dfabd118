export { texts as notices } from '../notices.ts';
