export { texts as auth } from '../auth.ts';
