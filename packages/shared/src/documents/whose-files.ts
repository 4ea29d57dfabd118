/** Why a file of a delivery is put there for nobody. */
export const deliveryProblems = [
  'unknown',
  'ambiguous',
  'twice',
  'same-file',
  'already-there',
  'file-name',
  'file-type',
  'too-large',
] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

interface Named {
  name: string;
  sha256: string;
}
interface Numbered {
  personnelNumber: string;
  personId: string;
}
export interface Whose {
  personnelNumber: string | null;
  personId: string | null;
  problem: DeliveryProblem | null;
}

/**
 * Whose each file is, by the one personnel number in its name: a number stands between signs that are neither letter nor digit, in capitals or
 * not. Nothing is guessed: no number, several people's, one person's twice, and the same bytes for two people are said instead.
 */
export function whoseFiles(files: readonly Named[], people: readonly Numbered[]): Whose[] {
  const byNumber = new Map(people.map((person) => [person.personnelNumber.toUpperCase(), person]));
  const longest = Math.max(1, ...people.map(({ personnelNumber }) => partsOf(personnelNumber).length));
  const found = files.map(({ name }): Whose => {
    const named = numbersIn(withoutEnding(name), byNumber, longest);
    const [one, ...more] = named;
    if (!one) return { personnelNumber: null, personId: null, problem: 'unknown' };
    if (more.length > 0) {
      const numbers = named.map(({ personnelNumber }) => personnelNumber).join(', ');
      return { personnelNumber: numbers, personId: null, problem: 'ambiguous' };
    }
    return { ...one, problem: null };
  });
  const isMany = <T>(values: readonly T[]) => {
    const counts = new Map<T, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return (value: T) => (counts.get(value) ?? 0) > 1;
  };
  const isTwice = isMany(found.map(({ personId }) => personId));
  const isSame = isMany(files.map(({ sha256 }) => sha256));
  return found.map((one, index) => {
    if (one.problem || !one.personId) return one;
    if (isTwice(one.personId)) return { ...one, problem: 'twice' };
    return isSame(files[index]?.sha256 ?? '') ? { ...one, problem: 'same-file' } : one;
  });
}

/** The people whose number is in a name; of numbers that overlap the longest, as `KB-1042` over `1042`. */
function numbersIn(name: string, byNumber: ReadonlyMap<string, Numbered>, longest: number): Numbered[] {
  const parts = partsOf(name);
  const found = new Map<string, Numbered>();
  for (let from = 0; from < parts.length; from++) {
    for (let count = Math.min(longest, parts.length - from); count > 0; count--) {
      const [first, last] = [parts[from], parts[from + count - 1]];
      const person = first && last && byNumber.get(name.slice(first.from, last.until).toUpperCase());
      if (!person) continue;
      found.set(person.personId, person);
      from += count - 1;
      break;
    }
  }
  return [...found.values()];
}

const partsOf = (text: string): { from: number; until: number }[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: part }) => ({ from: index, until: index + part.length }));

const withoutEnding = (name: string): string => name.replace(/\.[^.]{1,5}$/, '');
