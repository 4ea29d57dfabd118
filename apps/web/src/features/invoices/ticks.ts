import { useState } from 'react';

/** Which of some rows are ticked; one that is not there any more counts no more. */
export function useTicks(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ticked = ids.filter((id) => chosen.has(id));
  const set = (some: readonly string[], on: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of some)
        if (on) after.add(id);
        else after.delete(id);
      return after;
    });
  return {
    ticked,
    isTicked: (id: string) => chosen.has(id),
    tick: (id: string, on: boolean) => set([id], on),
    tickAll: (on: boolean) => set(ids, on),
    clear: () => setChosen(new Set()),
    state: ticked.length === 0 ? 'none' : ticked.length === ids.length ? 'all' : 'some',
  } as const;
}
