/** How text files are written. A byte-order mark tells a spreadsheet that it is UTF-8; older packages read Windows' own letters. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252';

export function encodeText(text: string, encoding: TextEncoding): Buffer {
  if (encoding === 'windows-1252') return Buffer.from([...text].flatMap(bytesOf));
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

/** 80 to 9F, where it differs from Latin-1; five of them are nothing. */
const between = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A letter that is not there loses its marks (ė is e), or is a question mark. */
function bytesOf(letter: string): number[] {
  const place = between.indexOf(letter);
  if (place >= 0) return [0x80 + place];
  const code = letter.codePointAt(0) ?? 0x3f;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return [code];
  const [bare = '?', ...marks] = letter.normalize('NFD');
  return marks.length > 0 ? bytesOf(bare) : [0x3f];
}
