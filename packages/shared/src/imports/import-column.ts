import type { CellKind } from './import-cells.ts';

/** One column of a file: what it is called in either language, how its cells are read, and whether it may be left out. */
export interface ImportColumn {
  field: string;
  nl: string;
  en: string;
  /** What other systems call it. */
  also?: readonly string[];
  /** What is another column’s first: it is this one where that one is called so outright, or where this one is needed and not there. */
  alsoNext?: readonly string[];
  kind: CellKind;
  /** Needed for every row. */
  isRequired?: true;
  /** Part of what a row is found by. */
  isKey?: true;
  /** Part of it where it says something. */
  isKeyToo?: true;
  /** There may be one for each hour type instead, with its code behind the name. */
  isPerHourType?: true;
  /** Is written behind another field when it is read: a street and the number of the house. An export has it there. */
  addsTo?: string;
  /** Says these fields at once; where they have columns of their own it is passed over. */
  gives?: readonly string[];
  /** May be said to be none (`emptyWords`); an empty cell says nothing. */
  isClearable?: true;
}

/** `Pers.nr.` is `persnr`: letters and digits alone, without their marks. */
export const headingForm = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, '');
