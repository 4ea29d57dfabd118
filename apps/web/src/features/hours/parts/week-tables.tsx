// What a desk shows of a week, or of four: fetched there alone.
export { LongTable } from './long-table.tsx';
export { WeekTable } from './week-table.tsx';
