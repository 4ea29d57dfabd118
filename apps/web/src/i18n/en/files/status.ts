export { texts as status } from '../status.ts';
