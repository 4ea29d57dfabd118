// What other features may use.
export { holidaysBetween } from './holiday.repository.ts';
