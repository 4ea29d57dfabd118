import { longest } from './text-rules.ts';

/** Where mail goes: the one rule, for forms, files, accounts and the first admin. */

/** Characters before the @, at most (RFC 5321, 4.5.3.1.1). */
const longestName = 64;

/** Full-width letters and signs, as some keyboards give them, are written as the ordinary ones. */
export const writtenEmail = (line: string): string => line.normalize('NFKC');

/**
 * A name of parts between single points, and a domain of at least two labels, none of which begins or ends with a hyphen (RFC 5321,
 * dot-atom and host name; letters of any script, RFC 6531). Quoted names and addresses of machines are refused: no person has one.
 */
export const isEmail = (text: string): boolean =>
  text.length <= longest.email && text.indexOf('@') <= longestName && shape.test(text);

const part = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~-]+`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const shape = new RegExp(String.raw`^${part}(?:\.${part})*@(?:${label}\.)+(?!\d+$)${label}$`, 'u');
