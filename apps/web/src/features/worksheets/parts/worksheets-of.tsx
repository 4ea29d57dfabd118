import { worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../kit/address/use-address.ts';
import { FoundWorksheets } from '../found-worksheets.tsx';
import { ListSize } from '../list-size.tsx';
import { useListAddress } from '../use-list-address.ts';
import { useWorksheetList } from '../use-worksheet-list.ts';
import classes from './worksheets-of.module.css';

/** The worksheets of one employee or at one organisation, newest first. */
export function WorksheetsOf(props: { employeeId?: string; organisationId?: string }) {
  const { t } = useTranslation('worksheets');
  const address = useListAddress();
  const status = oneOf(worksheetStatuses, address.read('status'));
  const filter = { ...address.filter, ...props, status, sort: address.sort };
  const shown = { showStatus: true, showEmployee: !props.employeeId, showOrganisation: !props.organisationId };
  const list = useWorksheetList(filter, shown);
  return (
    <FoundWorksheets
      label={t('of.table')}
      {...{ address, filter, list, status }}
      statuses={worksheetStatuses}
      isOfOrganisation={props.organisationId !== undefined}
      empty={{ icon: IconTable, title: t('of.emptyTitle'), text: t('of.emptyText') }}
    >
      {list.first && (
        <p className={classes.size}>
          <ListSize first={list.first} />
        </p>
      )}
    </FoundWorksheets>
  );
}
