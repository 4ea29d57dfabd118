import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Whether the table in `place` fits the width that its place has: measured, for what it needs follows from its columns, from the size
 * of text and from how far the browser is zoomed in. Once it did not fit it is not tried again until there is the room that it needed,
 * or other `columns`.
 */
export function useFits(place: RefObject<HTMLElement | null>, columns: string): boolean {
  const [seen, setSeen] = useState({ columns, room: Number.POSITIVE_INFINITY, needed: 0 });
  const { room, needed } = seen.columns === columns ? seen : { ...seen, needed: 0 };
  const fits = room >= needed;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another table is there to measure when it fits again
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const table = element.querySelector('table');
    const measure = () =>
      setSeen((before) => {
        const least = before.columns === columns ? before.needed : 0;
        const next = { columns, room: element.clientWidth, needed: least };
        if (table && table.offsetWidth > next.room + 1) next.needed = table.offsetWidth;
        return next.room === before.room && next.needed === before.needed && before.columns === columns ? before : next;
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (table) observer.observe(table);
    return () => observer.disconnect();
  }, [place, columns, fits]);
  return fits;
}
