/** A cell of the grid; rows and columns count from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The cells that are chosen: from where it began to where it was stretched to. */
export interface GridSelection {
  from: Place;
  to: Place;
}

/** The corners of what is chosen, the last ones included. */
export interface Corners {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const cornersOf = ({ from, to }: GridSelection): Corners => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

export const isSame = (one: Place, other: Place): boolean => one.row === other.row && one.column === other.column;

/** Every cell within, row by row. */
export function placesIn({ top, bottom, left, right }: Corners): Place[] {
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) places.push({ row, column });
  }
  return places;
}

/**
 * Where the cells of a pasted block land: in what is chosen, as often as the block fits in it in both directions, as
 * spreadsheets do; else once, from the first cell on.
 */
export function landing(chosen: Corners, block: { rows: number; columns: number }): Corners {
  const rows = chosen.bottom - chosen.top + 1;
  const columns = chosen.right - chosen.left + 1;
  if (rows % block.rows === 0 && columns % block.columns === 0) return chosen;
  return {
    top: chosen.top,
    left: chosen.left,
    bottom: chosen.top + block.rows - 1,
    right: chosen.left + block.columns - 1,
  };
}
