export { texts as jobs } from '../jobs.ts';
export { texts as workingTimes } from '../working-times.ts';
