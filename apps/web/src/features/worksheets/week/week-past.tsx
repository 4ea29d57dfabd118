import type { Worksheet } from '@konnekt/shared/worksheets/worksheet.schema';
import { useAddress } from '../../../kit/address/use-address.ts';
import { WorksheetHistory } from '../worksheet-history.tsx';
import { WorksheetHours } from '../worksheet-hours.tsx';
import { WorksheetVersions } from '../worksheet-versions.tsx';
import classes from './week-past.module.css';

/** What became of a week that can be changed: its history, and the versions that were sent. */
export function WeekPast({ worksheet }: { worksheet: Worksheet }) {
  return (
    <div className={classes.past} data-versions={worksheet.submissions.length > 0 || undefined}>
      <WorksheetHistory worksheet={worksheet} />
      <SentVersions worksheet={worksheet} />
    </div>
  );
}

/** What was sent before, to look at while it is mended. */
function SentVersions({ worksheet }: { worksheet: Worksheet }) {
  const wanted = Number(useAddress().read('version'));
  const shown = worksheet.submissions.find(({ number }) => number === wanted);
  return (
    <div className={classes.versions}>
      <WorksheetVersions
        submissions={worksheet.submissions}
        hourTypes={worksheet.hourTypes}
        shown={shown?.number}
        keepsLatest
      />
      {shown && <WorksheetHours period={worksheet.period} hourTypes={worksheet.hourTypes} lines={shown.lines} />}
    </div>
  );
}
