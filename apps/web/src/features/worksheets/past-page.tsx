import { type WorksheetStatus, worksheetStatuses } from '@konnekt/shared/worksheets/worksheet.status';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { oneOf } from '../../kit/address/use-address.ts';
import { Page } from '../../ui/page.tsx';
import { FoundWorksheets } from './found-worksheets.tsx';
import { ListSize } from './list-size.tsx';
import { useListAddress } from './use-list-address.ts';
import { useWorksheetList } from './use-worksheet-list.ts';

export { PastPage as Component };

/** What was sent once can never be a draft again without being taken back. */
const sentStatuses = worksheetStatuses.filter((status) => status !== 'draft');

/** Everything that was sent, whatever became of it. */
function PastPage() {
  const { t } = useTranslation('worksheets');
  const address = useListAddress();
  const status: WorksheetStatus | undefined = oneOf(sentStatuses, address.read('status'));
  const filter = { ...address.filter, status: status ?? ('sent' as const), sort: address.sort };
  const list = useWorksheetList(filter, { showStatus: true });
  return (
    <Page title={t('past.title')} lead={list.first && <ListSize first={list.first} />}>
      <FoundWorksheets
        label={t('past.table')}
        {...{ address, filter, list, status }}
        statuses={sentStatuses}
        rest={list.rest}
        empty={{ icon: IconHistory, title: t('past.emptyTitle'), text: t('past.emptyText') }}
      />
    </Page>
  );
}
