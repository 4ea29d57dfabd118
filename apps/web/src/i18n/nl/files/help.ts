export { texts as help } from '../help.ts';
