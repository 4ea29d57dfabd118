export { texts as note } from '../note.ts';
