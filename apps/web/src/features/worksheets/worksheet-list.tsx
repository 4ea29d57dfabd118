import { useRef } from 'react';
import { useLocation } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFits } from '../../ui/use-fits.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import type { Group } from './arrange.ts';
import { startWalk, type Walk } from './parts/walk.ts';
import type { Ticking } from './ticking.ts';
import type { Arranged } from './use-arranged.ts';
import { WorksheetCards } from './worksheet-cards.tsx';
import { WorksheetTable } from './worksheet-table.tsx';

/** A list of worksheets: a table, or cards where that does not fit. Opening one remembers the list, for previous and next. */
export function WorksheetList(props: {
  label: string;
  arranged: Arranged;
  sort: string;
  onSort: (sort: string) => void;
  group?: Group;
  ticking?: Ticking;
  /** The name under which its ticks are kept, so that the worksheet's page can show them. */
  ticks?: string;
  /** How much there is of it beside what is here, and how to ask for that. */
  rest?: Pick<Walk, 'total' | 'rest'> | undefined;
  showStatus?: boolean;
  isLoading?: boolean;
}) {
  const isPhone = useMediaQuery('(max-width: 48em)');
  const { accountId } = useMe();
  const { pathname, search } = useLocation();
  const { arranged, sort } = props;
  const place = useRef<HTMLDivElement>(null);
  const headers = arranged.table.getFlatHeaders().map(({ id }) => id);
  const fits = useFits(place, [props.ticking ? 'tick' : '', ...headers].join(' '));

  const onClickCapture = (event: React.MouseEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-open]')) return;
    startWalk(accountId, { from: pathname + search, ids: arranged.ids, ticks: props.ticks, ...props.rest });
  };

  return (
    <div ref={place} onClickCapture={onClickCapture}>
      {isPhone || !fits ? (
        <WorksheetCards {...props} />
      ) : (
        <WorksheetTable {...props} onSort={(id) => props.onSort(sort === id ? `-${id}` : id)} />
      )}
    </div>
  );
}
