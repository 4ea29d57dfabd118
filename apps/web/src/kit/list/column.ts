import type { ReactNode } from 'react';

/** One column of a list, as data. */
export interface Column<Row> {
  /** The word that the address and the API sort by. */
  id: string;
  header: string;
  /** The heading is read, not shown. */
  isHeaderHidden?: boolean;
  /** `gone`: the columns that left for want of room; a cell may take in what they showed. */
  cell: (row: Row, gone: Gone) => ReactNode;
  /** Its heading sorts: by the API, or by `compare` where all rows are here. */
  isSortable?: boolean;
  compare?: (one: Row, other: Row) => number;
  /** The first press puts the largest on top. */
  isLargestFirst?: boolean;
  isFigure?: boolean;
  /** Who leaves where room is short: the highest first, those of one rank together. One without a rank never does. */
  rank?: number;
}

/** Ids of columns that left. */
export type Gone = ReadonlySet<string>;

/** How the list is sorted after a press on a heading. */
export function nextSort(column: Pick<Column<never>, 'id' | 'isLargestFirst'>, sort: string | undefined): string {
  const { id, isLargestFirst } = column;
  const [first, second] = isLargestFirst ? [`-${id}`, id] : [id, `-${id}`];
  return sort === first ? second : first;
}

/** The rows in the order of a column; as they are where none of that name compares. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string): readonly Row[] {
  const compare = columns.find(({ id }) => id === sort.replace(/^-/, ''))?.compare;
  if (!compare) return rows;
  const sign = sort.startsWith('-') ? -1 : 1;
  return rows.toSorted((one, other) => sign * compare(one, other));
}

/** The columns that leave, step by step: nothing, the highest rank, the next one too … */
export function leavingSteps(columns: readonly Pick<Column<never>, 'id' | 'rank'>[]): Gone[] {
  const ranks = [...new Set(columns.flatMap(({ rank }) => rank ?? []))].toSorted((one, other) => other - one);
  const stepsOf = (least: number) => columns.flatMap(({ id, rank }) => (rank !== undefined && rank >= least ? id : []));
  return [new Set<string>(), ...ranks.map((rank) => new Set(stepsOf(rank)))];
}
