import type { WorksheetRow } from '@konnekt/shared/worksheets/worksheet-list.schema';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { worksheetQuery } from './parts/worksheet-queries.ts';
import classes from './row-days.module.css';
import { WorksheetHours } from './worksheet-hours.tsx';

/** The days of a row and what stands at them, asked for once as long as it stays the same version. */
export function RowDays({ row }: { row: WorksheetRow & { id: string } }) {
  const query = useQuery({
    ...worksheetQuery(row.id),
    staleTime: ({ state }) => (state.data?.version === row.version ? Number.POSITIVE_INFINITY : 0),
  });
  return (
    <div className={classes.days}>
      <Loaded query={query} skeleton={<Skeleton rows={5} height={20} />}>
        {({ period, hourTypes, lines, remark }) => (
          <>
            <WorksheetHours period={period} hourTypes={hourTypes} lines={lines} />
            {remark && <p className={classes.remark}>{remark}</p>}
          </>
        )}
      </Loaded>
    </div>
  );
}
