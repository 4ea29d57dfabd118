import { worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import { IconTable } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../../kit/address/use-address.ts';
import { FoundWorksheets } from '../found-worksheets.tsx';
import { ListSize } from '../list-size.tsx';
import { useListAddress } from '../use-list-address.ts';
import { useWorksheetList } from '../use-worksheet-list.ts';
import classes from './worksheets-of.module.css';

const states = ['to-fill', ...worksheetStatuses] as const;

/** The worksheets of one employee, of one placement or at one organisation, newest first; and what is still to be filled in. */
export function WorksheetsOf(props: { employeeId?: string; organisationId?: string; placementId?: string }) {
  const { t } = useTranslation('worksheets');
  const address = useListAddress();
  const state = oneOf(states, address.read('status'));
  const filter = {
    ...address.filter,
    ...props,
    ...(state === 'to-fill' ? { phase: state } : { status: state }),
    sort: address.sort,
  };
  const isOfPlacement = props.placementId !== undefined;
  const shown = {
    showStatus: true,
    showEmployee: !props.employeeId && !isOfPlacement,
    showOrganisation: !props.organisationId && !isOfPlacement,
  };
  const list = useWorksheetList(filter, shown);
  return (
    <FoundWorksheets
      label={t('of.table')}
      {...{ address, filter, list }}
      status={state}
      statuses={states}
      isOfOrganisation={props.organisationId !== undefined || isOfPlacement}
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
