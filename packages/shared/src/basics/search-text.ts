/**
 * Text as it is searched: without case and accents, so that 'Öztürk' and 'Yılmaz' are found by 'ozturk' and 'yilmaz'. The
 * database's `search_text` does the same.
 */
export const searchText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœıøłđ]/g, (letter) => plainLetters[letter] ?? letter);

const plainLetters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ø: 'o', ł: 'l', đ: 'd' };

/** The words of what somebody typed to search by, each to be found somewhere. */
export const searchWords = (typed: string): string[] => searchText(typed).split(/\s+/).filter(Boolean);
