export { texts as dashboard } from '../dashboard.ts';
export { texts as start } from '../start.ts';
export { texts as status } from '../status.ts';
