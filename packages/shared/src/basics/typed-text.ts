/**
 * Text as people type and paste it, made into text as it is kept. The one place that says what becomes of characters that nobody
 * sees: they would make a second key of one number, a name of nothing, or a header of a mail. Forms (by schemas), files (by cells)
 * and screens read by it. docs/decisions/0018-one-form-of-text-and-keys.md
 */

/** One line: names, numbers, addresses. Nothing invisible, composed, one blank between words. Line breaks in it are left, and refused. */
export function cleanLine(typed: string): string {
  if (isPlain.test(typed)) return typed.trim().replace(/ {2,}/g, ' ');
  return withoutInvisible(typed)
    .normalize('NFC')
    .replace(/[^\S\n\v\f\r\u2028\u2029]+/gu, ' ')
    .trim();
}

/** Nothing to read, or a dash alone, as people write nothing in a column of figures. */
export const isNothing = (typed: string): boolean => /^[-−–—]?$/.test(cleanLine(typed));

/**
 * Text of several lines: remarks, reasons. Keeps lines and tabs, and drops other controls. Half an emoji (a cut one) becomes
 * U+FFFD, as it would on its way into the database, so that what is sealed is what was stored. NUL is left, and refused.
 */
export function cleanText(typed: string): string {
  if (isPlain.test(typed)) return typed.trim();
  const lines = typed.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/gu, '\n').replace(/[^\P{Cc}\n\t\0]/gu, '');
  return withoutInvisible(lines).toWellFormed().normalize('NFC').trim();
}

/** What a system asks for literally, such as a fixed text of a file: as a line, but its blanks are its own affair. */
export const cleanFixed = (typed: string): string =>
  isPlain.test(typed) ? typed : withoutInvisible(typed).normalize('NFC');

/** What a line cannot hold. */
export function lineProblem(line: string): 'line-break' | 'odd-characters' | undefined {
  if (/[\n\r\v\f\u0085\u2028\u2029]/u.test(line)) return 'line-break';
  return /[\p{Cc}\p{Cs}]/u.test(line) ? 'odd-characters' : undefined;
}

/** Text of which one line is made, whatever it holds: headers of mails. */
export const oneLine = (text: string): string => cleanLine(text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' '));

/** Letters, digits and signs of ASCII: most text, and there is nothing to take off it but blanks. */
const isPlain = /^[ -~]*$/;

/** What takes no place on a line, and the few characters that take one and show nothing. */
export const invisible = /[\p{Default_Ignorable_Code_Point}\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\u2800]/gu;

/** How many characters of a text nobody sees, and are taken out of it. */
export const invisiblesIn = (text: string): number => [...text].length - [...withoutInvisible(text)].length;

/**
 * Joiners and variations stay where they are seen: within words of scripts that join their letters, and within an emoji. Everywhere
 * else they are one more way to write the same.
 */
function withoutInvisible(text: string): string {
  let kept = '';
  let from = 0;
  for (const { 0: character, index } of text.matchAll(invisible)) {
    kept += text.slice(from, index);
    from = index + character.length;
    if (isSeen(character, kept, text.slice(from, from + 2))) kept += character;
  }
  return kept + text.slice(from);
}

function isSeen(character: string, before: string, after: string): boolean {
  if (character === '\u200d' && endsAsEmoji.test(before)) return beginsAsEmoji.test(after);
  if (character === '\u200c' || character === '\u200d') return endsAsJoined.test(before) && beginsAsJoined.test(after);
  if (character === '\ufe0e' || character === '\ufe0f')
    return /\p{Extended_Pictographic}$/u.test(before) || (/[\d#*]$/.test(before) && after.startsWith('\u20e3'));
  if (/[\u{e0100}-\u{e01ef}]/u.test(character)) return /\p{Script=Han}$/u.test(before);
  return /[\u180b-\u180d\u180f]/.test(character) && /\p{Script=Mongolian}$/u.test(before);
}

const endsAsEmoji = /(\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u;
const beginsAsEmoji = /^\p{Extended_Pictographic}/u;
const joined =
  '[\\p{Script=Arab}\\p{Script=Syrc}\\p{Script=Mong}\\p{Script=Nkoo}\\p{Script=Deva}\\p{Script=Beng}\\p{Script=Guru}\\p{Script=Gujr}\\p{Script=Orya}\\p{Script=Taml}\\p{Script=Telu}\\p{Script=Knda}\\p{Script=Mlym}\\p{Script=Sinh}\\p{Script=Khmr}\\p{Script=Mymr}\\p{Script=Tibt}]';
const endsAsJoined = new RegExp(`${joined}$`, 'u');
const beginsAsJoined = new RegExp(`^${joined}`, 'u');
