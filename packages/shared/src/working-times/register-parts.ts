import { mostPdfLines } from './working-time.words.ts';

/** Says of each person in turn, by the number of their lines, in which part of the PDF they stand: whole people, the first part is 1. */
export function partOfEach(): (lines: number) => number {
  let [part, filled] = [1, 0];
  return (lines) => {
    if (filled > 0 && filled + lines > mostPdfLines) [part, filled] = [part + 1, 0];
    filled += lines;
    return part;
  };
}
