import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { IconCornerUpLeft } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { StandsOut } from '../worksheets/parts/stands-out.tsx';
import { useReturn } from '../worksheets/parts/use-return.ts';
import { startWalk, type Walk } from '../worksheets/parts/walk.ts';
import classes from './worksheet-links.module.css';

type LinkedRow = WorksheetRow & {
  /** Sent back to be mended: why and by whom. */
  returned?: { reason: string; by: string } | null;
};

/** Those to be sent have no page of their own to come back from. */
const none: string[] = [];

/** A short list of worksheets, each of which opens; those to be sent where their hours are typed. */
export function WorksheetLinks(props: {
  rows: LinkedRow[];
  ticks?: string;
  isToSend?: boolean;
  rest?: Pick<Walk, 'total' | 'rest'>;
}) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { accountId } = useMe();
  const ids = props.rows.flatMap(({ id }) => id ?? []);
  const list = useRef<HTMLUListElement>(null);
  useReturn(props.isToSend ? none : ids, (id) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus(),
  );
  return (
    <ul ref={list} className={classes.list}>
      {props.rows.map((row) => (
        <li key={row.id ?? row.placementId}>
          <Link
            to={props.isToSend ? paths.registerFor(row.placementId, row) : paths.worksheet(row.id ?? '')}
            className={classes.link}
            data-row={row.id}
            onClick={() =>
              !props.isToSend && startWalk(accountId, { from: paths.home, ids, ticks: props.ticks, ...props.rest })
            }
          >
            <span className={classes.who}>
              <strong>{row.employeeName}</strong>
              <span className={classes.quiet}>
                {row.functionName} · {row.organisationName}
              </span>
              {row.returned && (
                <span className={classes.returned}>
                  <IconCornerUpLeft size={15} stroke={2} aria-hidden />
                  {t('timesheets.returned', { name: row.returned.by })} “{row.returned.reason}”
                </span>
              )}
              <StandsOut row={row} />
            </span>
            <span className={classes.figures}>
              <strong className="figures">{format.hours(row.totalMinutes)}</strong>
              <span className={classes.quiet}>{format.period(row.period, false)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
