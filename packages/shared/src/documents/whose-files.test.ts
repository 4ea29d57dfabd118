import { describe, expect, it } from 'vitest';
import { whoseFiles } from './whose-files.ts';

const people = ['1042', 'KB-1042', 'kb-7', '0007', 'A.12'].map((personnelNumber) => ({
  personnelNumber,
  personId: `person ${personnelNumber}`,
}));
const whose = (...names: string[]) =>
  whoseFiles(
    names.map((name) => ({ name, sha256: name })),
    people,
  ).map(({ personnelNumber, problem }) => problem ?? personnelNumber);

describe('whose a file is', () => {
  it('is said by the number in its name, wherever it stands, in capitals or not', () => {
    expect(whose('1042.pdf', 'loon_KB-7_w48.pdf', '2026-48 0007 Jansen.pdf', 'strook(a.12).pdf')).toEqual([
      ...['1042', 'kb-7', '0007', 'A.12'],
    ]);
  });
  it('is never guessed from a part of a number', () => {
    expect(whose('10421.pdf', 'x1042.pdf', '007.pdf', '7.pdf', 'loonstrook.pdf', '.pdf', '')).toEqual(
      Array.from({ length: 7 }, () => 'unknown'),
    );
  });
  it('is the longest of numbers that overlap', () => {
    expect(whose('KB-1042.pdf')).toEqual(['KB-1042']);
  });
  it('is asked where two are named, and where somebody has two', () => {
    expect(whose('1042_0007.pdf')).toEqual(['ambiguous']);
    expect(whose('1042_a.pdf', '1042_b.pdf', '0007.pdf')).toEqual(['twice', 'twice', '0007']);
    expect(whose('1042 1042.pdf')).toEqual(['1042']);
  });
  it('is asked where two people get the same bytes', () => {
    const files = [
      { name: '1042.pdf', sha256: 'x' },
      { name: '0007.pdf', sha256: 'x' },
    ];
    expect(whoseFiles(files, people).map(({ problem }) => problem)).toEqual(['same-file', 'same-file']);
  });
});
