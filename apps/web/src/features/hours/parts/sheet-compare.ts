import { cleanLine, cleanText } from '@konnekt/shared/basics/typed-text';
import type { HourLineInput } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { cellsOfLines } from './cells-of-lines.ts';
import { readCell } from './read-sheet.ts';
import { meaningOfLine } from './same-content.ts';
import {
  type Content,
  cellsOf,
  inHours,
  type PlacedCell,
  sheetFrom,
  type TypedCell,
  type TypedSheet,
  type UnitOf,
} from './sheet.ts';

export type Side = 'mine' | 'theirs';

/** One cell in which what was typed here differs from what is stored now. A side without a cell has nothing there. */
interface Difference {
  /** Hour type, day, and which of that day's: the same on both sides. */
  id: string;
  hourTypeId: string;
  date: string;
  mine: TypedCell | undefined;
  theirs: TypedCell | undefined;
  /** Whose change it is: where only the other side changed it since this side began, theirs. */
  suggested: Side;
}

export interface Comparison {
  cells: Difference[];
  remark: { mine: string; theirs: string; suggested: Side } | undefined;
}

/** Cell by cell: what was typed here against what is stored, seen from `base`, which both began with. */
export function compareSheets(
  mine: TypedSheet,
  theirs: Content,
  base: Content | null,
  language: 'nl' | 'en',
  unitOf: UnitOf = inHours,
): Comparison {
  const here = byId(cellsOf(mine));
  const there = byId(cellsOfLines(theirs.lines, language, unitOf));
  const before = byId(cellsOfLines(base?.lines ?? [], language, unitOf));
  const cells = [...new Set([...here.keys(), ...there.keys()])].flatMap((id) => {
    const place = here.get(id) ?? there.get(id);
    if (!place || meaning(here.get(id), unitOf) === meaning(there.get(id), unitOf)) return [];
    const onlyTheirs = meaning(here.get(id), unitOf) === meaning(before.get(id), unitOf);
    const suggested: Side = onlyTheirs ? 'theirs' : 'mine';
    const { hourTypeId, date } = place;
    return [{ id, hourTypeId, date, mine: here.get(id)?.cell, theirs: there.get(id)?.cell, suggested }];
  });
  cells.sort((one, other) => one.date.localeCompare(other.date));
  return { cells, remark: compareRemarks(cleanText(mine.remark), theirs.remark ?? '', base?.remark ?? '') };
}

/** The sheet with each difference decided; what does not differ stays as it is. */
export function mergeSheets(
  mine: TypedSheet,
  theirs: Content,
  choices: { cells: ReadonlyMap<string, Side>; remark: Side },
  context: { firstHourTypeId: string; language: 'nl' | 'en'; unitOf?: UnitOf },
): TypedSheet {
  const here = byId(cellsOf(mine));
  const there = byId(cellsOfLines(theirs.lines, context.language, context.unitOf));
  const chosen = [...new Set([...here.keys(), ...there.keys()])].flatMap((id) => {
    const side = choices.cells.get(id);
    const cell = side === 'theirs' ? there.get(id) : side === 'mine' ? here.get(id) : (here.get(id) ?? there.get(id));
    return cell ? [cell] : [];
  });
  const remark = choices.remark === 'theirs' ? (theirs.remark ?? '') : mine.remark;
  return sheetFrom(chosen, remark, context.firstHourTypeId);
}

function compareRemarks(mine: string, theirs: string, base: string): Comparison['remark'] {
  if (mine === theirs) return undefined;
  return { mine, theirs, suggested: mine === base ? 'theirs' : 'mine' };
}

/** The second of two lines of one hour type on one day has its own place. */
function byId(cells: readonly PlacedCell[]): Map<string, PlacedCell> {
  const placed = new Map<string, PlacedCell>();
  for (const cell of cells) {
    let number = 1;
    while (placed.has(`${cell.hourTypeId}|${cell.date}|${number}`)) number += 1;
    placed.set(`${cell.hourTypeId}|${cell.date}|${number}`, cell);
  }
  return placed;
}

function meaning(placed: PlacedCell | undefined, unitOf: UnitOf): string {
  if (!placed) return '';
  const { cell, hourTypeId, date } = placed;
  const read = readCell(cell, date, unitOf(hourTypeId));
  if ('problems' in read) return JSON.stringify(cell);
  const line: HourLineInput = {
    hourTypeId,
    date: date || null,
    ...read,
    budgetNumber: cleanLine(cell.budgetNumber) || null,
    remark: cleanText(cell.remark) || null,
    receipt: cell.receipt,
  };
  return meaningOfLine(line);
}
