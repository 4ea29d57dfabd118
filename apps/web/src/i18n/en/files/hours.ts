export { texts as home } from '../home.ts';
export { texts as hours } from '../hours.ts';
export { texts as week } from '../week.ts';
export { texts as worksheets } from '../worksheets.ts';
