import type { ImportCell } from '@konnekt/shared/imports/import-cells';
import type { ImportKind } from '@konnekt/shared/imports/import-columns';
import type { ChosenFields } from '@konnekt/shared/imports/import-heading';
import type { ImportError, ReadRows } from '@konnekt/shared/imports/import-rows';

/** Wrong with the file itself. */
export type FileError = 'not-readable' | 'wrong-encoding' | 'too-much' | 'old-excel' | 'bad-quote';
/** Worth a look before the file is applied. */
type FileNote = 'windows-letters' | 'sheet-read' | 'sheet-passed-over' | 'hidden-rows';

/** A file as rows of cells, of which the first is row 1; without any where it cannot be read. */
export interface ReadSheet {
  rows: ImportCell[][];
  /** Each row says all of its cells; a spreadsheet says none of those that are empty. */
  hasAllCells: boolean;
  errors: ImportError<FileError>[];
  notes: ImportError<FileNote>[];
}

export const refused = (code: FileError): ReadSheet => ({
  ...{ rows: [], hasAllCells: false, notes: [] },
  errors: [{ row: 0, column: null, code, value: null }],
});

/** How the rows of a file become records. */
export interface Reading {
  kind: ImportKind;
  /** What each of its columns is, where somebody said so of this file. */
  fields: ChosenFields | null;
  /** What was said before, by the shape of a file. */
  remembered: ReadonlyMap<string, ChosenFields>;
  /** The code of each hour type, by that and by its names. */
  hourTypes: ReadonlyMap<string, string>;
}

/** What a worker is asked: the rows of a file as they are, or as records. */
export interface Asked {
  content: Uint8Array;
  kind: ImportKind | undefined;
  reading?: Reading;
}

/** The records of a file, and all that is said of it before anything is asked of the database. */
export interface ReadFile extends Omit<ReadRows, 'errors' | 'notes'> {
  errors: ImportError<string>[];
  notes: ImportError<string>[];
}

/** Nothing read yet. */
export const noFile: Omit<ReadFile, 'errors' | 'notes'> = {
  ...{ rows: [], columns: [], shape: '', headingRow: 0, looksLike: null },
};

export const isZip = (content: Buffer): boolean =>
  content.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'));
