export { texts as common } from '../common.ts';
