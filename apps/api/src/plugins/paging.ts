import { invalidInput } from './problems.ts';

/** The sort values and id that a cursor stands for. Throws `invalid-input` for one that we did not make. */
export function decodeCursor(cursor: string | undefined, parts: number): (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  const values = parse(cursor);
  const isOurs =
    Array.isArray(values) &&
    values.length === parts &&
    values.every((value) => typeof value === 'string' || typeof value === 'number');
  if (!isOurs) throw invalidInput([{ pointer: '/querystring/cursor', code: 'invalid' }]);
  return values;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
