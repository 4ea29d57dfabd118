export { texts as dashboard } from '../dashboard.ts';
export { texts as status } from '../status.ts';
