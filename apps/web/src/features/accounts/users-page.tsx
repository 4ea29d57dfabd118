import { accountStatuses, officeRoles } from '@konnekt/shared/accounts/account.words';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { paths } from '../../kit/address/paths.ts';
import { UnknownValues } from '../../kit/address/unknown-values.tsx';
import { oneOf, useAddress } from '../../kit/address/use-address.ts';
import { SearchField } from '../../kit/list/search-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AddDialog } from './add-dialog.tsx';
import { type Account, accountsQuery } from './parts/account-queries.ts';
import { AccountStatus } from './parts/account-status.tsx';
import classes from './users-page.module.css';

export { UsersPage as Component };

const sorts = ['name', '-name'] as const;

/** The accounts of the office, for admins. */
function UsersPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const format = useFormat();
  const address = useAddress();
  const { read, write, rewrite } = address;
  const [isAdding, setIsAdding] = useState(false);
  const search = useCallback((q: string) => rewrite({ q }), [rewrite]);
  const filter = {
    q: read('q') || undefined,
    role: oneOf(officeRoles, read('role')),
    status: oneOf(accountStatuses, read('status')),
  };
  const sort = oneOf(sorts, read('sort')) ?? 'name';
  const query = useInfiniteQuery(accountsQuery({ ...filter, sort, limit: 50 }));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const isFiltered = Object.values(filter).some((value) => value !== undefined);

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
      <UnknownValues address={address} known={{ role: officeRoles, status: accountStatuses, sort: sorts }} />
      <search className={classes.filter}>
        <div className={classes.search}>
          <SearchField label={t('users.search')} hint={t('users.searchHint')} value={read('q')} onChange={search} />
        </div>
        <SelectField
          label={t('users.role')}
          value={filter.role ?? ''}
          onChange={(role) => write({ role })}
          options={[
            { value: '', label: t('users.allRoles') },
            ...officeRoles.map((value) => ({ value, label: t(`role.${value}`) })),
          ]}
        />
        <SelectField
          label={t('users.status')}
          value={filter.status ?? ''}
          onChange={(status) => write({ status })}
          options={[
            { value: '', label: t('users.allStatuses') },
            ...accountStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
        <SelectField
          label={t('users.sort')}
          value={sort}
          onChange={(value) => write({ sort: value === 'name' ? '' : value })}
          options={[
            { value: 'name', label: t('users.sortName') },
            { value: '-name', label: t('users.sort-name') },
          ]}
        />
      </search>
      <Loaded query={query} skeleton={<Skeleton rows={6} height={40} />}>
        {() =>
          rows.length === 0 ? (
            <Empty
              icon={IconUsers}
              title={t('users.emptyTitle')}
              actions={
                isFiltered && (
                  <Button variant="default" onClick={() => write({ q: '', role: '', status: '' })}>
                    {t('common:action.clearFilter')}
                  </Button>
                )
              }
            >
              {t('users.emptyText')}
            </Empty>
          ) : (
            <>
              <ul className={classes.list} aria-label={t('users.table')} aria-busy={query.isPlaceholderData}>
                {rows.map((account) => (
                  <Row key={account.id} account={account} />
                ))}
              </ul>
              {query.hasNextPage && (
                <div className={classes.rest}>
                  <span className="figures">
                    {t('users.shown', { shown: format.count(rows.length), total: format.count(total) })}
                  </span>
                  <Button
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t('common:action.loadMore')}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Loaded>
      {isAdding && <AddDialog onClose={() => setIsAdding(false)} />}
    </Page>
  );
}

function Row({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'common']);
  const format = useFormat();
  return (
    <li>
      <Link to={paths.user(account.personId)} className={classes.row}>
        <span className={classes.who}>
          <strong>{account.name}</strong>
          <span className={classes.quiet}>{account.email}</span>
        </span>
        <span className={classes.role}>{t(`common:role.${account.role}`)}</span>
        <span className={classes.status}>
          <AccountStatus account={account} />
        </span>
        <span className={classes.seen}>
          {account.lastSeenAt ? t('sessions.seen', { at: format.moment(account.lastSeenAt) }) : ''}
        </span>
      </Link>
    </li>
  );
}
