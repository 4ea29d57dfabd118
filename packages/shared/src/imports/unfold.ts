import { type ImportCell, textOf } from './import-cells.ts';
import type { ImportColumn } from './import-column.ts';

/** A sheet with the row of the file that each of its lines comes from. */
export interface Unfolded {
  sheet: readonly (readonly ImportCell[])[];
  rowOf(line: number): number;
  /** The column that a field of a line stood in, where it was beside others of its kind. */
  columnOf(line: number, field: string): string | undefined;
  /** Where a column of the file stands now. */
  newPlaceOf(place: number): number;
  /** What was beside each other, by its new place. */
  added: Map<number, ImportColumn>;
}

/** A column that says a field of one hour type. */
export interface PerHourType {
  place: number;
  field: string;
  code: string;
}

interface Folded {
  sheet: Unfolded['sheet'];
  /** The index of the heading's row. */
  at: number;
  /** Each row has all of its cells: one with fewer was cut. */
  hasAllCells: boolean;
  beside: readonly PerHourType[];
}

/** `payCents N100`: what a column beside others of its kind is. */
export const fieldPerHourType = ({ field, code }: Omit<PerHourType, 'place'>): string => `${field} ${code}`;

/**
 * All hour types of a row beside each other (`Loon N100`, `Tarief N100`, `Loon Overuren 125 %`, …) as rows below each other, of which each says
 * its hour type. A type of which nothing is said has none. A sheet without such columns stays as it is.
 */
export function unfold(known: readonly ImportColumn[], { sheet, at, hasAllCells, beside }: Folded): Unfolded {
  if (beside.length === 0)
    return {
      ...{ sheet, added: new Map() },
      rowOf: (line) => line + 1,
      columnOf: () => undefined,
      newPlaceOf: (place) => place,
    };

  const heading = sheet[at] ?? [];
  const fields = known.filter(({ field, isPerHourType }) => field === 'hourType' || isPerHourType);
  const perHourType = fields.filter(({ isPerHourType }) => isPerHourType);
  const isBeside = new Set(beside.map(({ place }) => place));
  const bare = (line: readonly ImportCell[]) => line.filter((_, place) => !isBeside.has(place));
  const each = [...new Set(beside.map(({ code }) => code))];
  const places = heading.flatMap((_, place) => (isBeside.has(place) ? [] : [place]));
  const rows: number[] = [];
  const unfolded = sheet.flatMap((line, index) => {
    const lines =
      index === at ? [[...bare(line), ...fields.map(({ field }) => field)]] : index < at ? [line] : below(line);
    rows.push(...lines.map(() => index + 1));
    return lines;
  });
  return {
    sheet: unfolded,
    rowOf: (line) => rows[line] ?? line + 1,
    columnOf: (line, field) => {
      const code = textOf(unfolded[line]?.[places.length] ?? '');
      return beside.some((one) => one.code === code && one.field === field)
        ? fieldPerHourType({ field, code })
        : undefined;
    },
    newPlaceOf: (place) => places.indexOf(place),
    added: new Map(fields.map((column, index) => [places.length + index, column])),
  };

  function below(line: readonly ImportCell[]): (readonly ImportCell[])[] {
    // One that has lost cells, or has too many, is refused as it is.
    if (hasAllCells && line.length < heading.length) return [bare(line)];
    const extra = line.slice(heading.length);
    const own = bare(heading.map((_, place) => line[place] ?? ''));
    const said = each.flatMap((code) => {
      const cells = perHourType.map(
        ({ field }) => line[beside.find((one) => one.code === code && one.field === field)?.place ?? -1] ?? '',
      );
      return cells.some((cell) => textOf(cell).trim() !== '') ? [[...own, code, ...cells, ...extra]] : [];
    });
    return said.length > 0 ? said : [[...own, '', ...perHourType.map(() => ''), ...extra]];
  }
}
