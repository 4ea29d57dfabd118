import { auditActions, auditSubjects } from '@konnekt/shared/audit/audit.actions';
import type { AuditList } from '@konnekt/shared/audit/audit.contract';
import { byTime } from '@konnekt/shared/basics/sorts';
import { IconListSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { idIn, isId, oneOf, useAddress } from '../../kit/address/use-address.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { Page } from '../../ui/page.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { auditFileAddress, auditQuery } from './parts/audit-queries.ts';
import { useAuditColumns } from './use-audit-columns.tsx';

export { AuditPage as Component };

/** Everything that was changed, and who came and went; for admins. */
function AuditPage() {
  const { t } = useTranslation('audit');
  const address = useAddress();
  const { read, write } = address;
  const filter = {
    q: read('q') || undefined,
    actorId: idIn(read('by')),
    action: oneOf(auditActions, read('action')),
    subjectType: oneOf(auditSubjects, read('kind')),
    from: dayIn(read('from')),
    until: dayIn(read('until')),
  };
  const sort = oneOf(byTime, read('sort')) ?? '-at';
  const query = useInfiniteQuery(auditQuery({ ...filter, sort, limit: 50 }));
  const events = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const names: AuditList['names'] = Object.assign({}, ...(query.data?.pages ?? []).map((page) => page.names));
  const actorName = filter.actorId && (events.find(({ actorId }) => actorId === filter.actorId)?.actorName ?? '…');
  const columns = useAuditColumns(names, filter.actorId ? undefined : (by) => write({ by }));

  return (
    <Page title={t('page.title')} lead={t('page.lead')}>
      <OfficeList
        label={t('page.list')}
        address={address}
        query={query}
        columns={columns}
        sort={sort}
        searchHint={t('page.searchHint')}
        known={{ by: isId, action: auditActions, kind: auditSubjects, from: isDay, until: isDay, sort: byTime }}
        file={(as) => auditFileAddress({ ...filter, sort, ...as })}
        empty={{ icon: IconListSearch, title: t('page.emptyTitle'), text: t('page.emptyText') }}
      >
        <AuditFilter address={address} actorName={actorName} />
      </OfficeList>
    </Page>
  );
}

const isDay = (text: string) => dayIn(text) !== undefined;
const dayIn = (text: string): string | undefined => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined);
