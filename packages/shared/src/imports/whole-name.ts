/** The parts of a name that stands in one cell. */
export interface NameParts {
  firstName: string;
  prefix: string | null;
  lastName: string;
  /** More than one way to read it. */
  isGuess: boolean;
}

const prefixes = new Set(
  'van von vom de den der des het ’t te ten ter la le les du da do dos das del della di el ’s'.split(' '),
);
/** Of a prefix only before another one: `in ’t Veld`, `op den Berg`. */
const beforeOthers = new Set('in op uit aan onder over voor bij'.split(' '));
const salutation = /^(?:dhr|mevr|mw|hr|mrs|ms)\.?\s+|^(?:de heer|mevrouw)\s+/i;

/**
 * `Jan de Vries`, `Vries, Jan de`, `de Vries, J.`, `Mevr. A. van der Berg`: what stands before the prefix is the first name; without a prefix the
 * last word is the last name, which is a guess where there are more than two. Nothing where only one part is there.
 */
export function nameParts(text: string): NameParts | undefined {
  const typed = text.replace(salutation, '').replace(/\s+[-–]\s+/g, '-');
  const [before = '', ...others] = typed.split(/\s*,\s*/);
  return others.length > 0 ? turned(wordsOf(before), wordsOf(others.join(' '))) : inOrder(wordsOf(typed));
}

function inOrder(words: string[]): NameParts | undefined {
  const at = words.findIndex((_, index) => index > 0 && prefixAt(words, index) > 0);
  if (at === -1) return parts(words.slice(0, -1), [], words.slice(-1), words.length > 2);
  const end = at + prefixAt(words, at);
  // `Do Nguyen Van An`: in the middle of a name, a capital makes it one of its words as well.
  return parts(words.slice(0, at), words.slice(at, end), words.slice(end), /^\p{Lu}/u.test(words[at] ?? ''));
}

/** The last name stands before a comma; its prefix there, or behind the first name. */
function turned(last: string[], rest: string[]): NameParts | undefined {
  const [own, before] = [prefixAt(last, 0), prefixAt(rest, 0)];
  // Up to the end, as if the last name stood there.
  const end = rest.findIndex((_, index) => index >= before && index + prefixAt([...rest, ''], index) === rest.length);
  const firsts = end === -1 ? rest.slice(before) : rest.slice(before, end);
  const prefix = [...rest.slice(0, before), ...(end === -1 ? [] : rest.slice(end)), ...last.slice(0, own)];
  return parts(firsts, prefix, last.slice(own), false);
}

/** So many words of a prefix begin there, with a name behind them. */
function prefixAt(words: readonly string[], at: number): number {
  let end = at;
  while (end < words.length - 1 && (isPrefix(words[end]) || (isBefore(words[end]) && isPrefix(words[end + 1]))))
    end += 1;
  return end - at;
}
const wordForm = (word = ''): string => word.toLowerCase().replace(/^['‘`]/, '’');
const isPrefix = (word: string | undefined): boolean => prefixes.has(wordForm(word));
const isBefore = (word: string | undefined): boolean => beforeOthers.has(wordForm(word));

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

function parts(first: string[], prefix: string[], last: string[], isGuess: boolean): NameParts | undefined {
  const [firstName, lastName] = [first.join(' '), last.join(' ')];
  return firstName && lastName ? { firstName, prefix: prefix.join(' ') || null, lastName, isGuess } : undefined;
}
