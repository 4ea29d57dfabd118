import { netLines } from '@konnekt/shared/worksheets/worksheet.correction';
import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { isSent } from '@konnekt/shared/worksheets/worksheet.status';
import type { HourLine } from '@konnekt/shared/worksheets/worksheet-line.schema';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/panel.tsx';
import { worksheetQuery } from '../parts/worksheet-queries.ts';
import { changesBetween } from '../submission-diff.ts';
import { WorksheetHours } from '../worksheet-hours.tsx';
import classes from './correction-sides.module.css';

/** Where hours were corrected: the whole period before and after it, side by side. On a correction's own page that one, else all of them. */
export function CorrectionSides({ worksheet }: { worksheet: Worksheet }) {
  const { kind, supplements } = worksheet;
  const isCorrected =
    kind === 'correction' || supplements.some((part) => part.kind === 'correction' && isSent(part.status));
  return isCorrected ? <Sides worksheet={worksheet} /> : null;
}

function Sides({ worksheet }: { worksheet: Worksheet }) {
  const { t } = useTranslation('worksheets');
  const { kind, sequence, period, hourTypes, supplements } = worksheet;
  const others = useQueries({ queries: supplements.map(({ id }) => worksheetQuery(id)) }).map(({ data }) => data);
  if (others.some((part) => part === undefined)) return null;
  const parts = [worksheet, ...others.flatMap((part) => part ?? [])].filter(
    (part) => part.id === worksheet.id || isSent(part.status),
  );
  const isOwn = kind === 'correction';
  const before = parts.filter((part) => (isOwn ? part.sequence < sequence : part.kind !== 'correction'));
  const after = isOwn ? [...before, worksheet] : parts;
  const [linesBefore, linesAfter] = [linesOf(before), linesOf(after)];
  const types = [
    ...new Map([...hourTypes, ...parts.flatMap((part) => part.hourTypes)].map((type) => [type.id, type])).values(),
  ];
  return (
    <Panel title={t('page.corrected')}>
      <div className={classes.sides}>
        <section aria-label={t('page.beforeCorrection')}>
          <h3>{t('page.beforeCorrection')}</h3>
          <WorksheetHours period={period} hourTypes={types} lines={linesBefore} />
        </section>
        <section aria-label={t('page.afterCorrection')}>
          <h3>{t('page.afterCorrection')}</h3>
          <WorksheetHours
            period={period}
            hourTypes={types}
            lines={linesAfter}
            changes={changesBetween(linesBefore, linesAfter)}
          />
        </section>
      </div>
    </Panel>
  );
}

/** What was sent of these parts, as it adds up. */
const linesOf = (parts: readonly Worksheet[]) =>
  netLines(parts.flatMap(({ submissions, lines }): HourLine[] => submissions.at(-1)?.lines ?? lines));
