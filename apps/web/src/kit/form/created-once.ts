import { isLost } from '../../api/problem.ts';

/**
 * Makes a record. When no answer comes it may be there all the same: it is looked for among `candidates`, the records that it could
 * be, so that pressing again does not make it twice.
 */
export async function createdOnce<Body extends object, R extends object>(
  body: Body,
  create: (body: Body) => Promise<R>,
  candidates: () => Promise<R[]>,
): Promise<R> {
  try {
    return await create(body);
  } catch (error) {
    if (!isLost(error)) throw error;
    const there = (await candidates()).find((record) => says(record, body));
    if (!there) throw error;
    return there;
  }
}

/** Whether a record holds all that was filled in; what was left blank the API may have filled in itself. */
const says = (record: object, body: object): boolean =>
  Object.entries(body).every(
    ([name, value]) => value === null || value === '' || written(Reflect.get(record, name)) === written(value),
  );

/** Without what the API writes its own way: spaces, case and order. */
const written = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : value)
    ?.replace(/\s/g, '')
    .toLowerCase() ?? '';
