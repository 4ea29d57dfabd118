import { useRef } from 'react';
import { useLocation } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { SortField } from '../../kit/list/sort-field.tsx';
import { useRoom } from '../../kit/list/use-room.ts';
import type { Group } from './arrange.ts';
import { startWalk, type Walk } from './parts/walk.ts';
import type { Ticking } from './ticking.ts';
import type { Arranged } from './use-arranged.ts';
import { useUnfolding } from './use-unfolding.ts';
import { WorksheetCards } from './worksheet-cards.tsx';
import { WorksheetTable } from './worksheet-table.tsx';

/**
 * A list of worksheets: a table whose columns leave as room gets short, then cards. Opening one remembers the list, for previous and
 * next.
 */
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
  const { accountId } = useMe();
  const { pathname, search } = useLocation();
  const { columns, ids } = props.arranged;
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place, columns, props.ticking ? 'ticks' : '');
  const unfolding = useUnfolding();
  const isHidden = room === 'cards' || columns.some(({ id, isSortable }) => isSortable && room.has(id));

  const onClickCapture = (event: React.MouseEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-open]')) return;
    startWalk(accountId, { from: pathname + search, ids, ticks: props.ticks, ...props.rest });
  };

  return (
    <div ref={place} onClickCapture={onClickCapture}>
      {isHidden && <SortField columns={columns} sort={props.sort} onSort={props.onSort} />}
      {room === 'cards' ? (
        <WorksheetCards {...props} unfolding={unfolding} />
      ) : (
        <WorksheetTable {...props} unfolding={unfolding} gone={room} />
      )}
    </div>
  );
}
