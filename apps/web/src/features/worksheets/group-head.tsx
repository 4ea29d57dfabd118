import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { TickBox } from '../../ui/tick-box.tsx';
import type { Group, ListItem } from './arrange.ts';
import classes from './group-head.module.css';
import { tickState } from './selection.ts';
import type { Ticking } from './ticking.ts';
import { isTickable } from './use-arranged.ts';

/** The head of a group: its name, what is in it, and a box that ticks all of it. */
export function GroupHead(props: { item: Extract<ListItem, { kind: 'group' }>; group: Group; ticking?: Ticking }) {
  const { t } = useTranslation('worksheets');
  const format = useFormat();
  const { item, group, ticking } = props;
  const name = group === 'organisation' ? item.first.organisationName : format.period(item.first.period);
  const rows = item.rows.filter(isTickable);
  const minutes = item.rows.reduce((sum, row) => sum + row.totalMinutes, 0);
  return (
    <span className={classes.head}>
      {ticking && (
        <TickBox
          state={tickState(ticking.selection, rows)}
          label={t('approve.tickGroup', { name })}
          onTick={(on) => ticking.onTick(rows, on)}
        />
      )}
      <strong>{name}</strong>
      <span className={`${classes.sum} figures`}>
        {t('approve.group', { count: item.rows.length, hours: format.hours(minutes) })}
      </span>
    </span>
  );
}
