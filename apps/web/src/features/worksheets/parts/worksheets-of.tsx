import { worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import { IconFilterOff, IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../kit/address/use-address.ts';
import { ListRest } from '../../../kit/list/list-rest.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FileLinks } from '../file-links.tsx';
import { ListFilter, noFilter } from '../list-filter.tsx';
import { ListSize } from '../list-size.tsx';
import { useListAddress } from '../use-list-address.ts';
import { useWorksheetList } from '../use-worksheet-list.ts';
import { WorksheetList } from '../worksheet-list.tsx';
import classes from './worksheets-of.module.css';

/** The worksheets of one employee or at one organisation, newest first. */
export function WorksheetsOf(props: { employeeId?: string; organisationId?: string }) {
  const { t } = useTranslation(['worksheets', 'common']);
  const address = useListAddress();
  const status = oneOf(worksheetStatuses, address.read('status'));
  const filter = { ...address.filter, ...props, status, sort: address.sort };
  const shown = { showStatus: true, showEmployee: !props.employeeId, showOrganisation: !props.organisationId };
  const { query, rows, arranged, first, total } = useWorksheetList(filter, shown);
  const isFiltered = address.isFiltered || status !== undefined;
  return (
    <>
      <ListFilter
        address={address}
        rows={rows}
        known={{ status: worksheetStatuses }}
        isOfOrganisation={props.organisationId !== undefined}
      >
        <SelectField
          label={t('field.status')}
          value={status ?? ''}
          onChange={(value) => address.write({ status: value })}
          options={[
            { value: '', label: t('filter.allStatuses') },
            ...worksheetStatuses.map((value) => ({ value, label: t(`common:status.${value}`) })),
          ]}
        />
      </ListFilter>
      <Loaded query={query} skeleton={<Skeleton rows={8} height={32} />}>
        {() =>
          rows.length === 0 ? (
            <Empty
              icon={isFiltered ? IconFilterOff : IconTable}
              title={t(isFiltered ? 'past.noMatchTitle' : 'of.emptyTitle')}
              actions={
                isFiltered && (
                  <Button variant="default" onClick={() => address.write(noFilter)}>
                    {t('common:action.clearFilter')}
                  </Button>
                )
              }
            >
              {t(isFiltered ? 'past.noMatchText' : 'of.emptyText')}
            </Empty>
          ) : (
            <>
              {first && (
                <p className={classes.size}>
                  <ListSize first={first} />
                </p>
              )}
              <WorksheetList
                label={t('of.table')}
                arranged={arranged}
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
    </>
  );
}
