import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlock, readBlock, writeBlock } from './block.ts';

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

  it('is read as it was written, whatever stands in its cells', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, '').trim());
    const block = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(block, (cells) => {
        expect(readBlock(writeBlock(cells))).toEqual(cells);
      }),
    );
  });
});
