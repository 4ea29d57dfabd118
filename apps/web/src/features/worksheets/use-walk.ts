import { useEffect, useState } from 'react';
import { useMe } from '../../api/session-queries.ts';
import { currentWalk, leaveAt, placeIn, startWalk, walkOn } from './parts/walk.ts';

/** Back leads to the list, however far one walked along it. */
export const walking = { replace: true } as const;

/** The list that this worksheet was opened from, and where it stands in it; the rest of a long list is fetched when one gets there. */
export function useWalk(id: string) {
  const { accountId } = useMe();
  const [, setFetched] = useState(0);
  const walk = currentWalk(accountId);
  const place = placeIn(walk, id);
  const isAtEnd = place !== undefined && place.next === undefined && walk?.rest !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the walk is read anew each time; its end is what counts
  useEffect(() => {
    if (!walk || !isAtEnd) return;
    let isHere = true;
    walkOn(walk).then(
      (longer) => {
        if (!isHere) return;
        startWalk(accountId, longer);
        setFetched((before) => before + 1);
      },
      () => undefined, // it ends here for now
    );
    return () => {
      isHere = false;
    };
  }, [id, isAtEnd]);

  useEffect(() => () => leaveAt(currentWalk(accountId), id), [accountId, id]);

  return { walk, place };
}
