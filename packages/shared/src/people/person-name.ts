/** A name in Dutch parts: the prefix ("de", "van der") is written between first and last name, and left out of the sorting. */
export type PersonName = { firstName: string; prefix?: string | null; lastName: string };

/** "Anna de Vries" */
export function fullName({ firstName, prefix, lastName }: PersonName): string {
  return joined(firstName, prefix, lastName);
}

/** "Vries, Anna de": as Dutch lists have it, under the V. */
export function sortName({ firstName, prefix, lastName }: PersonName): string {
  const rest = joined(firstName, prefix);
  return rest === '' ? lastName.trim() : `${lastName.trim()}, ${rest}`;
}

function joined(...parts: (string | null | undefined)[]): string {
  return parts
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');
}
