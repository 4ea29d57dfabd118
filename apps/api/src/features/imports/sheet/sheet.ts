import type { SheetCell } from '@konnekt/shared/imports/import-cells';
import type { ImportError } from '@konnekt/shared/imports/import-rows';

/** Wrong with the file itself. */
export type FileError = 'not-readable' | 'wrong-encoding' | 'too-much' | 'old-excel' | 'bad-quote';
/** Worth a look before the file is applied. */
type FileNote = 'windows-letters';

/** A file as rows of cells, of which the first is row 1; without any where it cannot be read. */
export interface ReadSheet {
  rows: SheetCell[][];
  /** Each row says all of its cells; a spreadsheet says none of those that are empty. */
  hasAllCells: boolean;
  errors: ImportError<FileError>[];
  notes: ImportError<FileNote>[];
}

export const refused = (code: FileError): ReadSheet => ({
  ...{ rows: [], hasAllCells: false, notes: [] },
  errors: [{ row: 0, column: null, code, value: null }],
});
