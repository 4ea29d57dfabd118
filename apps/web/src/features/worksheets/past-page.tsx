import { type WorksheetStatus, worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import { IconFilterOff, IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../kit/address/use-address.ts';
import { ListRest } from '../../kit/list/list-rest.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FileLinks } from './file-links.tsx';
import { ListFilter, noFilter } from './list-filter.tsx';
import { ListSize } from './list-size.tsx';
import { useListAddress } from './use-list-address.ts';
import { useWorksheetList } from './use-worksheet-list.ts';
import { WorksheetList } from './worksheet-list.tsx';

export { PastPage as Component };

/** What was sent once can never be a draft again without being taken back. */
const sentStatuses = worksheetStatuses.filter((status) => status !== 'draft');

/** Everything that was sent, whatever became of it. */
function PastPage() {
  const { t } = useTranslation(['worksheets', 'common']);
  const address = useListAddress();
  const status: WorksheetStatus | undefined = oneOf(sentStatuses, address.read('status'));
  const filter = { ...address.filter, status: status ?? ('sent' as const), sort: address.sort };
  const { query, rows, arranged, rest, first, total } = useWorksheetList(filter, { showStatus: true });
  const isFiltered = address.isFiltered || status !== undefined;

  return (
    <Page title={t('past.title')} lead={first && <ListSize first={first} />}>
      <ListFilter address={address} rows={rows} known={{ status: sentStatuses }}>
        <SelectField
          label={t('field.status')}
          value={status ?? ''}
          onChange={(value) => address.write({ status: value })}
          options={[
            { value: '', label: t('filter.allStatuses') },
            ...sentStatuses.map((value) => ({ value, label: t(`common:status.${value}`) })),
          ]}
        />
      </ListFilter>
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {() =>
          rows.length === 0 ? (
            <Empty
              icon={isFiltered ? IconFilterOff : IconHistory}
              title={t(isFiltered ? 'past.noMatchTitle' : 'past.emptyTitle')}
              actions={
                isFiltered && (
                  <Button variant="default" onClick={() => address.write(noFilter)}>
                    {t('common:action.clearFilter')}
                  </Button>
                )
              }
            >
              {t(isFiltered ? 'past.noMatchText' : 'past.emptyText')}
            </Empty>
          ) : (
            <>
              <WorksheetList
                label={t('past.table')}
                arranged={arranged}
                rest={rest}
                showStatus
                sort={address.sort}
                onSort={(sort) => address.write({ sort })}
                isLoading={query.isPlaceholderData}
              />
              <ListRest query={query} shown={rows.length} total={total}>
                <FileLinks filter={filter} />
              </ListRest>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
