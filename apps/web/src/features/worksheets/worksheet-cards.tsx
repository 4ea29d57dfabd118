import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { TickBox } from '../../ui/tick-box.tsx';
import { type Group, hasId, keyOf } from './arrange.ts';
import { GroupHead } from './group-head.tsx';
import { StandsOut } from './parts/stands-out.tsx';
import { StatusBadge } from './parts/status-badge.tsx';
import { Quantities } from './quantities.tsx';
import { RowDays } from './row-days.tsx';
import { noteOf, RowNote } from './row-note.tsx';
import { tickState } from './selection.ts';
import type { Ticking } from './ticking.ts';
import { UnfoldButton } from './unfold-button.tsx';
import { type Arranged, isTickable } from './use-arranged.ts';
import { useDrawn } from './use-drawn.ts';
import { useListKeys } from './use-list-keys.ts';
import { useRowAddress } from './use-row-address.ts';
import type { Unfolding } from './use-unfolding.ts';
import classes from './worksheet-cards.module.css';
import { RemarkMark } from './worksheet-cells.tsx';
import { useRowLabel } from './worksheet-columns.tsx';

/** Worksheets where a wide table is no table: a card each. */
export function WorksheetCards(props: {
  label: string;
  arranged: Arranged;
  group?: Group;
  ticking?: Ticking;
  unfolding: Unfolding;
  showStatus?: boolean;
}) {
  const { t } = useTranslation('worksheets');
  const { arranged, ticking, group = 'none' } = props;
  const { items, tickable } = arranged;
  const list = useRef<HTMLUListElement>(null);
  const drawn = useDrawn(items, list, ({ kind }) => (kind === 'group' ? 48 : 112));
  const keys = useListKeys({ list, arranged, ticking, scrollTo: drawn.scrollTo });

  return (
    <>
      {ticking && tickable.length > 0 && (
        <div className={classes.all}>
          <TickBox
            state={tickState(ticking.selection, tickable)}
            label={t('approve.tickAll')}
            onTick={(on) => ticking.onTick(tickable, on)}
          />
          <span aria-hidden>{t('approve.tickAll')}</span>
        </div>
      )}
      <ul ref={list} className={classes.list} aria-label={props.label} {...keys}>
        {drawn.before > 0 && <li aria-hidden style={{ height: drawn.before }} />}
        {drawn.indexes.map((index) => {
          const item = items[index];
          if (!item) return null;
          const place = { 'data-index': index, 'aria-setsize': items.length, 'aria-posinset': index + 1 };
          return item.kind === 'group' ? (
            <li key={item.key} ref={drawn.measure} className={classes.group} {...place}>
              <GroupHead item={item} group={group} ticking={ticking} />
            </li>
          ) : (
            <li key={item.key} ref={drawn.measure} className={classes.slot} {...place}>
              <Card
                row={item.row}
                arranged={arranged}
                ticking={ticking}
                unfolding={props.unfolding}
                showStatus={props.showStatus}
              />
            </li>
          );
        })}
        {drawn.after > 0 && <li aria-hidden style={{ height: drawn.after }} />}
      </ul>
    </>
  );
}

function Card(props: {
  row: WorksheetRow;
  arranged: Arranged;
  ticking?: Ticking;
  unfolding: Unfolding;
  showStatus?: boolean;
}) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const label = useRowLabel();
  const days = useId();
  const { row, ticking, unfolding } = props;
  const isOpen = unfolding.open.has(keyOf(row));
  const isTicked = ticking !== undefined && row.id !== null && row.id in ticking.selection.ticks;
  const note = noteOf(ticking?.selection, row);
  const to = useRowAddress()(row);
  return (
    <div className={classes.card} data-ticked={isTicked || undefined}>
      {ticking && isTickable(row) && (
        <TickBox
          state={isTicked ? 'all' : 'none'}
          label={label('tick', row)}
          onTick={(on, shift) => ticking.onTickOne(row, on, shift, props.arranged.tickable)}
        />
      )}
      <div className={classes.words}>
        <div className={classes.first}>
          {to === undefined ? (
            <strong className={classes.name}>{row.employeeName}</strong>
          ) : (
            <Link to={to} className={classes.name} data-open>
              {row.employeeName}
            </Link>
          )}
          <span className={classes.total}>
            <strong className="figures">{format.hours(row.totalMinutes)}</strong>
            {row.id !== null && <UnfoldButton row={row} isOpen={isOpen} controls={days} onToggle={unfolding.toggle} />}
          </span>
        </div>
        <div className={classes.second}>
          <span>
            {format.period(row.period, false)} · {row.functionName}
            {row.kind !== 'regular' && ` · ${t(`worksheetKind.${row.kind}`)}`}
          </span>
          {row.hasRemark && <RemarkMark />}
        </div>
        <div className={classes.second}>
          <span>{row.organisationName}</span>
          <span className={classes.quantities}>
            <Quantities quantities={row.quantities} />
          </span>
        </div>
        {props.showStatus && <StatusBadge status={row.status} />}
        <StandsOut row={row} />
        {note && <RowNote note={note} />}
        {isOpen && hasId(row) && (
          <div id={days} className={classes.days}>
            <RowDays row={row} />
          </div>
        )}
      </div>
    </div>
  );
}
