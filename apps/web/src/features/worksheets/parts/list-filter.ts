// What other features that look at worksheets narrow them down by.
export { ListFilter } from '../list-filter.tsx';
export { useListAddress } from '../use-list-address.ts';
