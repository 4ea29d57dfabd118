import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../kit/address/use-address.ts';
import { Panel } from '../../../ui/panel.tsx';
import { changesBetween } from '../submission-diff.ts';
import { WorksheetHistory } from '../worksheet-history.tsx';
import { WorksheetHours } from '../worksheet-hours.tsx';
import { OlderVersion, WorksheetVersions } from '../worksheet-versions.tsx';
import { AddedParts } from './added-parts.tsx';
import classes from './sent-week.module.css';
import type { WeekPlace } from './week-queries.ts';

/** What was sent, in the version that is asked for; each version of it, and what became of it. */
export function SentContents({ worksheet, place }: { worksheet: Worksheet; place: WeekPlace }) {
  const { t } = useTranslation('week');
  const wanted = Number(useAddress().read('version'));
  const { submissions, hourTypes, period } = worksheet;
  const shown = submissions.find(({ number }) => number === wanted) ?? submissions.at(-1);
  const before = submissions.find(({ number }) => number === (shown?.number ?? 0) - 1);
  const lines = shown?.lines ?? worksheet.lines;
  const remark = shown ? shown.remark : worksheet.remark;
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <OlderVersion shown={shown?.number} latest={submissions.at(-1)?.number} />
        <WorksheetHours
          period={period}
          hourTypes={hourTypes}
          lines={lines}
          changes={before && changesBetween(before.lines, lines)}
        />
        {remark && (
          <Panel title={t('sheetRemark')}>
            <p className={classes.remark}>{remark}</p>
          </Panel>
        )}
        <AddedParts worksheet={worksheet} place={place} totalMinutes={worksheet.totalMinutes} />
      </div>
      <div className={classes.column}>
        <WorksheetVersions submissions={submissions} hourTypes={worksheet.hourTypes} shown={shown?.number} />
        <WorksheetHistory worksheet={worksheet} />
      </div>
    </div>
  );
}
