export { texts as account } from '../account.ts';
export { texts as auth } from '../auth.ts';
export { texts as common } from '../common.ts';
export { texts as home } from '../home.ts';
