import { call, type Input } from '../../../api/client.ts';
import { keep, readKept } from '../../../kit/storage/account-storage.ts';

type ListQuery = NonNullable<Input<'GET /api/worksheets'>['query']>;

/** The list somebody opened a worksheet from: previous and next go along it, in this tab. */
export interface Walk {
  /** The address of the list, with its filter. */
  from: string;
  ids: string[];
  /** Which ticks belong to it, where it has any. */
  ticks?: string | undefined;
  /** Of the whole list, where only a part of it was on the screen. */
  total?: number | undefined;
  /** What to ask for the rest of it. */
  rest?: ListQuery | undefined;
}

export const startWalk = (accountId: string, walk: Walk): boolean => keep(sessionStorage, accountId, 'walk', walk);

export const currentWalk = (accountId: string): Walk | undefined => readKept<Walk>(sessionStorage, accountId, 'walk');

/** Where a worksheet stands in the list; nothing when it is not in it. */
export function placeIn(walk: Walk | undefined, id: string) {
  const index = walk?.ids.indexOf(id) ?? -1;
  if (!walk || index < 0) return undefined;
  const total = Math.max(walk.total ?? 0, walk.ids.length);
  return { at: index + 1, total, previous: walk.ids[index - 1], next: walk.ids[index + 1] };
}

/** The walk with the next part of its list behind it. What was decided meanwhile is in no list, but stays where it was passed. */
export async function walkOn(walk: Walk): Promise<Walk> {
  const { rest, ...walked } = walk;
  if (!rest) return walk;
  const page = await call('GET /api/worksheets', { query: rest });
  const known = new Set(walked.ids);
  const ids = [...walked.ids, ...page.items.flatMap(({ id }) => (id === null || known.has(id) ? [] : [id]))];
  return page.nextCursor
    ? { ...walked, ids, rest: { ...rest, cursor: page.nextCursor } }
    : { ...walked, ids, total: ids.length };
}

/** The worksheet whose page was left last, until the list that it was opened from is there again. */
let left: { from: string; ids: string[] } | undefined;

/** Remembers at which row the list is to be taken up again: this one, else the nearest after it, else the nearest before. */
export function leaveAt(walk: Walk | undefined, id: string): void {
  const index = walk?.ids.indexOf(id) ?? -1;
  if (!walk || index < 0) return;
  left = { from: walk.from, ids: [...walk.ids.slice(index), ...walk.ids.slice(0, index).reverse()] };
}

/** Which of the rows of this list one comes back to, if one does; answered once. */
export function takeReturn(address: string, ids: readonly string[]): string | undefined {
  if (left?.from !== address || ids.length === 0) return undefined;
  const here = new Set(ids);
  const found = left.ids.find((id) => here.has(id));
  left = undefined;
  return found;
}

/** Somebody went elsewhere: no list is taken up again. */
export const forgetReturn = (): void => {
  left = undefined;
};
