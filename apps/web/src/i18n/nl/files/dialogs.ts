export { texts as dialogs } from '../dialogs.ts';
