import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { ListItem } from './arrange.ts';

/** From this many lines on, only those near the window are drawn. */
const drawAllUpTo = 100;

/** Which lines of a long list are drawn, and how much room those before and after them take. */
export function useDrawn(items: ListItem[], list: RefObject<HTMLElement | null>, heightOf: (item: ListItem) => number) {
  const [top, setTop] = useState(0);
  const isPart = items.length > drawAllUpTo;
  // The list starts lower when something above it appears, so it is measured after every drawing; where all is drawn it
  // is not, for that makes the browser lay out the whole page at once.
  useLayoutEffect(() => {
    if (isPart) setTop(list.current ? Math.round(list.current.getBoundingClientRect().top + window.scrollY) : 0);
  });
  const virtualizer = useWindowVirtualizer({
    count: isPart ? items.length : 0,
    estimateSize: (index) => heightOf(items[index] as ListItem), // only asked for indexes below `count`
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 12,
    scrollMargin: top,
  });
  if (!isPart) {
    return {
      indexes: items.map((_, index) => index),
      before: 0,
      after: 0,
      measure: undefined,
      scrollTo: () => undefined,
    };
  }
  const drawn = virtualizer.getVirtualItems();
  return {
    indexes: drawn.map(({ index }) => index),
    before: Math.max(0, (drawn.at(0)?.start ?? top) - top),
    after: Math.max(0, virtualizer.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top)),
    measure: virtualizer.measureElement,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
