import { z } from 'zod';
import { invalidInput } from '#api/kit/problem';

/** A name that a list is sorted by. PostgreSQL takes any text but one with NUL. */
export const zCursorText = z.string().regex(/^[^\0]*$/);

/** The sort values and id that a cursor stands for. Throws `invalid-input` for one that we did not make. */
export function decodeCursor<Shape extends z.ZodType>(
  cursor: string | undefined,
  shape: Shape,
): z.output<Shape> | undefined {
  if (cursor === undefined) return undefined;
  const values = shape.safeParse(parse(cursor));
  if (!values.success) throw invalidInput([{ pointer: '/querystring/cursor', code: 'invalid' }]);
  return values.data;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
