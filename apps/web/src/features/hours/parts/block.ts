/** A block copied from a spreadsheet: rows by lines, cells by tabs; a cell with a line break or tab in it stands in quotes. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < clean.length; at++) {
    const one = clean.charAt(at);
    if (isQuoted) {
      if (one !== '"') cell += one;
      else if (clean.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (one === '"' && cell === '') isQuoted = true;
    else if (one === '\t') endCell();
    else if (one === '\n') {
      endCell();
      rows.push([]);
    } else cell += one;
  }
  endCell();
  return rows;
}

/** The other way round: a block as text that a spreadsheet, and `readBlock`, can read. */
export const writeBlock = (cells: readonly (readonly string[])[]): string =>
  cells
    .map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');

/** Is it more than what goes in one field? */
export const isBlock = (text: string): boolean => /[\t\n\r]/.test(text.replace(/(\r\n|\n|\r)$/, ''));
