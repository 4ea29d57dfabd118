import { keep, readKept } from '../../../kit/storage/account-storage.ts';

/** The list somebody opened a worksheet from: previous and next go along it, in this tab. */
export interface Walk {
  /** The address of the list, with its filter. */
  from: string;
  ids: string[];
  /** Which ticks belong to it, where it has any. */
  ticks?: string;
}

export const startWalk = (accountId: string, walk: Walk): boolean => keep(sessionStorage, accountId, 'walk', walk);

export const currentWalk = (accountId: string): Walk | undefined => readKept<Walk>(sessionStorage, accountId, 'walk');

/** Where a worksheet stands in the list; nothing when it is not in it. */
export function placeIn(walk: Walk | undefined, id: string) {
  const index = walk?.ids.indexOf(id) ?? -1;
  if (!walk || index < 0) return undefined;
  return { at: index + 1, total: walk.ids.length, previous: walk.ids[index - 1], next: walk.ids[index + 1] };
}
