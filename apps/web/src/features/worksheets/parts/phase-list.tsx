import type { Phase } from '@konnekt/shared/worksheets/worksheet.status';
import { IconChecklist } from '@tabler/icons-react';
import { ListRest } from '../../../kit/list/list-rest.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { ListAddress } from '../use-list-address.ts';
import { useWorksheetList } from '../use-worksheet-list.ts';
import { WorksheetList } from '../worksheet-list.tsx';

/** The worksheets of one phase as an address narrows them down, to look at. */
export function PhaseList(props: {
  phase: Phase;
  label: string;
  address: ListAddress;
  empty: { title: string; text: string };
}) {
  const { address, phase } = props;
  const filter = { ...address.filter, phase, sort: address.sort };
  const { query, rows, arranged, rest, total } = useWorksheetList(filter, { showStatus: phase === 'to-fill' });
  return (
    <Loaded query={query} skeleton={<Skeleton rows={6} height={32} />}>
      {() =>
        rows.length === 0 ? (
          <Empty icon={IconChecklist} title={props.empty.title} small>
            {props.empty.text}
          </Empty>
        ) : (
          <>
            <WorksheetList
              label={props.label}
              arranged={arranged}
              rest={rest}
              showStatus={phase === 'to-fill'}
              sort={address.sort}
              onSort={(sort) => address.write({ sort })}
              isLoading={query.isPlaceholderData}
            />
            <ListRest query={query} shown={rows.length} total={total} />
          </>
        )
      }
    </Loaded>
  );
}
