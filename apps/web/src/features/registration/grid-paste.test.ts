import { describe, expect, it } from 'vitest';
import { isBlock, readBlock } from './grid-paste.ts';

describe('a block from a spreadsheet', () => {
  it('has lines and tabs, as Excel and LibreOffice write them', () => {
    expect(readBlock('7,5\t7.5\r\n7:30\t\r\n')).toEqual([
      ['7,5', '7.5'],
      ['7:30', ''],
    ]);
    expect(readBlock('8\n\n9')).toEqual([['8'], [''], ['9']]);
  });

  it('keeps a cell together that stands in quotes', () => {
    expect(readBlock('"een\ntwee"\t"zeg ""ja"""\t5')).toEqual([['een\ntwee', 'zeg "ja"', '5']]);
  });

  it('is more than one cell; the line end behind one cell does not count', () => {
    expect(isBlock('7,5\n')).toBe(false);
    expect(isBlock('7,5')).toBe(false);
    expect(isBlock('7,5\t8')).toBe(true);
    expect(isBlock('7,5\n8\n')).toBe(true);
  });
});
