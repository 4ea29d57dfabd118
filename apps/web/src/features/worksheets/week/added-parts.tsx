import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { paths } from '../../../kit/address/paths.ts';
import { Panel } from '../../../ui/panel.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import classes from './added-parts.module.css';
import type { WeekPlace } from './week-queries.ts';

/** The hours that were added to a worksheet, each a worksheet of its own; `totalMinutes` is what the whole one holds. */
export function AddedParts(props: { worksheet: Worksheet; place: WeekPlace; totalMinutes: number }) {
  const { worksheet, place, totalMinutes } = props;
  const { t } = useTranslation('week');
  const format = useFormat();
  const { kind, supplements } = worksheet;
  if (kind !== 'regular' || supplements.length === 0) return null;
  const together = supplements.reduce((sum, part) => sum + part.totalMinutes, totalMinutes);
  return (
    <Panel
      title={t('more.parts')}
      aside={<strong className="figures">{t('more.together', { hours: format.hours(together) })}</strong>}
    >
      <ul className={classes.parts}>
        {supplements.map((part) => (
          <li key={part.id}>
            <Link to={paths.weekPart(place.placementId, place.year, place.number, part.id)}>{part.reference}</Link>
            <StatusBadge status={part.status} />
            <span className="figures">{format.hours(part.totalMinutes)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
