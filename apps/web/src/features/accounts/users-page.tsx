import { accountStatuses, officeRoles } from '@konnekt/shared/accounts/account.words';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import type { Column } from '../../kit/list/column.ts';
import { OfficeList } from '../../kit/list/office-list.tsx';
import { recordLink, recordQuiet } from '../../kit/list/record-list.tsx';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { AddDialog } from './add-dialog.tsx';
import { type Account, accountsFileAddress, accountsQuery } from './parts/account-queries.ts';
import { AccountStatus } from './parts/account-status.tsx';

export { UsersPage as Component };

const sorts = ['name', '-name'] as const;

/** The accounts of the office, for admins. */
function UsersPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const format = useFormat();
  const address = useAddress();
  const { read } = address;
  const [isAdding, setIsAdding] = useState(false);
  const filter = {
    q: read('q') || undefined,
    role: oneOf(officeRoles, read('role')),
    status: oneOf(accountStatuses, read('status')),
  };
  const sort = oneOf(sorts, read('sort')) ?? 'name';
  const query = useInfiniteQuery(accountsQuery({ ...filter, sort, limit: 50 }));
  const total = query.data?.pages[0]?.total ?? 0;
  const columns: Column<Account>[] = [
    {
      id: 'name',
      header: t('users.name'),
      cell: ({ personId, name, email }) => (
        <>
          <Link to={paths.user(personId)} className={recordLink}>
            {name}
          </Link>
          <span className={recordQuiet}>{email}</span>
        </>
      ),
      isSortable: true,
    },
    { id: 'role', header: t('users.role'), cell: ({ role }) => t(`common:role.${role}`) },
    { id: 'status', header: t('users.status'), cell: (account) => <AccountStatus account={account} /> },
    {
      id: 'seen',
      header: t('users.seen'),
      cell: ({ lastSeenAt }) => (lastSeenAt ? format.moment(lastSeenAt) : ''),
      rank: 1,
    },
  ];

  return (
    <Page
      title={t('users.title')}
      lead={query.data && t('users.lead', { count: total, number: format.count(total) })}
      actions={
        <Button leftSection={<IconUserPlus size={17} stroke={1.8} aria-hidden />} onClick={() => setIsAdding(true)}>
          {t('users.add')}
        </Button>
      }
    >
      <OfficeList
        label={t('users.table')}
        address={address}
        query={query}
        columns={columns}
        sort={sort}
        searchHint={t('users.searchHint')}
        known={{ role: officeRoles, status: accountStatuses, sort: sorts }}
        file={(as) => accountsFileAddress({ ...filter, sort, ...as })}
        empty={{ icon: IconUsers, title: t('users.emptyTitle'), text: t('users.emptyText') }}
      >
        <ChoiceFilter
          address={address}
          name="role"
          label={t('users.role')}
          all={t('users.allRoles')}
          words={officeRoles}
          labelOf={(word) => t(`role.${word}`)}
        />
        <ChoiceFilter
          address={address}
          name="status"
          label={t('users.status')}
          all={t('users.allStatuses')}
          words={accountStatuses}
          labelOf={(word) => t(`status.${word}`)}
        />
      </OfficeList>
      {isAdding && <AddDialog onClose={() => setIsAdding(false)} />}
    </Page>
  );
}
