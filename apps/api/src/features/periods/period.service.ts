// What other features may use.
export { remakeFourWeeks } from './period.repository.ts';
