export { texts as messages } from '../messages.ts';
