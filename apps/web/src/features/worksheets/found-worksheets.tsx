import type { WorksheetStatus } from '@konnekt/shared/worksheets/worksheet.status';
import { type Icon, IconFilterOff } from '@tabler/icons-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FileLinks } from './file-links.tsx';
import { ListFilter, noFilter } from './list-filter.tsx';
import type { ListAddress } from './use-list-address.ts';
import type { useWorksheetList } from './use-worksheet-list.ts';
import { WorksheetList } from './worksheet-list.tsx';

/** What one may choose: a state, or what has none because it is still to be filled in. */
type State = WorksheetStatus | 'to-fill';

/** The filter with a choice of states, and what it finds: nothing, and why, or the rows with the way to more and to a file. */
export function FoundWorksheets(props: {
  label: string;
  address: ListAddress;
  filter: ComponentProps<typeof FileLinks>['filter'];
  list: ReturnType<typeof useWorksheetList>;
  statuses: readonly State[];
  status: State | undefined;
  /** Of one client: not asked for. */
  isOfOrganisation?: boolean;
  /** Where whoever opens one may go on to those that are not here yet. */
  rest?: ComponentProps<typeof WorksheetList>['rest'];
  empty: { icon: Icon; title: string; text: string };
  /** Above the rows. */
  children?: ReactNode;
}) {
  const { t } = useTranslation(['worksheets', 'common']);
  const { address, list, statuses, status, empty } = props;
  const { query, rows, arranged, total } = list;
  const isFiltered = address.isFiltered || status !== undefined;
  return (
    <>
      <ListFilter
        address={address}
        rows={rows}
        known={{ status: statuses }}
        isOfOrganisation={props.isOfOrganisation ?? false}
      >
        <SelectField
          label={t('field.status')}
          value={status ?? ''}
          onChange={(value) => address.write({ status: value })}
          options={[
            { value: '', label: t('filter.allStatuses') },
            ...statuses.map((value) => ({
              value,
              label: value === 'to-fill' ? t('office.phase.to-fill') : t(`common:status.${value}`),
            })),
          ]}
        />
      </ListFilter>
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {() =>
          rows.length === 0 ? (
            <Empty
              icon={isFiltered ? IconFilterOff : empty.icon}
              title={isFiltered ? t('past.noMatchTitle') : empty.title}
              actions={
                isFiltered && (
                  <Button variant="default" onClick={() => address.write(noFilter)}>
                    {t('common:action.clearFilter')}
                  </Button>
                )
              }
            >
              {isFiltered ? t('past.noMatchText') : empty.text}
            </Empty>
          ) : (
            <>
              {props.children}
              <WorksheetList
                label={props.label}
                arranged={arranged}
                rest={props.rest}
                showStatus
                sort={address.sort}
                onSort={(sort) => address.write({ sort })}
                isLoading={query.isPlaceholderData}
              />
              <ListRest query={query} shown={rows.length} total={total}>
                <FileLinks filter={props.filter} />
              </ListRest>
            </>
          )
        }
      </Loaded>
    </>
  );
}
