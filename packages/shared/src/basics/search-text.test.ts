import { describe, expect, it } from 'vitest';
import { searchText, searchWords } from './search-text.ts';

describe('text as it is searched', () => {
  it.each([
    ['Öztürk', 'ozturk'],
    ['Yılmaz', 'yilmaz'],
    ['İpek', 'ipek'],
    ['Łukasz Groß', 'lukasz gross'],
    ['Sørensen-Dæhli', 'sorensen-daehli'],
    ['O’Brien', 'o’brien'],
  ])('%s is %s', (text, plain) => {
    expect(searchText(text)).toBe(plain);
  });

  it('is taken in words, as many spaces as there are', () => {
    expect(searchWords('  Anna   de Vries ')).toEqual(['anna', 'de', 'vries']);
    expect(searchWords(' ')).toEqual([]);
  });
});
