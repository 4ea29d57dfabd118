import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { worksheetQuery } from './parts/worksheet-queries.ts';
import classes from './row-days.module.css';

/** Of no use to a list whose rows are closed; fetched beside the days. */
const hours = () => import('./worksheet-hours.tsx');
const WorksheetHours = lazy(async () => ({ default: (await hours()).WorksheetHours }));

/** The days of a row and what stands at them, asked for once as long as it stays the same version. */
export function RowDays({ row }: { row: WorksheetRow & { id: string } }) {
  const query = useQuery({
    ...worksheetQuery(row.id),
    staleTime: ({ state }) => (state.data?.version === row.version ? Number.POSITIVE_INFINITY : 0),
  });
  useEffect(() => void hours().catch(() => undefined), []);
  const skeleton = <Skeleton rows={5} height={20} />;
  return (
    <div className={classes.days}>
      <Loaded query={query} skeleton={skeleton}>
        {({ period, hourTypes, lines, remark }) => (
          <Suspense fallback={skeleton}>
            <WorksheetHours period={period} hourTypes={hourTypes} lines={lines} />
            {remark && <p className={classes.remark}>{remark}</p>}
          </Suspense>
        )}
      </Loaded>
    </div>
  );
}
