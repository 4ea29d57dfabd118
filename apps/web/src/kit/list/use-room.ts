import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { type Column, type Gone, leavingSteps } from './column.ts';

/**
 * Which columns leave so that the table in `place` fits the width that its place has; `cards` where it fits with none of them. Measured,
 * for what a table needs follows from its columns, from the size of text and from how far the browser is zoomed in. What did not fit is
 * not tried again until there is the room that it needed, or other columns. A phone begins with cards.
 */
export function useRoom<Row>(
  place: RefObject<HTMLElement | null>,
  columns: readonly Column<Row>[],
  more = '',
): Gone | 'cards' {
  const isPhone = useMediaQuery('(max-width: 40em)');
  const key = `${more} ${columns.map(({ id, header }) => `${id} ${header}`).join(' ')}`;
  const steps = useMemo(() => leavingSteps(columns), [columns]);
  const [seen, setSeen] = useState<Seen>({ key, room: Number.POSITIVE_INFINITY, needed: [] });
  const needed = seen.key === key ? seen.needed : [];
  const fitting = steps.findIndex((_, index) => seen.room >= (needed[index] ?? 0));

  // biome-ignore lint/correctness/useExhaustiveDependencies: another table is there to measure when other columns leave
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const table = element.querySelector('table');
    const measure = () =>
      setSeen((before) => {
        const known = before.key === key ? before.needed : [];
        const room = element.clientWidth;
        const least = table && fitting >= 0 && table.offsetWidth > room + 1 ? table.offsetWidth : undefined;
        if (before.key === key && before.room === room && (least ?? known[fitting]) === known[fitting]) return before;
        return { key, room, needed: least === undefined ? known : withOne(known, fitting, least) };
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (table) observer.observe(table);
    return () => observer.disconnect();
  }, [place, key, fitting, isPhone]);

  return (isPhone ? undefined : steps[fitting]) ?? 'cards';
}

/** What the table needed, by how many ranks had left. */
interface Seen {
  key: string;
  room: number;
  needed: readonly (number | undefined)[];
}

function withOne(known: Seen['needed'], index: number, value: number): Seen['needed'] {
  const after = [...known];
  after[index] = value;
  return after;
}
