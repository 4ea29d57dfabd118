import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet.schema';
import { IconCornerUpLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../api/session-queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { StandsOut } from '../worksheets/parts/stands-out.tsx';
import { startWalk } from '../worksheets/parts/walk.ts';
import classes from './worksheet-links.module.css';

type LinkedRow = WorksheetRow & {
  /** Sent back to be mended: why and by whom. */
  returned?: { reason: string; by: string } | null;
};

/** A short list of worksheets, each of which opens; those to be sent where their hours are typed. */
export function WorksheetLinks(props: { rows: LinkedRow[]; ticks?: string; isToSend?: boolean }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const { accountId } = useMe();
  const ids = props.rows.flatMap(({ id }) => id ?? []);
  return (
    <ul className={classes.list}>
      {props.rows.map((row) => (
        <li key={row.id ?? row.placementId}>
          <Link
            to={props.isToSend ? paths.registerFor(row.placementId, row) : paths.worksheet(row.id ?? '')}
            className={classes.link}
            onClick={() => !props.isToSend && startWalk(accountId, { from: paths.home, ids, ticks: props.ticks })}
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
