import { longest } from '../basics/text-rules.ts';
import type { CellValue } from './import-cells.ts';
import type { ImportColumn } from './import-column.ts';

/**
 * The streets of a row whose number has a column of its own in which nothing stands: of what is stored only the name is said.
 */
export function bareStreets(columns: readonly ImportColumn[], values: Record<string, CellValue>): string[] {
  const numbers = columns.filter(({ addsTo, field }) => addsTo && field.endsWith('Number'));
  return numbers.flatMap(({ field, addsTo = '' }) => {
    const street = values[addsTo];
    return values[field] === undefined && typeof street === 'string' && !/\d/.test(street) ? [addsTo] : [];
  });
}

/**
 * Writes the parts of an address that stand in columns of their own behind their street, in the order of the columns: `Dorpsstraat`, `12`, `a`
 * become `Dorpsstraat 12a`. What the street ends with already is not written twice. Answers what is wrong with it, by its column.
 */
export function joinStreets(columns: readonly ImportColumn[], values: Record<string, CellValue>): Wrong[] {
  const said = columns.flatMap(({ field, addsTo }) => {
    const part = values[field];
    delete values[field];
    return typeof part === 'string' && addsTo ? [{ field, part, addsTo }] : [];
  });
  return [...Map.groupBy(said, ({ addsTo }) => addsTo)].flatMap(([field, parts]): Wrong[] => {
    const street = values[field];
    if (typeof street !== 'string') return parts.slice(0, 1).map((one) => ({ column: one.field, code: 'no-street' }));
    const whole = joined(
      street,
      parts.map(({ part }) => part),
    );
    values[field] = whole;
    return whole.length > longest.street ? [{ column: field, code: 'too-long' }] : [];
  });
}

interface Wrong {
  column: string;
  code: 'no-street' | 'too-long';
}

function joined(street: string, parts: string[]): string {
  const [first = '', ...others] = parts;
  const whole = others.reduce(behind, first);
  if (endsWith(street, whole)) return street;
  if (holdsNumber(street, first)) return others.reduce(behindStreet, street);
  return /^\d/.test(first) ? `${street} ${whole}` : parts.reduce(behind, street);
}
const behindStreet = (street: string, addition: string): string =>
  endsWith(street, addition) ? street : behind(street, addition);

/** `12a`, `12 bis`, `12-2`; `12a` has its `a`. */
function behind(number: string, addition: string): string {
  if (/^\d+\s*\p{L}+$/u.test(number) && endsWith(number, addition)) return number;
  if (!/\d$/.test(number) || /^[-/]/.test(addition)) return `${number}${/^[-/]/.test(addition) ? '' : ' '}${addition}`;
  if (/^\p{L}$/u.test(addition)) return number + addition;
  return `${number}${/^\d/.test(addition) ? '-' : ' '}${addition}`;
}

/** Letters and figures; figures of their own stay apart. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[\s-]+(?=\d)/g, '-')
    .replace(/\s|(?<!\d)-|-(?!\d)/g, '');

/** As a word of its own: `Straat 112` does not end with `12`, nor `Laan` with `n`, nor `Straat 122` with `12-2`. */
function endsWith(street: string, part: string): boolean {
  const [whole, end] = [bare(street), bare(part)];
  const before = whole.slice(0, -end.length).at(-1) ?? '';
  return whole.endsWith(end) && !(/^\d/.test(end) ? /[\d-]/ : /\p{L}/u).test(before);
}

/** Has this number behind its name, and at most letters or what comes after a comma behind that: `Dorpsstraat 12 a`, `Dorpsstraat 12, 3e verd.` */
function holdsNumber(street: string, number: string): boolean {
  if (endsWith(street, number)) return true;
  const [name, rest] = splitAt(street.normalize('NFKC'), ` ${number.normalize('NFKC')}`);
  return /^\d+$/.test(number.normalize('NFKC')) && name !== '' && /^(?:\s*\p{L}{1,4}|\s*,.*)$/u.test(rest);
}
function splitAt(text: string, part: string): [before: string, after: string] {
  const at = text.lastIndexOf(part);
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + part.length)];
}
