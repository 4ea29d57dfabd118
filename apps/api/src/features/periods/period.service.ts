// What other features may use.
export { insertPeriods as keepPeriods, remakeFourWeeks } from './period.repository.ts';
